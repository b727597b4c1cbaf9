'use client';
/** Announcements for every page of the phone, until they expire or this person has closed them. */
import { useState } from 'react';
import { deviceStorage } from '@/client/storage/device-storage';
import { useHydrated, useNow, useView } from '@/client/hooks/gathering-provider';
import { standingAnnouncements } from '@/domain/gathering/current-announcements';
import type { Announcement } from '@/domain/gathering/state/announcement';
import { useWhere } from './navigation';
import { useRunningCircle } from './phone-hooks';

export function useNotices(): { shown: Announcement | null; close: (id: string) => void } {
  const view = useView();
  const now = useNow();
  const { code, where } = useWhere();
  const inCircle = useRunningCircle() !== null;
  const alive = useHydrated();
  const [, closed] = useState(0);
  const keep = deviceStorage(`cerchi:notice:${code}:`);
  // The news lists them all; so does the home page, unless it is the circle I sit in.
  const listed = where[0] === 'notizie' || (where.length === 0 && !inCircle);
  const standing = alive && now !== null && !listed ? standingAnnouncements(view, now) : [];
  return {
    shown: standing.find((a) => keep.get(a.id) === null) ?? null,
    close(id) {
      keep.set(id, '1');
      closed((n) => n + 1);
    },
  };
}
