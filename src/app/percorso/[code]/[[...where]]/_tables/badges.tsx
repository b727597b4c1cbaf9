'use client';
/** Badges of a table: its origin and its state. */
import { type BECAME, whatBecame } from '@/domain/programming/table-origins';
import type { WorkTable } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { Badge, type Tone } from '@/ui/badge';
import type { IconName } from '@/ui/icons';

const CAME: Record<(typeof BECAME)[number], IconName> = {
  invariato: 'check',
  rinominato: 'edit',
  nuovo: 'plus',
  fuso: 'merge',
  diviso: 'split',
  chiuso: 'close',
};
const TONES: Record<WorkTable['status'], Tone> = { proposto: 'warn', condiviso: 'accent', avviato: 'good' };

export function BecameBadge({ table }: { table: WorkTable }) {
  const say = useSay();
  const became = whatBecame(table);
  return <Badge icon={CAME[became]}>{say(`planning.became.${became}`)}</Badge>;
}

export function StatusBadge({ status }: { status: WorkTable['status'] }) {
  const say = useSay();
  return <Badge tone={TONES[status]}>{say(`planning.tableStatus.${status}`)}</Badge>;
}
