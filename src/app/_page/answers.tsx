'use client';
/** Asks from a desk and says the answer: a refusal becomes one sentence with what to do instead. */
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { useAsk, useShown, useStore } from '@/client/provider';
import { isRefusal, type Refusal } from '@/domain/refusal';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { type ToastItem, ToastRegion } from '@/ui/toast';

type Tell = (text: string, tone?: ToastItem['tone']) => void;
const Context = createContext<Tell>(() => {});

export function Answers({ children }: { children: ReactNode }) {
  const say = useSay();
  const store = useStore();
  const told = useShown((s) => s.told);
  const [own, setOwn] = useState<ToastItem[]>([]);
  const tell = useCallback<Tell>((text, tone = 'plain') => {
    const id = `${Date.now()}-${text.length}`;
    setOwn((all) => [...all.slice(-2), { id, text, tone }]);
    setTimeout(() => setOwn((all) => all.filter((t) => t.id !== id)), 6000);
  }, []);
  const refused = told.map((t): ToastItem => ({ id: t.id, text: sayRefusal(say, t.refusal), tone: 'bad' }));
  const dismiss = (id: string) => {
    setOwn((all) => all.filter((t) => t.id !== id));
    store.dismiss(id);
  };
  return (
    <Context value={tell}>
      {children}
      <ToastRegion
        label={say('desk.answers')}
        toasts={[...own, ...refused]}
        dismissLabel={say('desk.close')}
        onDismiss={dismiss}
        aboveNav={false}
      />
    </Context>
  );
}

/** Asks, and says at once when this device already knows it will not be done. True when it went. */
export function useDo() {
  const ask = useAsk();
  const tell = useContext(Context);
  const say = useSay();
  return useCallback(
    ((...args: Parameters<typeof ask>) => {
      const answer: string | Refusal = ask(...args);
      if (!isRefusal(answer)) return true;
      if (answer.refused !== 'nothing_to_change') tell(sayRefusal(say, answer), 'bad');
      return false;
    }) as unknown as <K extends Parameters<typeof ask>[0]>(...args: Parameters<typeof ask<K>>) => boolean,
    [ask, tell, say],
  );
}

export const useTell = (): Tell => useContext(Context);
