/** The written record of a gathering: it reads like a book, prints on A4, and every paragraph can be cited. */
import { Ribbon } from '@/app/_shared/ribbon';
import { inventedIn } from '@/domain/gathering/rehearsal';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { namedAfter } from '@/app/_shared/page-metadata';
import { mappedSpaces, MapPin, MapSheet } from '@/app/_shared/floor-map';
import { PublicFooter } from '@/app/_shared/public-footer';
import { reader } from '@/app/_shared/page-reader';
import { hasMarket } from '@/domain/gathering/formats';
import { dayIsOver } from '@/domain/gathering/phase-queries';
import { wasHeld } from '@/domain/gathering/session-queries';
import { hasMap } from '@/domain/gathering/state/floor-map';
import { gatheringJson } from '@/reports/gathering-json';
import { Words } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Wordmark } from '@/ui/logo';
import { EmptyState } from '@/ui/notice';
import { Section, Stat } from '@/ui/surface';
import { BookLinks } from './book';
import { Chapter, hardlyMet } from './chapter';
import { Energy } from './energy';
import { ActionGroups, Ideas, LastWords, Seal } from './harvest';

const OF_MARKET = [
  ['tutto.json', 'record.json'],
  ['topics.csv', 'record.csvTopics'],
  ['notes.csv', 'record.csvNotes'],
  ['sessions.csv', 'record.csvSessions'],
  ['reports.csv', 'record.csvReports'],
  ['report-items.csv', 'record.csvItems'],
  ['votes.csv', 'record.csvVotes'],
  ['clusters.csv', 'record.csvClusters'],
  ['actions.csv', 'record.csvActions'],
] as const;
const OF_PROMPTS = [
  ['tutto.json', 'record.json'],
  ['ideas.csv', 'record.csvIdeas'],
] as const;

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { say, window } = await reader(['record']);
  return namedAfter(window, (await params).code, say('record.title'));
}

