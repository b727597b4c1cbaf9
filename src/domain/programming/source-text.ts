/** Everything written along the path as one type: a source, with its reference, its words and its origin. */
import { foundingStrands } from '../gathering/formats';
import { foundingSector } from '../gathering/sector-names';
import { sessionsOf } from '../gathering/session-queries';
import { topicsInOrder } from '../gathering/topic-queries';
import type { Gathering } from '../gathering/state';
import { isNoteAgain } from '../gathering/note-queries';
import type { ItemKind } from '../gathering/state/report';
import { type NoteKind, noteNumber } from '../gathering/state/note';
import { type Topic, topicNumber } from '../gathering/state/topic';
import type { Strand } from '../words';
import { standingOnes } from './deed';
import { lookIn } from './reference-lookup';
import type { Path } from './state';

export const SOURCE_KINDS = [
  'note',
  'item',
  'report',
  'idea',
  'minutes',
  'photo',
  'action',
  'paper',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];
export type Said = {
  ref: string;
  kind: SourceKind;
  voice: NoteKind | ItemKind | null;
  text: string;
  withheld: boolean;
  gathering: string | null;
  phase: string | null;
  topic: string | null;
  /** The unit counted as one session: a circle, or a whole meeting where there were no circles. */
  session: string;
  slot: string | null;
  sector: string | null;
  strands: readonly Strand[];
  at: number;
  /** Its public reference, as in the record: "T05-N03"; of a report, its topic's number. */
  cite?: string;
};
type SourceContext = Omit<Said, 'ref' | 'kind' | 'text' | 'withheld' | 'at'>;

/**
 * The sources of one gathering, topic by topic. Needs the whole state. `read`: those that somebody has worked on,
 * given by callers that ask about many gatherings of one path.
 */
export function saidInGathering(path: Path, g: Gathering, read = readOnes(path)): Said[] {
  const meeting = standingOnes(path.meetings).find((m) => m.gathering === g.id);
  const said: Said[] = [];
  const hear = (kind: SourceKind, id: string, at: number, place: SourceContext): void => {
    const ref = `${g.id}/${kind}/${id}`;
    const words = lookIn(g, ref);
    if (words) said.push({ ref, kind, at, ...place, ...words });
  };
  const whole: SourceContext = {
    gathering: g.id,
    phase: meeting?.phase ?? null,
    topic: null,
    session: g.id,
    slot: null,
    sector: null,
    strands: [],
    voice: null,
  };
  for (const topic of topicsInOrder(g)) hearTopic({ path, g, read }, topic, whole, hear);
  for (const i of Object.values(g.ideas))
    hear('idea', i.id, i.at, { ...whole, voice: i.kind, sector: foundingSector(g, i.sector) });
  for (const a of Object.values(g.actions)) hear('action', a.id, a.at, whole);
  hear('minutes', g.id, 0, whole);
  return said;
}

function hearTopic(
  { path, g, read }: { path: Path; g: Gathering; read: ReadonlySet<string> },
  t: Topic,
  whole: SourceContext,
  hear: (kind: SourceKind, id: string, at: number, place: SourceContext) => void,
): void {
  const ref = `${g.id}/topic/${t.id}`;
  const first = sessionsOf(g, t.id)[0];
  const strands = [...new Set([...foundingStrands(g, t.strands), ...(path.strands[ref] ?? [])])];
  const on = {
    ...whole,
    topic: ref,
    session: first?.id ?? ref,
    slot: first?.slot ?? null,
    strands,
    cite: topicNumber(t.n),
  };
  for (const id of g.notesOf[t.id] ?? []) {
    const n = g.notes[id];
    if (!n) continue;
    const session = n.session ?? on.session;
    const slot = g.sessions[session]?.slot ?? on.slot;
    const cite = noteNumber(t.n, n.n);
    hear('note', id, n.at, {
      ...on,
      session,
      slot,
      sector: foundingSector(g, n.sector),
      voice: n.kind,
      cite,
    });
  }
  const report = g.reports[t.id];
  if (!report) return;
  const at = report.publishedAt ?? report.completedAt ?? 0;
  for (const field of Object.keys(report.fields)) hear('report', `${t.id}.${field}`, at, on);
  for (const id of report.itemOrder) {
    const item = report.items[id];
    if (!isNoteAgain(g, item) || read.has(`${g.id}/item/${t.id}.${id}`))
      hear('item', `${t.id}.${id}`, at, { ...on, voice: item?.kind ?? null });
  }
  for (const p of report.photos) hear('photo', `${t.id}.${p.id}`, p.at, on);
}

/**
 * References of sources that somebody has already worked on: they stay where they are, also where their words are
 * counted elsewhere.
 */
export const readOnes = (path: Path): ReadonlySet<string> =>
  new Set([
    ...Object.keys(path.readings),
    ...[...standingOnes(path.codings), ...standingOnes(path.evidence)].map((c) => c.ref),
  ]);

/** Sources imported by planners: sheets of paper, and the minutes of meetings held elsewhere. */
export const saidOnPaper = (path: Path): Said[] => [...sheets(path), ...minutes(path)];

const minutes = (path: Path): Said[] =>
  standingOnes(path.meetings).flatMap((m) =>
    m.minutes === ''
      ? []
      : [
          {
            ref: `${path.id}/minutes/${m.id}`,
            kind: 'minutes' as const,
            voice: null,
            text: m.minutes,
            withheld: false,
            gathering: m.gathering ?? m.id,
            phase: m.phase,
            topic: null,
            session: m.gathering ?? m.id,
            slot: null,
            sector: null,
            strands: [],
            at: m.at,
          },
        ],
  );

const sheets = (path: Path): Said[] =>
  standingOnes(path.papers).map((p) => {
    const meeting = p.meeting === null ? undefined : path.meetings[p.meeting];
    return {
      ref: `${path.id}/paper/${p.id}`,
      kind: 'paper',
      voice: p.kind,
      text: p.text,
      withheld: false,
      gathering: meeting?.gathering ?? p.meeting,
      phase: meeting?.phase ?? null,
      topic: null,
      session: meeting?.gathering ?? p.meeting ?? path.id,
      slot: null,
      sector: p.sector,
      strands: p.strands,
      at: p.at,
    };
  });

export function saidAlong(path: Path, gatherings: readonly Gathering[]): Said[] {
  const read = readOnes(path);
  return [...gatherings.flatMap((g) => saidInGathering(path, g, read)), ...saidOnPaper(path)];
}
