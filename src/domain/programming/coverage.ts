/** S25: has everyone been listened to? Sector by sector, counting its sub-groups with it. */
import { standingOnes } from './deed';
import type { Meeting, Path, SectorRow } from './state';

export type Covered = {
  sector: SectorRow;
  /** Meetings of listening that name it or one of its sub-groups; cancelled ones are no listening. */
  meetings: Meeting[];
  /** At least one of them has been held. */
  listened: boolean;
};

export const sectorsInOrder = (path: Path, parent: string | null): SectorRow[] =>
  standingOnes(path.sectors)
    .filter((s) => s.parent === parent)
    .sort((a, b) => a.order - b.order || a.at - b.at);

/** Not a sector to be met: whoever brings another view is sought by invitation (S38). */
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
