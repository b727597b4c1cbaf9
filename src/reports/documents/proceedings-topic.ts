/** One topic of the book: conveners, session, report, notes, photographs. */
import type { GatheringExport } from '../gathering-json';
import { type Block, heading, keptText, lead, prose, quote, small, text } from '../document';
import type { Book } from './proceedings';
import { word } from './document-parts';

type Topic = GatheringExport['topics'][number];
type Report = GatheringExport['reports'][number];
const FIELDS = ['summary', 'agreements', 'distances'] as const;

/** Time and space: the day too, where there are several. */
export function sittingOf(
  { data, say }: Pick<Book, 'data' | 'say'>,
  s: Pick<GatheringExport['sessions'][number], 'slot' | 'day' | 'start' | 'end' | 'space'>,
): string {
  const day = data.gathering.days.length > 1 && s.day ? `${say.date(s.day)}, ` : '';
  const hours = s.start && s.end ? ` (${day}${s.start}–${s.end})` : '';
  return [`${s.slot}${hours}`, s.space].filter(Boolean).join(', ');
}

export function chapter(book: Book, t: Topic): Block[] {
  const { data, say } = book;
  const report = data.reports.find((r) => r.topic === t.number);
  const again = new Set(report?.items.flatMap((i) => (i.sameAsNote && i.note ? [i.note] : [])) ?? []);
  const notes = data.notes.filter((n) => n.topic === t.number && !again.has(n.id));
  return [
    heading(2, `${t.number}. ${t.title ?? say('record.hiddenTitle')}`, t.number),
    ...prose(t.line ?? ''),
    ...t.earlierTitles.map((e) => small(say('record.earlier', { title: e.title }))),
    ...standing(book, t),
    ...(report ? written(book, report) : []),
    ...(notes.length === 0 ? [] : [heading(3, say('documents.notes'))]),
    ...notes.map((n) =>
      quote(
        n.text ?? withheld(book, n.hidden),
        signed(book, [n.kind === 'altro' ? '' : word(say, n.kind)], n),
        { id: n.id },
      ),
    ),
  ];
}

function standing({ data, say }: Book, t: Topic): Block[] {
  const conveners = [t.convener, ...t.coConveners].map((label) => label ?? say('record.somebody'));
  const sessions = data.sessions.filter((s) => s.topic === t.number);
  const first = [
    say('record.convenedBy', { label: conveners.join(', ') }),
    t.interested > 0 ? say('record.interested', { n: t.interested }) : '',
    t.mergedInto ? say('record.mergedInto', { topic: t.mergedInto }) : '',
    t.splitFrom ? say('record.splitFrom', { topic: t.splitFrom }) : '',
    t.standing === 'withdrawn' ? say('record.withdrawn') : '',
  ];
  const sittings = sessions.map((s) => {
    const came = s.attended === null ? say('record.unmarked') : say('record.attended', { n: s.attended });
    const part = sessions.length > 1 ? `${say('record.part', { n: s.part })} · ` : '';
    return keptText(`${part}${sittingOf({ data, say }, s)}: ${came}`);
  });
  return [keptText(first.filter(Boolean).join(' · ')), ...sittings];
}

const withheld = ({ say }: Book, hidden: { reason: string } | null): string =>
  say('record.hidden', { reason: say.dynamic(`record.reason.${hidden?.reason ?? 'altro'}`) });

const signed = (
  { say }: Book,
  before: string[],
  n: { anonymous: boolean; author: string | null; origin: string },
): string =>
  [
    ...before,
    n.anonymous ? say('record.anonymous') : (n.author ?? ''),
    n.origin !== 'telefono' && say.has(`record.origin.${n.origin}`)
      ? say.dynamic(`record.origin.${n.origin}`)
      : '',
  ]
    .filter(Boolean)
    .join(' · ');

function written(book: Book, report: Report): Block[] {
  const { data, say } = book;
  if (report.hidden) return [small(withheld(book, report.hidden))];
  const rows = report.items.map((i) => {
    const note = i.sameAsNote ? data.notes.find((n) => n.id === i.note) : undefined;
    const from = note
      ? signed(book, [say('documents.fromNote', { id: note.id })], note)
      : i.note
        ? say('documents.fromNote', { id: i.note })
        : '';
    return quote(i.text ?? withheld(book, i.hidden), [from, i.who, i.byWhen].filter(Boolean).join(' · '), {
      id: i.id,
      label: `${word(say, i.kind)}:`,
    });
  });
  const blank = FIELDS.every((f) => !report[f]) && rows.length === 0 && report.photos.length === 0;
  if (blank && report.outcome === 'circle') return [];
  return [
    heading(3, say('documents.report')),
    ...(report.fromNotes ? [small(say('documents.fromNotes'))] : []),
    ...(report.outcome !== 'circle'
      ? [text([word(say, report.outcome), report.outcomeReason].filter(Boolean).join(': '))]
      : []),
    ...FIELDS.flatMap((f) => lead(say(`documents.field.${f}`), report[f] ?? '')),
    ...rows,
    ...report.photos.map((p): Block => {
      return { is: 'photo', hash: p.hash, caption: p.caption, width: p.width, height: p.height };
    }),
  ];
}
