'use client';
/** The strands of this gathering, optional, any number of them, each with its letter, shape and name. */
import { useStrandName } from '@/app/_shared/strand-name';
import { useShown } from '@/client/hooks/gathering-provider';
import type { Strand } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { StrandBadge, StrandShape } from '@/ui/badge';
import { CheckPills } from '@/ui/choice';

export function StrandPicker({ values, onValues }: { values: Strand[]; onValues: (v: Strand[]) => void }) {
  const say = useSay();
  const name = useStrandName();
  const strands = useShown((s) => s.view.strands);
  if (strands.length === 0) return null;
  return (
    <CheckPills
      legend={say('strand.pick')}
      hint={say('strand.hint')}
      choices={strands.map(({ id }) => ({
        value: id,
        label: name(id),
        icon: <StrandShape strand={id} />,
      }))}
      values={values}
      onValues={onValues}
    />
  );
}

export function Strands({ of, short }: { of: readonly Strand[]; short?: boolean }) {
  const name = useStrandName();
  return of.map((s) => <StrandBadge key={s} strand={s} label={name(s)} {...(short ? { short } : {})} />);
}
