'use client';
/** Finds sources by reference, with their meeting, topic and circle. */
import { useMemo } from 'react';
import { usePath, useSources } from '@/client/hooks/path-provider';
import type { AlongCircle, AlongMeeting, AlongTopic } from '@/domain/programming/path-texts';
import { type Said, saidOnPaper } from '@/domain/programming/source-text';

export type Where = {
  said: Said | null;
  meeting: AlongMeeting | null;
  topic: AlongTopic | null;
  circle: AlongCircle | null;
};

export function useSaid() {
  const path = usePath();
  const { said, meetings, ready } = useSources();
  const { id, papers } = path;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path's papers are all it says by itself
  const all = useMemo(() => [...said, ...saidOnPaper(path)], [said, papers, id]);
  return useMemo(() => {
    const byRef = new Map(all.map((s) => [s.ref, s]));
    const byMeeting = new Map(meetings.map((m) => [m.gathering, m]));
    const topics = new Map(meetings.flatMap((m) => m.topics.map((t) => [t.ref, t] as const)));
    const circles = new Map(meetings.flatMap((m) => m.circles.map((c) => [c.session, c] as const)));
    const where = (ref: string): Where => {
      const found = byRef.get(ref) ?? null;
      const topic = topics.get(found?.topic ?? ref) ?? null;
      return {
        said: found,
        meeting: byMeeting.get(found?.gathering ?? ref.split('/', 1)[0] ?? '') ?? null,
        topic,
        circle: circles.get(found?.session ?? '') ?? null,
      };
    };
    return { all, where, meetings, ready };
  }, [all, meetings, ready]);
}
