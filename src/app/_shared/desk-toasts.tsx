'use client';
/** The toasts of a desk: what was done, with an undo, and refusals; and the refused texts that wait for the person. */
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { useShown, useReplica } from '@/client/hooks/gathering-provider';
import { lastOfEach } from '@/client/replica/refused-commands';
import type { RefusedCommand } from '@/client/replica/replica';
import type { Writer } from './conflict-words';
import { hasWords, RefusedWords, type RefusingReplica } from './refused-words';
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

/** How long a toast stays, in ms: longer with an undo; a refusal (null) until it is dismissed. */
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

export const useTell = (): Tell => useContext(Context);
