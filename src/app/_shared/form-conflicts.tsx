'use client';
/** A form's conflicts: somebody else's text beside the typed one, until the person has chosen. */
import type { FormDraft } from '@/client/storage/draft';
import { useSay } from '@/i18n/words';
import { Conflict } from '@/ui/conflict';
import { conflictWords, typedWords, type Writer } from './conflict-words';

type Props<V extends object> = {
  draft: FormDraft<V>;
  /** The current values. */
  now: V;
  by: Writer;
  /** One field of the form; all of them by default. */
  field?: keyof V & string;
  /** Called after a choice that keeps one's own words; the form can be sent at once. */
  onSettled?: (values: V) => void;
};

export function FormConflicts<V extends object>({ draft, now, by, field, onSettled }: Props<V>) {
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
