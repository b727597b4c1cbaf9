/** The text of a conflict, and the parts of a command that a person typed. */
import type { useSay } from '@/i18n/words';
import type { ConflictWords } from '@/ui/conflict';

type Say = ReturnType<typeof useSay>;

/** The author of the current text: their name, `'me'` for one's own other device, null where that is not known. */
export type Writer = { name: string } | 'me' | null;

export function conflictWords(say: Say, by: Writer): ConflictWords {
  const named = by !== null && by !== 'me' ? by : null;
  return {
    title: named
      ? say('conflict.title', named)
      : say(by === 'me' ? 'conflict.titleMe' : 'conflict.titleSomeone'),
    yours: say('conflict.yours'),
    mine: say('conflict.mine'),
    theirs: named ? say('conflict.theirs', named) : say('conflict.theirsSomeone'),
    both: say('conflict.both'),
  };
}

/** Parts of a command that refer to things or choose among a few: nobody typed them. */
const NO_WORDS: ReadonlySet<string> = new Set(
  (
    'id topic session item idea action cluster seat slot space merge photo hash ref target table project meeting parent ' +
    'organization area convener into from by kind field status outcome answer assessment relation participatory mobility ' +
    'constraint state day start end due date href prompt role symbol colour cameBy municipality'
  ).split(' '),
);

const asId = (value: unknown): boolean => typeof value === 'string' && /^[\w-]{14}$/.test(value);

/** Everything a person typed in a value, as lines to read. Numbers and choices are left out. */
export function typedWords(value: unknown, field = ''): string {
  if (NO_WORDS.has(field)) return '';
  if (typeof value === 'string') return field === 'note' && asId(value) ? '' : value;
  if (Array.isArray(value))
    return value
      .filter((one) => !asId(one))
      .map((one) => typedWords(one))
      .filter((line) => line !== '')
      .join('\n');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([name, part]) => typedWords(part, name))
    .filter((line) => line !== '')
    .join('\n');
}
