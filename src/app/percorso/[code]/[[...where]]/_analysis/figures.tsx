'use client';
/** The line under every figure: `n`, its unit, and that it is no sample. No figure is shown without it. */
import type { Figures } from '@/domain/programming/analysis';
import { useSay } from '@/i18n/words';
import { Icon } from '@/ui/icons';

export function Under({ n, unit }: { n: number; unit: Figures<unknown>['unit'] | 'both' }) {
  const say = useSay();
  return (
    <p className="flex items-start gap-2 text-ink-soft">
      <Icon name="info" className="mt-0.5" />
      <span>
        <b className="text-ink tabular-nums">{say(`analysis.n.${unit}`, { n })}</b> {say('analysis.caveat')}
      </span>
    </p>
  );
}
