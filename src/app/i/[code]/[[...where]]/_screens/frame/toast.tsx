'use client';
/** Lets any screen of the phone say a short word at its foot, with a way back where there is one. */
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { useSay } from '@/i18n/words';
import { type ToastItem, ToastRegion } from '@/ui/toast';

type Said = { text: string; tone?: ToastItem['tone']; undo?: (() => void) | undefined };
const Context = createContext<(said: Said) => void>(() => {});
export const useToast = () => useContext(Context);

/** Long enough to read and to reach the button, also for who reads slowly. */
const STAYS = 9000;
let made = 0;

export function Toasts({ children }: { children: ReactNode }) {
  const say = useSay();
  const [toasts, setToasts] = useState<ToastItem[]>([]);
  const dismiss = useCallback((id: string) => setToasts((all) => all.filter((t) => t.id !== id)), []);
  const add = useCallback(
    ({ text, tone = 'good', undo }: Said) => {
      made += 1;
      const id = `toast-${made}`;
      const back = undo && {
        label: say('toast.undo'),
        onUndo: () => {
          undo();
          dismiss(id);
        },
      };
      // One at a time: two would cover the thing just made.
      setToasts([{ id, text, tone, ...(back ? { undo: back } : {}) }]);
      setTimeout(() => dismiss(id), STAYS);
    },
    [say, dismiss],
  );
  return (
    <Context value={add}>
      {children}
      <ToastRegion
        label={say('toast.region')}
        toasts={toasts}
        dismissLabel={say('toast.close')}
        onDismiss={dismiss}
      />
    </Context>
  );
}
