'use client';
/** The three strands, optional and several at will, each with its letter, shape and name. */
import { STRANDS, type Strand } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { StrandBadge, StrandShape } from '@/ui/badge';
import { CheckPills } from '@/ui/choice';

export function StrandPicker({ values, onValues }: { values: Strand[]; onValues: (v: Strand[]) => void }) {
  const say = useSay();
  return (
    <CheckPills
      legend={say('strand.pick')}
      hint={say('strand.hint')}
      choices={STRANDS.map((s) => ({
        value: s,
        label: say(`strand.${s}`),
        icon: <StrandShape strand={s} />,
      }))}
      values={values}
      onValues={onValues}
    />
  );
}

export function Strands({ of, short }: { of: readonly Strand[]; short?: boolean }) {
  const say = useSay();
  return of.map((s) => (
    <StrandBadge key={s} strand={s} label={say(`strand.${s}`)} {...(short ? { short } : {})} />
  ));
}
