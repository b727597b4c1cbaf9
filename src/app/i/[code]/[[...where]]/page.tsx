/** The phone: one page whose parts change without a network request. */
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { initialOf, sharedInitial } from '@/app/_shared/initial-state';
import { reader } from '@/app/_shared/page-reader';
import { namedAfter } from '@/app/_shared/page-metadata';
import { BEGIN_AHEAD } from '@/client/loading/fetch-ahead';
import { HOLD } from '@/client/loading/replay-early-input';
import { GatheringProvider } from '@/client/hooks/gathering-provider';
import { entranceOf, within } from '@/protocol/entrance-address';
import { OWN_ELEMENT, OWN_SLOT } from '@/protocol/page-header';
import type { Gathering } from '@/domain/gathering/state';
import { languagesByName } from '@/i18n/languages';
import { Words } from '@/i18n/words';
import { topicAt } from './_frame/address';
import { TotemReturn } from './_frame/totem-return';
import { Phone } from './_frame/phone';
import { screenTitle } from './_frame/screen-titles';

type Props = { params: Promise<{ code: string; where?: string[] }> };

/** A page for a whole hall is drawn in several turns of the server, because the hall goes on tapping meanwhile. */
const nextTurn = (): Promise<void> => new Promise((done) => setImmediate(done));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { window, say } = await reader(['common', 'phone', 'harvest']);
  const { code, where = [] } = await params;
  const row = window.find(code);
  const what = row?.kind === 'gathering' ? screenTitle(window.gathering(row, 'public'), where, say) : '';
  return namedAfter(window, code, what || undefined);
}

export default async function Page({ params }: Props) {
  const { code, where = [] } = await params;
  const { window, identity, shared, lang, words, nonce } = await reader([
    'common',
    'refusals',
    'phone',
    'harvest',
  ]);
  const row = window.find(code);
  if (row?.kind !== 'gathering') notFound();
  const seat = identity.seats[row.id] ?? null;
  const totem = identity.totem?.stream === row.id;
  if (!seat && totem) redirect(`/totem/${row.code}`);
  const opened = window.completes(row, identity);
  const about = (state: Gathering) => topicAt(state, where);
  // A completion link opens its report and nothing else.
  if (!shared && !seat && opened && where.join('/') !== opened.where)
    redirect(within(row.code, opened.where));
  if (!shared && !seat && !opened) redirect(entranceOf(row.code, { poi: where.join('/') }));
  if (shared) await nextTurn();
  const initial = shared
    ? sharedInitial(row, shared, about)
    : initialOf(row, seat?.id ?? null, null, about, opened?.you);
  if (shared) await nextTurn();
  return (
    <Words lang={lang} dictionary={words} languages={languagesByName()}>
      <GatheringProvider
        code={row.code}
        surface="phone"
        initial={initial}
        {...(totem ? { origin: 'totem' as const } : {})}
      >
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a sentence of the program's own, let in by the page's nonce */}
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: HOLD }} suppressHydrationWarning />
        {shared && (
          <script
            id={OWN_ELEMENT}
            type="application/json"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: the server writes the reader's own part here, in JSON without a "<"
            dangerouslySetInnerHTML={{ __html: OWN_SLOT }}
            suppressHydrationWarning
          />
        )}
        {shared && (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a sentence of the program's own, let in by the page's nonce
          <script nonce={nonce} dangerouslySetInnerHTML={{ __html: BEGIN_AHEAD }} suppressHydrationWarning />
        )}
        {totem && <TotemReturn code={row.code} />}
        <Phone code={row.code} where={where} recovery={seat?.code ?? null} />
      </GatheringProvider>
    </Words>
  );
}
