'use client';
/** Lets any screen of the phone show a toast, with undo where there is one. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { useShown } from '@/client/hooks/gathering-provider';
import { useSay } from '@/i18n/words';
import { type ToastItem, ToastRegion } from '@/ui/toast';

/**
 * `command`: the command's name. Until the server has answered, the toast says that it is on its way, and not that it
 * is done.
 */
type ToastText = {
  text: string;
  tone?: ToastItem['tone'];
  undo?: (() => void) | undefined;
  command?: string;
};
type CommandToast = ToastItem & { command?: string | undefined };
const Context = createContext<(said: ToastText) => void>(() => {});
export const useToast = () => useContext(Context);

/** Long enough to read and to reach the button, also for slow readers. */
const STAYS = 9000;
/** The server usually answers sooner than this: then there is only one message. */
const A_BLINK = 800;
let made = 0;

/** True if it has been so for longer than `ms`. */
function useLasting(is: boolean, ms: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!is) return setLasts(false);
    const timer = setTimeout(() => setLasts(true), ms);
    return () => clearTimeout(timer);
  }, [is, ms]);
  return lasts;
}

export function Toasts({ children }: { children: ReactNode }) {
  const say = useSay();
  const [toasts, setToasts] = useState<CommandToast[]>([]);
  const dismiss = useCallback((id: string) => setToasts((all) => all.filter((t) => t.id !== id)), []);
  const add = useCallback(
    ({ text, tone = 'good', undo, command }: ToastText) => {
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
      setToasts([{ id, text, tone, command, ...(back ? { undo: back } : {}) }]);
    },
    [say, dismiss],
  );
  const [item] = toasts;
  const waits = useShown((s) => s.outbox.some((p) => p.command.id === item?.command));
  const refused = useShown((s) => s.told.some((t) => t.id === item?.command));
  const offline = useShown((s) => s.link !== 'live');
  const slow = useLasting(waits, A_BLINK);
  const shown: ToastItem[] =
    !item || refused || (waits && !offline && !slow)
      ? []
      : [waits ? { ...item, text: say('toast.onItsWay'), tone: 'plain' } : item];
  return (
    <Context value={add}>
      {children}
      <ToastRegion
        label={say('toast.region')}
        toasts={shown}
        dismissLabel={say('toast.close')}
        onDismiss={dismiss}
        staysMs={() => STAYS}
      />
    </Context>
  );
}
