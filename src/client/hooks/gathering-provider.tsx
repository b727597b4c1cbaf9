'use client';
/** Gives the screens of one gathering their replica, and the hooks to read it and to send commands. */
import type { ReactNode } from 'react';
import type { GatheringDeeds } from '@/domain/gathering/catalogue';
import type { Gathering } from '@/domain/gathering/state';
import type { Origin } from '@/domain/words';
import type { Surface } from '@/protocol/wire';
import { gatheringReplica } from '../replica/gathering-replica';
import { hooksFor } from './stream-hooks';
import { loadDomain, loadSync } from '../loading/lazy-domain';
import type { Initial } from '../replica/replica';

// Before the first screen is drawn: the socket takes a while to connect, and needs no deed for it.
if (typeof window !== 'undefined') void loadSync();

const hooks = hooksFor<Gathering, GatheringDeeds>();
export const { useReplica, useShown, useView, useAsk, useCan, useNow } = hooks;

/**
 * True once the notes are here to be read: a large gathering's page comes without them, except for the page's own
 * topic. Until then no screen says that there are none.
 */
export const useWritten = (topic?: string): boolean =>
  useShown((s) => s.ready || (topic !== undefined && topic in s.view.notesOf));

type Props = {
  code: string;
  surface: Surface;
  initial?: Initial<Gathering>;
  origin?: Origin;
  children: ReactNode;
};

export function GatheringProvider({ code, surface, initial, origin, children }: Props) {
  return (
    <hooks.ReplicaProvider make={() => gatheringReplica(code, surface, initial, origin)} first={loadDomain}>
      {children}
    </hooks.ReplicaProvider>
  );
}

export { type AskExtra, sameItems, useHydrated } from './stream-hooks';
/** Drafts that survive a reload and a killed tab: of one text, and of a form over current values. */
export { useDraft, useFormDraft } from '../storage/draft';
