/** The frame of every page: language, type, colours. */
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { dictionary } from '@/i18n/languages';
import { directionOf } from '@/i18n/say';
import { Words } from '@/i18n/words';
import { WAIT } from '@/ui/web-fonts';
import { KeepFocus } from '@/ui/keep-focus';
import { ONCE } from '@/ui/prevent-double-submit';
import { BringLetters } from '@/ui/load-web-fonts';
import { DARK, LIGHT } from '@/tokens/colours';
import { SkipLink } from '@/ui/navigation';
import './globals.css';
import { reachableAt } from './_shared/address';
import { reader } from './_shared/page-reader';

const FIRST = `${WAIT}\n${ONCE}`;

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: LIGHT.surface },
    { media: '(prefers-color-scheme: dark)', color: DARK.surface },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const { say, window, lang } = await reader(['common']);
  return {
    metadataBase: new URL(reachableAt(window, await headers())),
    // Link previews; titles and descriptions are each page's own.
    openGraph: {
      type: 'website',
      siteName: say('app.name'),
      locale: lang,
      images: [{ url: '/share.png', width: 1200, height: 630 }],
    },
    title: { default: say('app.name'), template: `%s · ${say('app.name')}` },
    description: say('app.claim'),
    icons: { icon: '/icon.svg', apple: '/icon-180.png' },
  };
}

export default async function Layout({ children }: { children: ReactNode }) {
  const { lang, say, nonce } = await reader(['common']);
  return (
    <html lang={lang} dir={directionOf(lang)} suppressHydrationWarning>
      <body>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a sentence of the program's own, let in by the page's nonce */}
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: FIRST }} suppressHydrationWarning />
        <SkipLink to="main">{say('skip')}</SkipLink>
        <Words lang={lang} dictionary={dictionary(lang, ['broken'])}>
          {children}
        </Words>
        <KeepFocus />
        <BringLetters />
      </body>
    </html>
  );
}
