/** The origin of words as a document cites it: gathering, paragraph, circle, sector, day. */
import { slotOf } from '@/domain/gathering/session-queries';
import { topicsInOrder } from '@/domain/gathering/topic-queries';
import type { Gathering } from '@/domain/gathering/state';
import { noteNumber } from '@/domain/gathering/state/note';
import { topicNumber } from '@/domain/gathering/state/topic';
import { type Said, type SourceKind, saidAlong } from '@/domain/programming/source-text';
import { standingOnes } from '@/domain/programming/deed';
import type { Path } from '@/domain/programming/state';
import { actionNumber, ideaNumber, itemNumber } from './gathering-json-results';

export type Citation = {
  ref: string;
  kind: SourceKind | 'topic' | 'votes';
  /** `DEMO T05-N03`, `DEMO G1`, `Incontro del volontariato, 5`: a reference that readers can look up. */
  place: string;
  gathering: string | null;
  topic: string | null;
  topicTitle: string | null;
  slot: string | null;
  said: Said | null;
  /** The sector that the office wrote down with a line of paper; never a person's in a gathering, who may have signed (E25). */
  sector: Said['sector'];
  withheld: boolean;
};
export type Cited = ReadonlyMap<string, Citation>;

/** Every source of the path by its reference, topics and their dots too. */
export function citations(path: Path, gatherings: readonly Gathering[]): Cited {
  const byId = new Map(gatherings.map((g) => [g.id, g]));
  const places = new Map([...paperNumbers(path), ...minutesTitles(path)]);
  const found = new Map<string, Citation>();
  for (const said of saidAlong(path, gatherings)) {
    const g = byId.get(said.ref.split('/', 1)[0] ?? '');
    const topic = g && said.topic ? g.topics[said.topic.split('/')[2] ?? ''] : undefined;
    const session = g?.sessions[said.session];
    found.set(said.ref, {
      ref: said.ref,
      kind: said.kind,
      place: g ? `${g.code} ${paragraph(g, said)}`.trim() : (places.get(said.ref) ?? said.ref),
      gathering: g?.code ?? null,
      topic: topic ? topicNumber(topic.n) : null,
      topicTitle: topic && !topic.hidden ? topic.title : null,
      slot: g && session ? (slotOf(g, session)?.label ?? null) : null,
      said,
      sector: g ? null : said.sector,
      withheld: said.withheld,
    });
  }
  for (const g of gatherings)
    for (const t of topicsInOrder(g))
      for (const kind of ['topic', 'votes'] as const)
        found.set(`${g.id}/${kind}/${t.id}`, {
          ref: `${g.id}/${kind}/${t.id}`,
          kind,
          place: `${g.code} ${topicNumber(t.n)}`,
          gathering: g.code,
          topic: topicNumber(t.n),
          topicTitle: t.hidden ? null : t.title,
          slot: null,
          said: null,
          sector: null,
          withheld: t.hidden !== null,
        });
  return found;
}

/** The paragraph's own number in the record of its gathering (I11). */
function paragraph(g: Gathering, { kind, ref }: Said): string {
  const [, , id = ''] = ref.split('/');
  const [topic = '', part = ''] = id.split('.');
  const number = topicNumber(g.topics[topic]?.n ?? 0);
  switch (kind) {
    case 'note': {
      const note = g.notes[id];
      return note ? noteNumber(g.topics[note.topic]?.n ?? 0, note.n) : id;
    }
    case 'item':
      return itemNumber(number, g.reports[topic]?.itemOrder.indexOf(part) ?? 0);
    case 'report':
    case 'photo':
      return number;
    case 'idea':
      return ideaNumber(g.ideas[id]?.n ?? 0);
    case 'action':
      return actionNumber(g.actions[id]?.n ?? 0);
    default:
      return '';
  }
}

/** Lines of paper are counted within their meeting, in the order of import. */
function paperNumbers(path: Path): Map<string, string> {
  const counted = new Map<string, number>();
  return new Map(
    standingOnes(path.papers).map((p) => {
      const meeting = p.meeting ?? path.id;
      const n = (counted.get(meeting) ?? 0) + 1;
      counted.set(meeting, n);
      const title = p.meeting === null ? path.code : (path.meetings[p.meeting]?.title ?? p.meeting);
      return [`${path.id}/paper/${p.id}`, `${title}, ${n}`];
    }),
  );
}

/** Minutes that the path itself keeps are cited by the title of their meeting. */
const minutesTitles = (path: Path): [string, string][] =>
  standingOnes(path.meetings).map((m) => [`${path.id}/minutes/${m.id}`, m.title]);
