/** Props of every scene of the wall, and the room that a band above it leaves. */
import { useView } from '@/client/hooks/gathering-provider';
import { standingAnnouncements } from '@/domain/gathering/current-announcements';
import { timerAt } from '@/domain/gathering/current-signals';
import { useWallShape, type WallRoom } from '@/ui/wall-frame';

export type SceneProps = { address: string; now: number | null };

/** A timer takes a third of an upright wall, an announcement the height of a row. */
export function useRoom(now: number | null): WallRoom {
  const view = useView();
  const shape = useWallShape();
  if (now === null) return 'whole';
  if (timerAt(view, now) !== null) return shape === 'upright' ? 'tight' : 'banded';
  return standingAnnouncements(view, now).length > 0 ? 'banded' : 'whole';
}

export const useTight = (now: number | null): boolean => useRoom(now) === 'tight';
