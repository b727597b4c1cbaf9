'use client';
/** Euro and people-hours, side by side and never added. */
import type { Sum } from '@/domain/programming/resource-map';
import { useSay } from '@/i18n/words';

export function SumOf({ sum }: { sum: Sum }) {
  const say = useSay();
  if (sum.cents === 0 && sum.hours === 0) return <span className="text-ink-soft">–</span>;
  return (
    <span className="grid tabular-nums">
      {sum.cents > 0 && <span className="whitespace-nowrap">{say.euro(sum.cents)}</span>}
      {sum.hours > 0 && (
        <span className="whitespace-nowrap text-sm">{say('planning.hoursN', { n: sum.hours })}</span>
      )}
    </span>
  );
}
