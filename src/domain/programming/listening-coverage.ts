/** S25: coverage of listening, sector by sector, each with its sub-groups. */
import { standingOnes } from './deed';
import type { Meeting, Path, SectorRow } from './state';

export type Covered = {
  sector: SectorRow;
  /** Listening meetings that name it or one of its sub-groups; cancelled ones do not count. */
  meetings: Meeting[];
  /** At least one of them has been held. */
  listened: boolean;
};

export const sectorsInOrder = (path: Path, parent: string | null): SectorRow[] =>
  standingOnes(path.sectors)
    .filter((s) => s.parent === parent)
    .sort((a, b) => a.order - b.order || a.at - b.at);

/** Not a sector to be met: people with another point of view are invited (S38). */
const OTHER_VIEWS = 'altri_punti_di_vista';

export function coverage(path: Path): Covered[] {
  const listening = standingOnes(path.meetings).filter(
    (m) => m.kind === 'presentazione_ascolto' && m.dateStatus !== 'annullato',
  );
  const sectors = sectorsInOrder(path, null).filter((s) => s.id !== OTHER_VIEWS);
  return sectors.map((sector) => {
    const own = new Set([sector.id, ...sectorsInOrder(path, sector.id).map((s) => s.id)]);
    const meetings = listening.filter((m) => m.sectors.some((s) => own.has(s)));
    return { sector, meetings, listened: meetings.some((m) => m.dateStatus === 'svolto') };
  });
}
