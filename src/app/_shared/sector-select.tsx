'use client';
/** A select for a person's sector, as the office enters it for them: they may not have said. */
import { useShown } from '@/client/hooks/gathering-provider';
import type { Sector } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Select } from '@/ui/field';
import { useSectorName } from './sector-name';

type Props = { value: Sector | null; onValue: (sector: Sector | null) => void };

export function SectorSelect({ value, onValue }: Props) {
  const say = useSay();
  const name = useSectorName();
  const ids = useShown((s) => s.view.sectors).map((s) => s.id);
  if (ids.length === 0) return null;
  return (
    <Select
      label={say('desk.paperSector')}
      value={value ?? ''}
      onChange={(e) => onValue(ids.find((s) => s === e.target.value) ?? null)}
      options={[
        { value: '', label: say('desk.noSector') },
        ...ids.map((id) => ({ value: id, label: name(id) })),
      ]}
    />
  );
}
