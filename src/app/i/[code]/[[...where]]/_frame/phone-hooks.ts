'use client';
/** Hooks for every screen of the phone: the person's identity, people's names, and sending commands. */
import { isRefusal, type Refusal } from '@/domain/refusal';
import type { AskInput } from '@/domain/deed';
import type { GatheringDeeds } from '@/domain/gathering/catalogue';
import { isConvener } from '@/domain/gathering/topic-queries';
import { wroteNote } from '@/domain/gathering/note-queries';
import type { Gathering } from '@/domain/gathering/state';
import type { Note } from '@/domain/gathering/state/note';
import { type Topic, topicNumber } from '@/domain/gathering/state/topic';
import type { Writer } from '@/app/_shared/conflict-words';
import { nanoid } from 'nanoid';
import { useAsk, useShown, useReplica } from '@/client/hooks/gathering-provider';
import type { Delivery, ViewSnapshot } from '@/client/replica/replica';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { useToast } from './phone-toasts';

/** Ids are made here, so that sending twice is harmless. */
export const newId = (): string => nanoid(14);

export const useMe = (): string | null => useShown((s) => s.you?.seat ?? null);

/** The private slice of this person's seat; null before they have done anything. */
export const useMine = () => useShown((s) => (s.you?.seat ? (s.view.private[s.you.seat] ?? null) : null));

/** The circle this person sits in, while it is under way; null otherwise. */
export const runningCircle = ({
  view,
  you,
}: Pick<ViewSnapshot<Gathering>, 'view' | 'you'>): string | null => {
  const circle = view.private[you?.seat ?? '']?.circle ?? null;
  return circle !== null && view.sessions[circle]?.state === 'running' ? circle : null;
};
export const useRunningCircle = (): string | null => useShown(runningCircle);

/** A person's name here; people who left or were erased are "a participant". */
export function useName(): (seat: string | null) => string {
  const people = useShown((s) => s.people);
  const me = useShown((s) => s.you);
  const say = useSay();
  return (seat) => {
    if (!seat) return say('who.someone');
    return people[seat] ?? (seat === me?.seat ? me.label : null) ?? say('who.someone');
  };
}

/** The author of the text that replaced this person's; null where that is not known. */
export function useWriter(): (seat: string | null) => Writer {
  const people = useShown((s) => s.people);
  const me = useMe();
  return (seat) => {
    if (seat !== null && seat === me) return 'me';
    const name = seat === null ? null : people[seat];
    return name ? { name } : null;
  };
}

/** A topic in an address: by its number, or by its id until the server has given it one. */
export function useTopicName(): (topic: Topic) => string {
  const replica = useReplica();
  return ({ id, n }) => (Object.hasOwn(replica.snapshot().confirmed.topics, id) ? topicNumber(n) : id);
}

export const isMine = (topic: Topic, me: string | null): boolean => me !== null && isConvener(topic, me);

/** Anonymous ones too: only this phone knows whose they are. */
export const useMyNote = (note: Note): boolean =>
  useShown((s) => (s.you?.seat ? wroteNote(s.view, note, s.you.seat) : false));

export function useDelivery(id: string): Delivery {
  const replica = useReplica();
  return useShown(() => replica.delivery(id));
}

type Done = { say?: string; undo?: () => void; otherwise?: (refusal: Refusal) => boolean };

/** Sends a command and shows the result: a toast with undo where there is one, a sentence on a refusal. */
export function useDo() {
  const ask = useAsk();
  const toast = useToast();
  const say = useSay();
  return <K extends keyof GatheringDeeds & string>(
    deed: K,
    what: AskInput<GatheringDeeds[K]>,
    done: Done = {},
  ): boolean => {
    const answer = ask(deed, what);
    if (isRefusal(answer)) {
      if (!done.otherwise?.(answer)) toast({ text: sayRefusal(say, answer), tone: 'bad' });
      return false;
    }
    if (done.say) toast({ text: done.say, undo: done.undo, command: answer });
    return true;
  };
}
