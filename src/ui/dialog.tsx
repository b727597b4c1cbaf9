'use client';
/** A modal dialog. The browser's own dialog element traps the focus and returns it afterwards. */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './button';
import { useCloseOnBack } from './close-on-back';
import { cx } from './cx';

const FIELDS = 'input:not([type=hidden], [type=checkbox], [type=radio]), textarea, select';
const firstField = (dialog: HTMLDialogElement): HTMLElement | null =>
  [...dialog.querySelectorAll<HTMLElement>(FIELDS)].find((f) => !f.matches(':disabled')) ?? null;

type Props = {
  open: boolean;
  /** Called on Esc, the close button, or a tap outside. */
  onClose: () => void;
  title: ReactNode;
  closeLabel: string;
  children: ReactNode;
  /** The buttons at the foot; they stay in sight. */
  actions?: ReactNode;
};

function Modal({
  open,
  onClose,
  title,
  closeLabel,
  children,
  actions,
  className,
}: Props & { className: string }) {
  const at = useId();
  const box = useRef<HTMLDialogElement>(null);
  const from = useRef<Element | null>(null);
  useCloseOnBack(open, onClose);
  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    if (open && !dialog.open) {
      from.current = document.activeElement;
      dialog.showModal();
      // If there is a text field, the focus starts there and not at the close button.
      const field = dialog.querySelector<HTMLElement>('[data-first]') ?? firstField(dialog);
      field?.focus();
      // A suggested name is selected, so that typing replaces it.
      if (field instanceof HTMLInputElement && field.type === 'text') field.select();
    }
    if (!open && dialog.open) dialog.close();
    if (!open && from.current instanceof HTMLElement) {
      if (from.current.isConnected) from.current.focus();
      from.current = null;
    }
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the keyboard's way out, and the browser's own
    <dialog
      ref={box}
      aria-labelledby={at}
      onCancel={(e) => {
        e.preventDefault();
        onClose();
      }}
      onClick={(e) => e.target === e.currentTarget && onClose()}
      className={cx('flex-col bg-raised p-0 text-ink shadow-lift open:flex open:animate-rise', className)}
    >
      {open && (
        <>
          <div className="flex items-start justify-between gap-3 px-5 pt-4">
            <h2 id={at} className="pt-1.5 text-xl">
              {title}
            </h2>
            <IconButton icon="close" label={closeLabel} onClick={onClose} />
          </div>
          {/* Relative: hidden labels further down would give the dialog a second scroll bar. */}
          <div className="relative grid min-h-0 gap-4 overflow-y-auto px-5 pt-2 pb-5">{children}</div>
          {actions && (
            <div className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">{actions}</div>
          )}
        </>
      )}
    </dialog>
  );
}

export function Dialog(props: Props & { wide?: boolean }) {
  return (
    <Modal
      {...props}
      className={cx(
        'm-auto max-h-[calc(100dvh-2rem)] w-[calc(100%-1.5rem)] rounded-xl',
        props.wide ? 'max-w-3xl' : 'max-w-lg',
      )}
    />
  );
}

/** On a phone it slides up from the bottom; on a desk it is a centred dialog. */
export function BottomSheet(props: Props) {
  return (
    <Modal
      {...props}
      className={cx(
        'mx-0 mt-auto mb-0 max-h-[88dvh] w-full max-w-full rounded-t-xl pb-[env(safe-area-inset-bottom)]',
        'sm:m-auto sm:w-[calc(100%-1.5rem)] sm:max-w-lg sm:rounded-xl sm:pb-0',
      )}
    />
  );
}
