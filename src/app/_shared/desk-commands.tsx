'use client';
/** Sends commands from a desk and shows the answer: a refusal becomes one sentence with what to do instead. */
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import type { AskExtra } from '@/client/hooks/stream-hooks';
import { useAsk, useShown, useReplica } from '@/client/hooks/gathering-provider';
import { lastOfEach } from '@/client/replica/refused-commands';
import type { RefusedCommand } from '@/client/replica/replica';
import type { Writer } from './conflict-words';
import { hasWords, RefusedWords, type RefusingReplica } from './refused-words';
import type { AskInput } from '@/domain/deed';
import type { GatheringDeeds } from '@/domain/gathering/catalogue';
import { isRefusal, type Refusal } from '@/domain/refusal';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { type ToastItem, ToastRegion } from '@/ui/toast';

type Tell = (text: string, tone?: ToastItem['tone'], undo?: ToastItem['undo']) => void;
const Context = createContext<Tell>(() => {});

type Props = {
  told: readonly RefusedCommand[];
  replica: RefusingReplica;
  writer: (told: RefusedCommand) => Writer;
  children: ReactNode;
};

/** The commands of the stream this page is about. */
/** A toast with an undo needs longer than a plain one; a refusal stays until it is dismissed. */
const stays = (t: ToastItem): number | null => (t.id.startsWith('own-') ? (t.undo ? 12_000 : 6000) : null);

export function AnswersOf({ told, replica, writer, children }: Props) {
  const say = useSay();
  const [own, setOwn] = useState<ToastItem[]>([]);
  const made = useRef(0);
  const tell = useCallback<Tell>((text, tone = 'plain', undo) => {
    const id = `own-${++made.current}`;
    const drop = () => setOwn((all) => all.filter((t) => t.id !== id));
    const back = undo && {
      label: undo.label,
      onUndo: () => {
        drop();
        undo.onUndo();
      },
    };
    // One undo at a time: the last action replaces the one before.
    setOwn((all) => [
      ...all.filter((t) => !(undo && t.undo)).slice(-2),
      { id, text, tone, ...(back && { undo: back }) },
    ]);
  }, []);
  const refused = told
    .filter((t) => !hasWords(t))
    .map((t): ToastItem => ({ id: t.id, text: sayRefusal(say, t.refusal), tone: 'bad' }));
  const words = lastOfEach(told.filter(hasWords));
  const dismiss = (id: string) => {
    setOwn((all) => all.filter((t) => t.id !== id));
    replica.dismiss(id);
  };
  return (
    <Context value={tell}>
      {children}
      <section
        aria-label={say('conflict.region')}
        aria-live="assertive"
        className="fixed inset-x-0 bottom-6 z-40 mx-auto grid max-h-[60dvh] max-w-xl gap-2 overflow-y-auto px-3 empty:hidden print:hidden"
      >
        {words.map(({ told: one, before }) => (
          <div key={one.id} className="rounded-lg bg-raised shadow-lift">
            <RefusedWords {...{ told: one, before, replica, writer }} onNo={(text) => tell(text, 'bad')} />
          </div>
        ))}
      </section>
      <ToastRegion
        label={say('answers')}
        toasts={[...own, ...refused]}
        dismissLabel={say('close')}
        onDismiss={dismiss}
        staysMs={stays}
      />
    </Context>
  );
}

export function Answers({ children }: { children: ReactNode }) {
  const replica = useReplica();
  const told = useShown((s) => s.told);
  // The current view is drawn beside the words: it may change while they wait.
  useShown((s) => (s.told.length > 0 ? s.view : null));
  return (
    <AnswersOf told={told} replica={replica as RefusingReplica} writer={() => null}>
      {children}
    </AnswersOf>
  );
}

/** Sends, and says at once when this device already expects a refusal. True when it was sent. */
export function useDeskDo() {
  return useSayingNo<GatheringDeeds>(useAsk());
}

type Asks<D, R> = <K extends keyof D & string>(deed: K, ask: AskInput<D[K]>, extra?: AskExtra) => R;

/** Wraps a send function so that an expected refusal is shown at once. */
export function useSayingNo<D>(ask: Asks<D, string | Refusal>): Asks<D, boolean> {
  const tell = useContext(Context);
  const say = useSay();
  return useCallback(
    (deed, what, extra) => {
      const answer = ask(deed, what, extra);
      if (!isRefusal(answer)) return true;
      if (answer.refused !== 'nothing_to_change') tell(sayRefusal(say, answer), 'bad');
      return false;
    },
    [ask, tell, say],
  );
}

export const useTell = (): Tell => useContext(Context);
