/** Counts strands of topics by their conveners' sectors (domain §2.7). */
import type { AlongMeeting } from './path-texts';
import { type Figures, figures, UNSAID } from './analysis';
import type { Path } from './state';

export type StrandRow = { strand: string; total: number; cells: Record<string, number> };
/** A topic counts once for each sector that convened it, and in each of its strands; `total` counts it once. */
export function strandsByConvener(
  path: Path,
  meetings: readonly AlongMeeting[],
): Figures<StrandRow> & { columns: string[] } {
  const rows = new Map<string, StrandRow>();
  const columns = new Set<string>();
  const topics = meetings.flatMap((m) => m.topics);
  for (const topic of topics) {
    const strands = new Set<string>([...topic.strands, ...(path.strands[topic.ref] ?? [])]);
    const sectors = new Set(topic.conveners.map((s) => s ?? UNSAID));
    if (sectors.size === 0) sectors.add(UNSAID);
    for (const strand of strands.size > 0 ? strands : [UNSAID]) {
      const row = rows.get(strand) ?? { strand, total: 0, cells: {} };
      row.total += 1;
      for (const sector of sectors) {
        columns.add(sector);
        row.cells[sector] = (row.cells[sector] ?? 0) + 1;
      }
      rows.set(strand, row);
    }
  }
  const sorted = [...rows.values()].sort((a, b) => a.strand.localeCompare(b.strand));
  return { ...figures(topics.length, sorted, 'topics'), columns: [...columns].sort() };
}
