/** One topic of the record: convener, session, attendance, and every note with an address for citing. */
import { Typed } from '@/app/_shared/prose';
import { wasHeld } from '@/domain/gathering/session-queries';
import type { Say } from '@/i18n/say';
import { sittingOf } from '@/reports/documents/proceedings-topic';
import type { GatheringExport } from '@/reports/gathering-json';
import { StrandBadge } from '@/ui/badge';
import { type ReportChapter, ReportPart } from './report';

type Topic = GatheringExport['topics'][number];
type Session = GatheringExport['sessions'][number];
type Note = GatheringExport['notes'][number];

/** Nobody came but the convener, or, once the day is over, it never met. */
export function hardlyMet(topic: Topic, sessions: readonly Session[], over: boolean): boolean {
  if (topic.standing !== 'open') return false;
  const held = sessions.filter((s) => s.topic === topic.number);
  return held.length === 0 ? over : held.every((s) => s.came === 'only_convener' || s.came === 'nobody');
}

export function Chapter({
  book,
  say,
  topic,
  sessions,
  notes,
  report,
  zone,
  over,
  strandNames,
}: {
  book: GatheringExport;
  say: Say;
  topic: Topic;
  sessions: readonly Session[];
  notes: readonly Note[];
  report: ReportChapter | undefined;
  zone: string;
  /** The day is over: missing things will not appear any more. */
  over: boolean;
  /** This gathering's own names of strands; empty for the founding document's. */
  strandNames: Readonly<Record<string, string>>;
}) {
  // A note that a row repeats word for word is drawn there, with the note's own address.
  const again = new Set(report?.items.flatMap((i) => (i.sameAsNote && i.note ? [i.note] : [])) ?? []);
  const held = sessions.some(wasHeld);
  const people = [topic.convener, ...topic.coConveners]
    .map((label) => label ?? say('record.somebody'))
    .join(', ');
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
            <StrandBadge
              key={s}
              strand={s}
              label={strandNames[s] || s}
              {...(strandNames[s] ? {} : { short: true })}
            />
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
        <Met key={s.part} book={book} say={say} session={s} several={sessions.length > 1} />
      ))}
      {sessions.length === 0 && topic.standing === 'open' && (
        <p className="text-ink-soft">{say(over ? 'record.notMet' : 'record.notPlaced')}</p>
      )}
      {alone && <p>{say('record.onlyConvener')}</p>}
      {nobody && <p>{say('record.nobody')}</p>}
      {report ? (
        <ReportPart say={say} report={report} notes={notes} zone={zone} />
      ) : (
        (held || over) && sessions.length > 0 && <p className="text-ink-soft">{say(missing)}</p>
      )}
      <Notes say={say} notes={notes.filter((n) => !again.has(n.id))} />
      {notes.length === 0 && report && over && <p className="text-ink-soft">{say('record.noNotes')}</p>}
    </section>
  );
}

function Met({
  book,
  say,
  session,
  several,
}: {
  book: GatheringExport;
  say: Say;
  session: Session;
  several: boolean;
}) {
  const where = [several && say('record.part', { n: session.part }), sittingOf({ data: book, say }, session)]
    .filter(Boolean)
    .join(' · ');
  const came =
    session.came === null && !wasHeld(session)
      ? say('record.notBegun')
      : session.attended === null
        ? say('record.unmarked')
        : say('record.attended', { n: session.attended });
  return (
    <div className="grid break-inside-avoid break-after-avoid gap-1 rounded-lg bg-sunken px-4 py-3 text-sm">
      <p>
        <b>{where}</b> · {came}
        {session.movedFrom.map((m) => (
          <span key={`${m.slot}${m.space}`}> · {say('record.moved', { slot: m.slot, space: m.space })}</span>
        ))}
      </p>
    </div>
  );
}

/** In the order of arrival. */
function Notes({ say, notes }: { say: Say; notes: readonly Note[] }) {
  if (notes.length === 0) return null;
  return (
    <div className="grid gap-2 print:block">
      <h3 className="text-lg">{say('record.notesTitle')}</h3>
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
            {n.text === null ? (
              <p className="min-w-0 text-ink-soft italic">
                {say('record.hidden', {
                  reason: say.dynamic(`record.reason.${n.hidden?.reason ?? 'altro'}`),
                })}
              </p>
            ) : (
              <Typed text={n.text} after={<Signed say={say} note={n} />} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Its kind, and its author if signed. */
export function Signed({ say, note }: { say: Say; note: Note }) {
  return (
    <span className="ms-2 text-ink-soft text-sm">
      {[
        note.kind === 'altro' ? '' : say.dynamic(`record.kind.${note.kind}`),
        note.anonymous ? say('record.anonymous') : (note.author ?? say('record.somebody')),
        note.origin !== 'telefono' && say.has(`record.origin.${note.origin}`)
          ? say.dynamic(`record.origin.${note.origin}`)
          : '',
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  );
}
