/** Translates the short references of the demonstration to those of the log. */
import { WRITTEN } from './casting';
import { noteIdOf, topicId } from './day';
import { JANUARY } from './path-said';

export const GATHERING = 'demo-ost-carpi';
export const paperId = (sitting: string, line: number): string => `carta-${sitting}-${line}`;

/** A note by its topic and its line, as db/demo/notes.ts lists them. */
export function noteAt(topicLine: string): { ref: string; text: string } {
  const [topic = 0, line = 0] = topicLine.split('.').map(Number);
  const note = WRITTEN.filter((n) => n.topic === topic)[line - 1];
  if (!note || note.names) throw new Error(`no note ${topicLine}`);
  return { ref: `${GATHERING}/note/${noteIdOf(note)}`, text: note.text };
}

export function refOf(short: string): string {
  const [a = 0, b = 0] = short.slice(1).split('.').map(Number);
  switch (short[0]) {
    case 'n':
      return noteAt(short.slice(1)).ref;
    case 'i':
      return `${GATHERING}/item/${topicId(a)}.voce-demo-${a}-${b}`;
    case 'g':
      return `${GATHERING}/action/azione-demo-${a}`;
    case 'v':
      return `${GATHERING}/votes/${topicId(a)}`;
    case 'c':
      return `demo-percorso/paper/${paperId(JANUARY[a - 1]?.id ?? '', b)}`;
    default:
      throw new Error(`no source ${short}`);
  }
}

const RELATION = { '+': 'sostiene', '-': 'contrasta' } as const;
/** `n5.1 +n5.2 -n5.3`: founds, supports, contrasts. */
export const evidenceOf = (words: string): { ref: string; relation: 'fonda' | 'sostiene' | 'contrasta' }[] =>
  words
    .split(' ')
    .filter(Boolean)
    .map((word) => {
      const mark = RELATION[word[0] as '+' | '-'];
      return { ref: refOf(mark ? word.slice(1) : word), relation: mark ?? 'fonda' };
    });

export const split = (list: string): string[] => list.split(' ').filter(Boolean);
