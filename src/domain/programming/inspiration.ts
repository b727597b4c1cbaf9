/** Earlier words of the path, to read while thinking of a topic: never an agenda, never in order of merit (S24). */
import type { Gathering } from '../gathering/state';
import type { NoteKind } from '../gathering/state/note';
import { standingOnes } from './deed';
import { publishedOf } from './publication';
import type { Path } from './state';

/** `where`: the meeting it comes from. No names and no sectors. */
export type Inspiration = { id: string; text: string; kind: NoteKind; where: string };

/**
 * Ideas of the path's meetings, and those imported from paper; neither those of `gathering` itself nor withheld ones.
 */
export function inspirationFor(
  path: Path,
  gatherings: readonly Gathering[],
  gathering: string,
): Inspiration[] {
  const said = gatherings
    .filter((g) => g.id !== gathering)
    .flatMap((g) =>
      Object.values(g.ideas)
        .filter((i) => !i.withdrawn && !i.hidden)
        .map((i) => ({ id: i.id, text: i.text, kind: i.kind, where: g.title })),
    );
  // A line of paper is only for the office until its meeting is published.
  const papers = standingOnes(path.papers).flatMap((p) => {
    const meeting = p.meeting === null ? undefined : path.meetings[p.meeting];
    const text = meeting && publicLine(path, meeting.id, p.id);
    return text && !meeting.removed && meeting.gathering !== gathering
      ? [{ id: p.id, text, kind: p.kind, where: meeting.title }]
      : [];
  });
  return [...said, ...papers];
}

/** A line of paper in the words in which its meeting was published; null when it was not. */
function publicLine(path: Path, meeting: string, line: string): string | null {
  const words = publishedOf(path, 'meeting', meeting)?.words;
  return words?.what === 'meeting' ? (words.lines.find((l) => l.id === line)?.text ?? null) : null;
}
