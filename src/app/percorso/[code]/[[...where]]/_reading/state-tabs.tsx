'use client';
/** The reading states as a filter with counts. */
import { READING_STATES, type ReadingState } from '@/domain/programming/reading-shapes';
import { useSay } from '@/i18n/words';
import { cx } from '@/ui/cx';
import { Icon, type IconName } from '@/ui/icons';

export const STATE_ICONS: Record<ReadingState, IconName> = {
  non_letto: 'note',
  letto: 'eye',
  codificato: 'check',
  da_rivedere: 'flag',
};

export function StateTabs({
  counts,
  all,
  state,
  onState,
}: {
  counts: Readonly<Record<string, number>>;
  all: number;
  state: ReadingState | undefined;
  onState: (state: ReadingState | undefined) => void;
}) {
  const say = useSay();
  const one = (value: ReadingState | undefined, label: string, n: number, icon?: IconName) => (
    <button
      key={value ?? 'all'}
      type="button"
      aria-pressed={state === value}
      onClick={() => onState(value)}
      className={cx(
        'inline-flex min-h-11 items-center gap-2 rounded-full border-2 px-3.5 font-semibold text-sm',
        state === value
          ? 'border-accent bg-accent-soft text-accent'
          : 'border-line bg-raised hover:border-accent',
      )}
    >
      {icon && <Icon name={icon} />}
      {label}
      <span className="font-normal tabular-nums">{say.number(n)}</span>
    </button>
  );
  return (
    <fieldset className="flex min-w-0 flex-wrap gap-2">
      <legend className="sr-only">{say('reading.stateLegend')}</legend>
      {one(undefined, say('reading.all'), all)}
      {READING_STATES.map((s) => one(s, say(`reading.state.${s}`), counts[s] ?? 0, STATE_ICONS[s]))}
    </fieldset>
  );
}
