/** The phone: one page whose parts change without a network request. */
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { initialOf, reader } from '@/app/_page/reader';
import { namedAfter } from '@/app/_page/page-metadata';
import { HOLD } from '@/client/replay-early-input';
import { GatheringProvider } from '@/client/provider';
import { entranceOf, within } from '@/protocol/entrance-address';
import { languagesByName } from '@/i18n/read';
import { Words } from '@/i18n/words';
import { topicAt } from './_screens/frame/address';
import { TotemReturn } from './_screens/frame/totem-return';
import { Phone } from './_screens/frame/phone';
import { screenTitle } from './_screens/frame/screen-titles';

type Props = { params: Promise<{ code: string; where?: string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { window, say } = await reader(['common', 'phone', 'harvest']);
  const { code, where = [] } = await params;
  const row = window.find(code);
  const what = row?.kind === 'gathering' ? screenTitle(window.gathering(row, 'public'), where, say) : '';
  return namedAfter(window, code, what || undefined);
}

export default async function Page({ params }: Props) {
  const { code, where = [] } = await params;
  const { window, identity, lang, words, nonce } = await reader(['common', 'refusals', 'phone', 'harvest']);
  const row = window.find(code);
  if (row?.kind !== 'gathering') notFound();
  const seat = identity.seats[row.id] ?? null;
  const totem = identity.totem?.stream === row.id;
  if (!seat && totem) redirect(`/totem/${row.code}`);
  const opened = window.completes(row, identity);
  // A completion link opens its report and nothing else.
  if (!seat && opened && where.join('/') !== opened.where) redirect(within(row.code, opened.where));
  if (!seat && !opened) redirect(entranceOf(row.code, { poi: where.join('/') }));
  return (
    <Words lang={lang} dictionary={words} languages={languagesByName()}>
      <GatheringProvider
        code={row.code}
        surface="phone"
        initial={initialOf(row, seat?.id ?? null, null, (state) => topicAt(state, where), opened?.you)}
        {...(totem ? { origin: 'totem' as const } : {})}
      >
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a sentence of the program's own, let in by the page's nonce */}
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: HOLD }} suppressHydrationWarning />
        {totem && <TotemReturn code={row.code} />}
        <Phone code={row.code} where={where} recovery={seat?.code ?? null} />
      </GatheringProvider>
    </Words>
  );
}
