/** Names a thing of the path in one line, by its register: for the list of what a merge or split moves. */
import { type Pointing, registerOf } from '@/domain/programming/references';
import type { Path } from '@/domain/programming/state';
import type { Say } from '@/i18n/say';

const WORDS = ['title', 'name', 'label', 'statement', 'quote', 'text', 'profile', 'description'] as const;

export function describe(say: Say, path: Path, { register, id }: Pick<Pointing, 'register' | 'id'>): string {
  const thing = registerOf(path, register)[id] as unknown as Record<string, unknown> | undefined;
  const own = WORDS.map((w) => thing?.[w]).find((w) => typeof w === 'string' && w !== '');
  const organization = path.organizations[String(thing?.organization ?? '')]?.name;
  return `${say(`planning.register.${register}`)}: ${String(own ?? organization ?? id)}`;
}
