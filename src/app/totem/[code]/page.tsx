/** The totem: one screen for everybody, where people without a phone take their seat in turn (E14). */
import { Ribbon } from '@/app/_shared/ribbon';
import { inventedIn } from '@/domain/gathering/rehearsal';
import type { Metadata } from 'next';
import { withDistinctNames } from '@/app/_shared/distinct-names';
import { localTime } from '@/domain/gathering/clock';
import { notFound, redirect } from 'next/navigation';
import { JoinForm, OF_LABEL } from '@/app/i/[code]/entra/join';
import { reader } from '@/app/_shared/page-reader';
import { titleOf } from '@/app/_shared/title';
import type { RefusalCode } from '@/domain/refusal';
import { sayRefusal } from '@/i18n/refusal';
import { Words } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Banner } from '@/ui/notice';
import { PageHeader } from '@/ui/surface';
import { WhoAreYou } from './who-are-you';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ nuovo?: string; rifiuto?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { say, window } = await reader(['harvest']);
  return { title: titleOf(window, (await params).code, say('totem.title')) };
}

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { nuovo, rifiuto } = await searchParams;
  const { window, identity, account, accountIn, say, words, lang } = await reader([
    'common',
    'refusals',
    'phone',
    'harvest',
  ]);
  const row = window.find(code);
  if (row?.kind !== 'gathering') notFound();
  const open = identity.totem?.stream === row.id;
  if (!open && !account) redirect(`/accedi?poi=/totem/${row.code}`);
  if (!open && !accountIn(row)) redirect('/ufficio');
  const state = window.gathering(row, 'whole');
  const why = rifiuto ? sayRefusal(say, { refused: rifiuto as RefusalCode }) : null;
  const labels = window.labels(row, 'all');
  // People who came by phone have a seat and a code of their own: nobody can take it from here.
  const there = Object.values(state.seats)
    .filter((s) => s.origin !== 'telefono' && s.origin !== 'simulata' && !s.erased)
    .map((s) => ({ id: s.id, label: labels[s.id] ?? '', at: s.at }));
  const since = (at: number) => say('person.since', { hour: localTime(at, state.timezone).hour });
  const seats = withDistinctNames(there, (s) => since(s.at))
    .map(({ id, label }) => ({ id, label }))
    .sort((a, b) => a.label.localeCompare(b.label, lang));
  return (
    <Words lang={lang} dictionary={words}>
      <Ribbon say={say} kind={inventedIn(state)} />
      <main id="main" tabIndex={-1} className="mx-auto grid max-w-3xl gap-8 px-5 pt-8 pb-16 text-lg">
        <PageHeader
          over={state.title}
          title={say(open ? (nuovo ? 'totem.new' : 'totem.who') : 'totem.start')}
          intro={say(open ? 'totem.intro' : 'totem.startWhy')}
        />
        {why && !(nuovo && OF_LABEL.has(rifiuto ?? '')) && <Banner kind="bad" title={why} live />}
        {!open && (
          <form method="post" action="/api/totem/start">
            <input type="hidden" name="code" value={row.code} />
            <Button type="submit" kind="primary" size="large">
              {say('totem.start')}
            </Button>
          </form>
        )}
        {open && nuovo && (
          <>
            <JoinForm
              code={row.code}
              say={say}
              action="/api/totem/join"
              sectors={state.sectors}
              minors={state.minors}
              error={OF_LABEL.has(rifiuto ?? '') ? why : null}
            />
            <Button href={`/totem/${row.code}`} icon="left">
              {say('totem.back')}
            </Button>
          </>
        )}
        {open && !nuovo && (
          <>
            <Button href={`/totem/${row.code}?nuovo=1`} kind="primary" size="large" icon="plus">
              {say('totem.new')}
            </Button>
            <WhoAreYou code={row.code} seats={seats} />
          </>
        )}
      </main>
    </Words>
  );
}
