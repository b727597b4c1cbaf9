'use client';
/** A search by words in a long register. */
import { useSay } from '@/i18n/words';
import { SearchField } from '@/ui/search-field';

const AT_A_GLANCE = 8;

type Props = { of: number; words: string; onWords: (words: string) => void };

export function RegisterSearch({ of, words, onWords }: Props) {
  const say = useSay();
  if (of <= AT_A_GLANCE) return null;
  return (
    <div className="min-w-[min(15rem,100%)] flex-1">
      <SearchField
        label={say('planning.search')}
        placeholder={say('planning.search')}
        clearLabel={say('planning.clear')}
        value={words}
        onText={onWords}
      />
    </div>
  );
}
