/** Props of every scene of the wall, and the room that a band above it leaves. */
import { useView } from '@/client/hooks/gathering-provider';
import { standingAnnouncements } from '@/domain/gathering/current-announcements';
import { timerAt } from '@/domain/gathering/current-signals';
import type { Gathering } from '@/domain/gathering/state';
import { useWallShape } from '@/ui/wall-frame';

export type SceneProps = { address: string; now: number | null };

/** Is there a band above the scene, a timer's or an announcement's? It takes the height of a row. */
export const isUnderBand = (view: Gathering, now: number | null): boolean =>
  now !== null && (timerAt(view, now) !== null || standingAnnouncements(view, now).length > 0);

/** True on an upright wall whose timer also carries an announcement: half of its height is left for the scene. */
export function useTight(now: number | null): boolean {
  const view = useView();
  const shape = useWallShape();
  if (shape !== 'upright' || now === null) return false;
  return timerAt(view, now) !== null && standingAnnouncements(view, now).length > 0;
}