export default async function Page({ params }: Props) {
  const { code } = await params;
  const { window, accountIn, say, lang, words } = await reader(['common', 'record', 'harvest']);
  const row = window.find(code);
  if (row?.kind !== 'gathering') notFound();
  const state = window.gathering(row, 'whole');
  const book = gatheringJson(state, {
    labels: window.labels(row, 'named'),
    publicly: accountIn(row) === null,
    exportedAt: Date.now(),
  });
  const { gathering: g, topics, sessions, notes } = book;
  const market = hasMarket(g.format);
  const hung = book.reports.filter((r) => r.publishedAt).length;
  const over = dayIsOver(state);
  const alive = topics.filter((t) => t.standing === 'open');
  const merged = topics.filter((t) => t.standing === 'merged').length;
  const withdrawn = topics.filter((t) => t.standing === 'withdrawn').length;
  const empty = topics.filter((t) => hardlyMet(t, sessions, over));
  const circles = sessions.filter(wasHeld).length;
  return (
    <>
      <Ribbon say={say} kind={inventedIn(g)} />
      <main
        id="main"
        tabIndex={-1}
        lang={lang}
        className="mx-auto grid max-w-3xl gap-10 px-5 py-10 print:max-w-none print:px-0 print:py-0"
      >
        <header className="grid gap-4">
          <Wordmark name={say('app.name')} />
          <p className="font-semibold text-accent">{say('record.over')}</p>
          <h1 className="text-3xl">{g.title}</h1>
          <p className="text-ink-soft">
            {[g.sponsor, ...[g.venue, g.days.map((d) => say.date(d)).join(', ')]].filter(Boolean).join(' · ')}
          </p>
          <blockquote className="border-accent border-l-4 pl-5 text-xl leading-snug">{g.question}</blockquote>
        </header>
        <Words lang={lang} dictionary={words}>
          <BookLinks code={row.code} lang={lang} />
        </Words>
        <Section title={say('record.numbers')}>
          <div className="flex flex-wrap gap-x-10 gap-y-4">
            <Stat value={g.people} label={say('record.people', { n: g.people })} />
            {market ? (
              <>
                <Stat
                  value={alive.length}
                  label={say('record.topics', { n: alive.length })}
                  hint={[
                    merged > 0 && say('record.ofMerged', { n: merged }),
                    withdrawn > 0 && say('record.ofWithdrawn', { n: withdrawn }),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                />
                <Stat value={circles} label={say('record.circles', { n: circles })} />
                <Stat value={notes.length} label={say('record.notes', { n: notes.length })} />
                <Stat value={hung} label={say('record.reports', { n: hung })} />
                <Stat
                  value={book.interests.length}
                  label={say('record.interests', { n: book.interests.length })}
                />
              </>
            ) : (
              <Stat value={book.ideas.length} label={say('record.ideas', { n: book.ideas.length })} />
            )}
          </div>
          {Object.keys(g.bySector).length > 0 && (
            <>
              <h3 className="mt-3 text-lg">{say('record.bySector')}</h3>
              <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
                {Object.entries(g.bySector).map(([sector, n]) => (
                  <li key={sector}>
                    {g.sectors.find((s) => s.id === sector)?.name ?? say.dynamic(`record.sector.${sector}`)}{' '}
                    <b className="tabular-nums">{n}</b>
                  </li>
                ))}
              </ul>
              <p className="text-ink-soft text-sm">{say('record.sectorsOffice')}</p>
            </>
          )}
        </Section>
        {market && topics.length === 0 && <EmptyState title={say('record.empty')} />}
        {!market && <Ideas say={say} book={book} programme={state.programme} />}
        {topics.length > 0 && (
          <nav aria-label={say('record.contents')}>
            <Section title={say('record.contents')}>
              <ol className="grid gap-1.5">
                {topics.map((t) => (
                  <li key={t.id} className="flex gap-3">
                    <b className="w-[3em] shrink-0 text-accent">{t.number}</b>
                    <span>
                      <a href={`#${t.number}`}>{t.title ?? say('record.hiddenTitle')}</a>
                      {t.mergedInto && (
                        <span className="text-ink-soft">
                          {' '}
                          · {say('record.mergedInto', { topic: t.mergedInto })}
                        </span>
                      )}
                      {t.standing === 'withdrawn' && (
                        <span className="text-ink-soft"> · {say('record.withdrawn')}</span>
                      )}
                    </span>
                  </li>
                ))}
              </ol>
            </Section>
          </nav>
        )}
        {topics.map((t) => (
          <Chapter
            key={t.id}
            book={book}
            say={say}
            topic={t}
            sessions={sessions.filter((s) => s.topic === t.number)}
            notes={notes.filter((n) => n.topic === t.number)}
            report={book.reports.find((r) => r.topic === t.number)}
            zone={g.timezone}
            over={over}
            strandNames={Object.fromEntries(state.strands.map((s) => [s.id, s.name]))}
          />
        ))}
        {empty.length > 0 && (
          <Section title={say('record.nobodyTo')} intro={say('record.nobodyToHint')}>
            <ul className="grid gap-1.5">
              {empty.map((t) => (
                <li key={t.id}>
                  <b className="mr-3 text-accent">{t.number}</b>
                  <a href={`#${t.number}`}>{t.title ?? say('record.hiddenTitle')}</a>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {hasMap(g.map) && (
          <Section title={say('record.map')}>
            <MapSheet map={g.map} alt={say('record.map')} height="70vh">
              <ul className="text-sm">
                {mappedSpaces(g).map((s) => (
                  <li key={s.id}>
                    <MapPin spot={g.map.spots[s.id] ?? { x: 0, y: 0 }} name={s.name} here={false} />
                  </li>
                ))}
              </ul>
            </MapSheet>
          </Section>
        )}
        <Energy say={say} book={book} />
        <ActionGroups say={say} book={book} />
        <LastWords say={say} book={book} />
        <Seal say={say} book={book} />
        <section
          aria-label={say('record.download')}
          className="grid gap-3 border-line border-t pt-6 print:hidden"
        >
          <p className="text-lg">
            <a href={`/esiti/${row.code}`} className="inline-flex min-h-11 items-center underline">
              {say('fate.title')}
            </a>
          </p>
          <p className="font-semibold">{say('record.download')}</p>
          <p className="flex flex-wrap gap-2">
            {(market ? OF_MARKET : OF_PROMPTS).map(([what, key]) => (
              <Button key={what} href={`/api/export/${row.code}/${what}`} size="small" icon="download">
                {say(key)}
              </Button>
            ))}
          </p>
          <p className="text-ink-soft text-sm">{say('record.print')}</p>
        </section>
        <PublicFooter say={say} />
      </main>
    </>
  );
}
