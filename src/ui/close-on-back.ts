/** Makes the phone's Back close an open dialog and leave the page as it is. */
import { useEffect, useRef } from 'react';

let made = 0;

type Marked = { dialog?: string } | null;

/** True if the browser's current history entry was made by an open dialog: the next navigation replaces it. */
export const onDialogEntry = (): boolean => (window.history.state as Marked)?.dialog !== undefined;

/**
 * Reloads the page from under an open dialog. It first goes back over the dialog's history entry: a dialog closing by
 * itself would go back a moment later and abort the reload.
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
  // When the dialog is removed together with its page, the page's own navigation is under way.
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
      // Closed by its own button: its history entry is removed, unless the person navigated on from it. This happens a
      // moment later, because that navigation may follow the closing.
      if (!gone.current) setTimeout(() => here() && window.history.back());
    };
  }, [open]);
}
