/** Contributions on paper: whole sheets imported line by line, and the correction of a line. */
import * as z from 'zod/mini';
import { NOTE_KINDS } from '../gathering/state/note';
import { type Refusal, refuse } from '../refusal';
import { Id, text, textOrEmpty } from '../shapes';
import { LINE_MAX, NOTE_MAX, SECTORS, STRANDS } from '../words';
import { allStand, begun, deed, PLANNERS } from './deed';
import { revises } from './register';
import type { Path } from './state';

/** A sector is one of the path's own: its id, or one that every path begins with. */
export const PaperShape = z.strictObject({
  meeting: z.nullable(Id),
  text: text(NOTE_MAX),
  kind: z.enum(NOTE_KINDS),
  sector: z.nullable(Id),
  strands: z.array(z.enum(STRANDS)).check(z.maxLength(3)),
  /** The sheet's location, so that anyone can go and look: "cartellone 3, angolo in alto". */
  where: textOrEmpty(LINE_MAX),
});
export type PaperWords = z.infer<typeof PaperShape>;
const Line = z.strictObject({
  id: Id,
  text: text(NOTE_MAX),
  kind: z._default(z.enum(NOTE_KINDS), 'altro'),
  sector: z._default(z.nullable(Id), null),
  strands: z._default(z.array(z.enum(STRANDS)), []),
  where: z._default(textOrEmpty(LINE_MAX), ''),
});
const batch = () =>
  z.strictObject({
    meeting: z._default(z.nullable(Id), null),
    lines: z.array(Line).check(z.minLength(1), z.maxLength(500, 'too_large')),
  });

/** A path opened without sectors still knows those of the join form. */
export const knownSectors = (state: Path, ids: readonly (string | null)[]): Refusal | null =>
  allStand(
    state.sectors,
    ids.filter((id) => !(SECTORS as readonly (string | null)[]).includes(id)),
    'sector',
  );

/** One fact for the whole sheet: a sheet imported by half would be counted twice at the next try. */
export const importPaper = deed({
  command: 'importPaper',
  fact: 'paperImported',
  who: PLANNERS,
  commandSchema: batch,
  factSchema: batch,
  decide(state, ask) {
    const ids = ask.lines.map((l) => l.id);
    if (new Set(ids).size < ids.length || ids.some((id) => state.papers[id]))
      return refuse('id_already_used');
    const sectors = [...new Set(ask.lines.map((l) => l.sector))];
    return allStand(state.meetings, [ask.meeting], 'meeting') ?? knownSectors(state, sectors) ?? ask;
  },
  apply(state, data, fact) {
    for (const line of data.lines)
      state.papers[line.id] = { ...begun(line.id, fact), ...line, meeting: data.meeting };
  },
});

export const revisePaper = revises({
  command: 'revisePaper',
  fact: 'paperRevised',
  into: (state: Path) => state.papers,
  words: PaperShape,
  check: (state, w) => allStand(state.meetings, [w.meeting], 'meeting') ?? knownSectors(state, [w.sector]),
});
