/** The office's home: its gatherings, a new one, its paths, and its duties towards people. */
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { phaseName } from '@/app/_shared/phase-name';
import { OfficeFrame } from '@/app/_shared/office-frame';
import { reader } from '@/app/_shared/page-reader';
import { Words } from '@/i18n/words';
import { missingDetails, REQUIRED_DETAILS } from '@/protocol/office-details';
import { Badge } from '@/ui/badge';
import { Disclosure } from '@/ui/disclosure';
import { Button } from '@/ui/button';
import { Banner, EmptyState } from '@/ui/notice';
import { PageHeader, Section } from '@/ui/surface';
import { HallWays, OfficeCard } from './_shared/office-card';
import { OfficeLinks } from './office-links';
import { DetailsForm } from './ente/details-form';
import { NewGathering } from './new-gathering';
import { Paths } from './paths';
import { Rehearsals, Rehearse } from './rehearsals';
import { SetUpAgain } from './set-up-again';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await reader(['desk'])).say('office.title') };
}

export default async function Page() {
  const { window, account, accountIn, say, words, lang } = await reader([
    'common',
    'desk',
    'refusals',
    'office',
  ]);
  if (!account) redirect('/accedi');
  /** Not bound to one gathering or path. */
  const whole = account.scope === null;
  const all = window
    .streams()
    .filter((s) => s.kind === 'gathering' && !s.rehearsal && accountIn(s))
    .sort((a, b) => b.createdAt - a.createdAt)
    .map((row) => ({ row, state: window.gathering(row, 'public') }));
  const gatherings = all.filter(({ state }) => state.discardedAt === null);
  const gone = all.filter(({ state }) => state.discardedAt !== null);
  const rehearsals = window
    .streams()
    .filter((s) => s.rehearsal && accountIn(s))
    .map((row) => {
      const { title, people } = window.gathering(row, 'public');
      return { code: row.code, title, people };
    });
  const paths = window
    .streams()
    .filter((s) => s.kind === 'path' && accountIn(s))
    .sort((a, b) => b.createdAt - a.createdAt)
    .map((row) => {
      const { about, demo, discarded } = window.path(row);
      const words = { title: about?.title ?? row.code, year: about?.year ?? 0 };
      return { id: row.id, code: row.code, ...words, demo, discarded: discarded !== null };
    });
  const { rev, ...details } = window.officeDetails();
  const mayFill = whole && (account.role === 'planner' || account.role === 'owner');
  return (
    <Words lang={lang} dictionary={words}>
      <OfficeFrame say={say} who={`${account.name} · ${say.dynamic(`office.role.${account.role}`)}`}>
        <PageHeader title={say('office.title')} />
        {window.damaged().map((code) => (
          <Banner key={code} kind="bad" title={say('office.damaged', { code })}>
            {say('office.damagedHow')}
          </Banner>
        ))}
        {mayFill && missingDetails(details).length > 0 && (
          <Section title={say('details.first')} intro={say('details.firstHow')}>
            <DetailsForm key={rev} details={details} after={rev} only={REQUIRED_DETAILS} />
          </Section>
        )}
        <Section title={say('office.gatherings')}>
          {gatherings.length === 0 && (
            <EmptyState
              title={say('office.noGatherings')}
              action={
                <form method="post" action="/api/demo">
                  <Button type="submit">{say('office.demo')}</Button>
                </form>
              }
            >
              {say('office.noGatheringsHow')}
            </EmptyState>
          )}
          <ul className="grid gap-3">
            {gatherings.map(({ row, state }) => (
              <OfficeCard
                key={row.id}
                title={state.title}
                about={
                  <>
                    <span className="font-bold tracking-wider">{row.code}</span>
                    <span>{state.days.map((d) => say.date(d)).join(', ')}</span>
                    <Badge>{phaseName(say, state.format, state.phase)}</Badge>
                    {state.demo && <Badge tone="warn">{say('demo.ribbon')}</Badge>}
                  </>
                }
              >
                <HallWays say={say} code={row.code} />
                <Button href={`/atti/${row.code}`} size="small" icon="book">
                  {say('office.record')}
                </Button>
                {whole && account.role !== 'helper' && (
                  <SetUpAgain say={say} like={row.code} title={state.title} />
                )}
                {whole && account.role !== 'helper' && state.phase === 'draft' && (
                  <Rehearse small like={row.code} label={say('office.rehearse')} />
                )}
              </OfficeCard>
            ))}
          </ul>
          {gone.length > 0 && (
            <Disclosure title={say('office.discarded', { n: gone.length })}>
              <ul className="grid gap-2">
                {gone.map(({ row, state }) => (
                  <li key={row.id}>
                    <a href={`/regia/${row.code}`}>{state.title}</a>
                  </li>
                ))}
              </ul>
            </Disclosure>
          )}
        </Section>
        {whole && account.role !== 'helper' && <NewGathering open={gatherings.length === 0} paths={paths} />}
        {whole && account.role !== 'helper' && <Rehearsals say={say} rehearsals={rehearsals} />}
        {account.role !== 'helper' && <Paths paths={paths} mayOpen={mayFill} />}
        {whole && <OfficeLinks role={account.role} say={say} />}
        <p>
          <a className="inline-flex min-h-11 items-center underline" href="/ufficio/accessi">
            {say('entries.title')}
          </a>
        </p>
      </OfficeFrame>
    </Words>
  );
}
