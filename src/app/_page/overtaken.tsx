'use client';
/** In a form: what somebody else wrote meanwhile, beside what is in the boxes, until the person has chosen. */
import type { FormDraft } from '@/client/draft';
import { useSay } from '@/i18n/words';
import { Conflict } from '@/ui/conflict';
import { conflictWords, typedWords, type Writer } from './conflict-words';

type Props<V extends object> = {
  draft: FormDraft<V>;
  /** What stands now. */
  now: V;
  by: Writer;
  /** One field of the form; all of them when left out. */
  field?: keyof V & string;
  /** After a choice that puts one's own words forward; the form can be sent at once. */
  onSettled?: (values: V) => void;
};

export function Overtaken<V extends object>({ draft, now, by, field, onSettled }: Props<V>) {
  const say = useSay();
  const fields = draft.overtaken.filter((name) => field === undefined || name === field);
  if (fields.length === 0) return null;
  const { keepBoth } = draft;
  const settled = (values: V) => onSettled?.(values);
  const theirs = fields.map((name) => typedWords(now[name])).filter((line) => line !== '');
  return (
    <Conflict
      words={conflictWords(say, by)}
      theirs={theirs.join('\n')}
      onMine={() => settled(draft.keepMine(field))}
      onTheirs={() => draft.keepTheirs(field)}
      onBoth={keepBoth ? () => settled(keepBoth(field)) : undefined}
    />
  );
}
