/** The phone's Back, over an open dialog, closes the dialog and leaves the page where it is. */
import { useEffect, useRef } from 'react';

let made = 0;

type Marked = { dialog?: string } | null;

/** Whether the browser stands on an entry that only an open dialog made: who walks on from there takes its place. */
export const onDialogEntry = (): boolean => (window.history.state as Marked)?.dialog !== undefined;

/**
 * Begins the page anew from under an open dialog. Its entry is walked back first: a dialog that closed by itself would walk back
 * a moment later, and that would cut the beginning short.
 */
export function reloadUnderDialog(): void {
  const reload = () => window.location.reload();
  if (onDialogEntry()) {
    window.addEventListener('popstate', reload, { once: true });
    window.history.back();
  } else reload();
}

export function useCloseOnBack(open: boolean, onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;
  const gone = useRef(false);
  // Where the dialog goes with its page, the page's own walk is under way.
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  useEffect(() => {
    if (!open) return;
    made += 1;
    const dialog = `dialog-${made}-${Date.now()}`;
    const here = () => (window.history.state as Marked)?.dialog === dialog;
    window.history.pushState({ ...window.history.state, dialog }, '');
    const back = () => {
      if (!here()) close.current();
    };
    window.addEventListener('popstate', back);
    return () => {
      window.removeEventListener('popstate', back);
      // Closed by its own button: the entry it made goes with it, unless somebody walked on from it.
      // A moment later, for the walk may follow the closing.
      if (!gone.current) setTimeout(() => here() && window.history.back());
    };
  }, [open]);
}
