'use client';
/** Display names for the reading: origins of words, sectors, readers. */
import { useCallback, useMemo } from 'react';
import { usePath, usePathShown, useSources } from '@/client/hooks/path-provider';
import type { Said } from '@/domain/programming/source-text';
import { useSay } from '@/i18n/words';
import { lastPart } from '../_shared/addresses';

/** The name of a sector: as the path calls it, else the common one. */
export function useSectorName(): (sector: string | null) => string {
  const say = useSay();
  const sectors = usePath().sectors;
  return useCallback(
    (sector) =>
      sector === null || sector === 'non_detto' || sector === 'non_indicato'
        ? say('reading.untold')
        : (sectors[sector]?.label ?? say.dynamic(`reading.sector.${sector}`)),
    [say, sectors],
  );
}

/** Meetings and topics by their ids, wherever they were held. */
export function usePlaces() {
  const { meetings } = useSources();
  const path = usePath();
  return useMemo(() => {
    const gatherings = new Map(meetings.map((m) => [m.gathering, m.title]));
    for (const m of Object.values(path.meetings))
      if (!m.removed) gatherings.set(m.gathering ?? m.id, m.title);
    const topics = new Map(meetings.flatMap((m) => m.topics).map((t) => [t.ref, t]));
    const slots = new Map(meetings.flatMap((m) => m.slots).map((s) => [s.id, s.label]));
    return { gatherings, topics, slots };
  }, [meetings, path.meetings]);
}

/** The origin of some words in one line: the circle and its slot, or the meeting. `bare`: its number stands beside. */
export function useOrigin(): (s: Said, bare?: boolean) => string {
  const { gatherings, topics, slots } = usePlaces();
  const { papers } = usePath();
  return useCallback(
    (s, bare = false) => {
      const sheet = s.kind === 'paper' ? papers[lastPart(s.ref)]?.where : '';
      const topic = s.topic ? topics.get(s.topic) : undefined;
      const turn = s.slot ? slots.get(s.slot) : undefined;
      const circle = topic && [bare ? '' : (s.cite ?? topic.number), topic.title].filter(Boolean).join(' ');
      const meeting = (s.gathering && gatherings.get(s.gathering)) ?? '';
      return [circle || meeting, circle ? turn : '', sheet].filter(Boolean).join(' · ');
    },
    [gatherings, topics, slots, papers],
  );
}

/** The name of a colleague; a removed account is "a colleague". */
export function useNameOf(): (id: string | null) => string {
  const say = useSay();
  const people = usePathShown((s) => s.people);
  const you = usePathShown((s) => s.you?.id);
  return useCallback(
    (id) =>
      id !== null && id === you ? say('reading.you') : ((id && people[id]) ?? say('reading.colleague')),
    [people, you, say],
  );
}
