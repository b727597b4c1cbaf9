/** The frame of every page: language, type, colours. */
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import './globals.css';
import { reader } from './_page/reader';

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: '#f6f5f1',
};

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await reader(['common']);
  return {
    title: { default: say('app.name'), template: `%s · ${say('app.name')}` },
    description: say('app.claim'),
    icons: { icon: '/icon.svg', apple: '/icon-180.png' },
  };
}

export default async function Layout({ children }: { children: ReactNode }) {
  const { lang } = await reader(['common']);
  return (
    <html lang={lang} suppressHydrationWarning>
      <body>{children}</body>
    </html>
  );
}
