'use client';
/** A select for a person's sector, as the office enters it for them: they may not have said. */
import { SECTORS, type Sector } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Select } from '@/ui/field';

type Props = { value: Sector | null; onValue: (sector: Sector | null) => void };

export function SectorSelect({ value, onValue }: Props) {
  const say = useSay();
  return (
    <Select
      label={say('desk.paperSector')}
      value={value ?? ''}
      onChange={(e) => onValue(SECTORS.find((s) => s === e.target.value) ?? null)}
      options={[
        { value: '', label: say('desk.noSector') },
        ...SECTORS.map((s) => ({ value: s, label: say(`sector.${s}`) })),
      ]}
    />
  );
}
