/** One topic of the record: who proposed it, where and when it met, who was there, what was said, each line citable. */
import { NOTE_KINDS } from '@/domain/gathering/state/note';
import { wasHeld } from '@/domain/gathering/queries';
import type { Say } from '@/i18n/say';
import type { GatheringExport } from '@/reports/gathering-json';
import { StrandBadge } from '@/ui/badge';
import { type Report, ReportPart } from './report';

type Topic = GatheringExport['topics'][number];
type Session = GatheringExport['sessions'][number];
type Note = GatheringExport['notes'][number];

/** Nobody came but the convener, or, once the day is over, it never met. */
export function hardlyMet(topic: Topic, sessions: readonly Session[], over: boolean): boolean {
  if (topic.standing !== 'open') return false;
  const held = sessions.filter((s) => s.topic === topic.number);
  return held.length === 0 ? over : held.every((s) => s.came === 'only_convener' || s.came === 'nobody');
}

export function BySector({ say, counts }: { say: Say; counts: Record<string, number> }) {
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
      {Object.entries(counts).map(([sector, n]) => (
        <li key={sector}>
          {say.dynamic(`record.sector.${sector}`)} <b className="tabular-nums">{n}</b>
        </li>
      ))}
    </ul>
  );
}

export function Chapter({
  say,
  topic,
  sessions,
  notes,
  report,
  zone,
  over,
}: {
  say: Say;
  topic: Topic;
  sessions: readonly Session[];
  notes: readonly Note[];
  report: Report | undefined;
  zone: string;
  /** The day is over: what is not there will not come by itself. */
  over: boolean;
}) {
  const held = sessions.some(wasHeld);
  const people = topic.convener ?? say('record.somebody');
  const missing = !over ? 'record.noReportYet' : notes.length > 0 ? 'record.noReport' : 'record.nothingLeft';
  const alone = sessions.some((s) => s.came === 'only_convener');
  const nobody = sessions.length > 0 && sessions.every((s) => s.came === 'nobody');
  return (
    <section
      id={topic.number}
      className="grid scroll-mt-6 gap-4 border-line border-t-2 pt-6 print:block print:space-y-4"
    >
      <header className="grid break-inside-avoid break-after-avoid gap-1.5 print:block">
        <p className="flex flex-wrap items-center gap-3 break-after-avoid">
          <a
            href={`#${topic.number}`}
            aria-label={say('record.cite', { id: topic.number })}
            className="-my-2 inline-flex min-h-11 min-w-11 items-center font-bold text-accent text-xl no-underline print:min-h-0"
          >
            {topic.number}
          </a>
          {topic.strands.map((s) => (
            <StrandBadge key={s} strand={s} label={s} short />
          ))}
        </p>
        <h2 className="text-2xl">{topic.title ?? say('record.hiddenTitle')}</h2>
        {topic.line && <p className="text-lg">{topic.line}</p>}
        <p className="text-ink-soft text-sm">
          {[
            say('record.convenedBy', { label: people }),
            topic.interested > 0 && say('record.interested', { n: topic.interested }),
            topic.mergedInto && say('record.mergedInto', { topic: topic.mergedInto }),
            topic.splitFrom && say('record.splitFrom', { topic: topic.splitFrom }),
            topic.standing === 'withdrawn' && say('record.withdrawn'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {topic.earlierTitles.map((e) => (
          <p key={e.title} className="text-ink-soft text-sm">
            {say('record.earlier', { title: e.title })}
          </p>
        ))}
      </header>
      {sessions.map((s) => (
        <Met key={s.part} say={say} session={s} several={sessions.length > 1} />
      ))}
      {sessions.length === 0 && topic.standing === 'open' && (
        <p className="text-ink-soft">{say(over ? 'record.notMet' : 'record.notPlaced')}</p>
      )}
      {alone && <p>{say('record.onlyConvener')}</p>}
      {nobody && <p>{say('record.nobody')}</p>}
      {report ? (
        <ReportPart say={say} report={report} zone={zone} />
      ) : (
        (held || over) && sessions.length > 0 && <p className="text-ink-soft">{say(missing)}</p>
      )}
      {NOTE_KINDS.map((kind) => (
        <ByKind
          key={kind}
          say={say}
          title={say.dynamic(`record.kind.${kind}`)}
          notes={notes.filter((n) => n.kind === kind)}
        />
      ))}
      {notes.length === 0 && report && over && <p className="text-ink-soft">{say('record.noNotes')}</p>}
    </section>
  );
}

function Met({ say, session, several }: { say: Say; session: Session; several: boolean }) {
  const where = [several && say('record.part', { n: session.part }), session.slot, session.space]
    .filter(Boolean)
    .join(' · ');
  const came =
    session.came === null && !wasHeld(session)
      ? say('record.notBegun')
      : session.attended === '<3'
        ? say('record.attendedFew')
        : say('record.attended', { n: session.attended });
  return (
    <div className="grid break-inside-avoid break-after-avoid gap-1 rounded-lg bg-sunken px-4 py-3 text-sm">
      <p>
        <b>{where}</b> · {came}
        {session.movedFrom.map((m) => (
          <span key={`${m.slot}${m.space}`}> · {say('record.moved', { slot: m.slot, space: m.space })}</span>
        ))}
      </p>
      <BySector say={say} counts={session.bySector} />
    </div>
  );
}

function ByKind({ say, title, notes }: { say: Say; title: string; notes: readonly Note[] }) {
  if (notes.length === 0) return null;
  return (
    <div className="grid gap-2 print:block">
      <h3 className="text-lg">{title}</h3>
      <ul className="grid gap-2.5 print:block print:space-y-2.5">
        {notes.map((n) => (
          <li
            key={n.id}
            id={n.id}
            className="grid scroll-mt-6 break-inside-avoid grid-cols-[5.2rem_1fr] gap-2"
          >
            <a
              href={`#${n.id}`}
              aria-label={say('record.cite', { id: n.id })}
              className="min-h-11 pt-0.5 text-accent text-sm tabular-nums print:min-h-0"
            >
              {n.id}
            </a>
            <p className="min-w-0 whitespace-pre-line wrap-anywhere">
              {n.text === null ? (
                <i className="text-ink-soft">
                  {say('record.hidden', {
                    reason: say.dynamic(`record.reason.${n.hidden?.reason ?? 'altro'}`),
                  })}
                </i>
              ) : (
                <span dir="auto">{n.text}</span>
              )}
              <span className="ml-2 text-ink-soft text-sm">
                {n.anonymous ? say('record.anonymous') : (n.author ?? say('record.somebody'))}
                {n.origin !== 'telefono' &&
                  say.has(`record.origin.${n.origin}`) &&
                  ` · ${say.dynamic(`record.origin.${n.origin}`)}`}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
