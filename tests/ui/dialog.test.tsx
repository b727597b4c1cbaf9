// @vitest-environment happy-dom
/** A dialog in use: where the focus begins, the ways out of it, and what is drawn while it is closed. */
import { act, type ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BottomSheet, Dialog } from '@/ui/dialog';
import { mount } from './mount';

const box = (inside: ReactNode, more: { open?: boolean; onClose?: () => void; actions?: ReactNode } = {}) => (
  <Dialog
    open={more.open ?? true}
    onClose={more.onClose ?? (() => {})}
    title="Nome"
    closeLabel="Chiudi"
    actions={more.actions}
  >
    {inside}
  </Dialog>
);
afterEach(() => window.history.replaceState(null, ''));

describe('a dialog begins', () => {
  it('at the first field that can be filled in, with what is suggested there ready to be replaced', () => {
    const { one } = mount(
      box(
        <>
          <input type="text" id="shut" disabled defaultValue="ferma" />
          <input type="text" id="name" defaultValue="Gelso" />
        </>,
      ),
    );
    const field = one<HTMLInputElement>('#name');
    expect(document.activeElement).toBe(field);
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, 5]);
  });

  it('at the element that says it is the first, before any field', () => {
    mount(
      box(
        <>
          <input type="text" />
          <button type="button" id="first" data-first>
            Sì
          </button>
        </>,
      ),
    );
    expect(document.activeElement?.id).toBe('first');
  });
});

describe('a dialog ends', () => {
  it('by Esc and by the phone’s Back, each of which its owner hears, and no other way by itself', () => {
    const close = vi.fn();
    const { one } = mount(box('dentro', { onClose: close }));
    const esc = new Event('cancel', { cancelable: true });
    act(() => void one('dialog').dispatchEvent(esc));
    // The browser does not close it: whoever opened it does.
    expect([esc.defaultPrevented, one<HTMLDialogElement>('dialog').open]).toEqual([true, true]);
    expect(close).toHaveBeenCalledTimes(1);
    window.history.replaceState(null, '');
    act(() => void window.dispatchEvent(new Event('popstate')));
    expect(close).toHaveBeenCalledTimes(2);
  });

  it('with nothing of it left in the page', () => {
    const { again, at, one } = mount(
      box(<p id="inside">dentro</p>, { actions: <button type="button">Fatto</button> }),
    );
    expect(one('dialog').textContent).toBe('NomedentroFatto');
    again(box(<p id="inside">dentro</p>, { open: false, actions: <button type="button">Fatto</button> }));
    expect([one('dialog').textContent, at.querySelector('#inside')]).toEqual(['', null]);
  });
});

describe.each([
  ['a dialog', Dialog],
  ['a sheet', BottomSheet],
] as const)('%s', (_, Modal) => {
  const box = (open: boolean, onClose = () => {}) => (
    <>
      <button type="button" id="from">
        Apri
      </button>
      <Modal
        open={open}
        onClose={onClose}
        title="Togliere?"
        closeLabel="Chiudi"
        actions={<button type="button">Sì</button>}
      >
        <input type="checkbox" />
        <input type="text" id="field" defaultValue="nome" />
      </Modal>
    </>
  );

  it('takes the focus to its first field, and gives it back to what opened it', () => {
    const { again, one } = mount(box(false));
    act(() => one('#from').focus());
    again(box(true));
    expect(one<HTMLDialogElement>('dialog').open).toBe(true);
    expect(document.activeElement?.id).toBe('field');
    again(box(false));
    expect(one<HTMLDialogElement>('dialog').open).toBe(false);
    expect(document.activeElement?.id).toBe('from');
  });

  it('is named by its title, and closes by the cross, by Esc and by a tap beside it, not by one inside', () => {
    const close = vi.fn();
    const { click, one } = mount(box(true, close));
    const dialog = one<HTMLDialogElement>('dialog');
    expect(document.getElementById(dialog.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(
      'Togliere?',
    );
    click('#field');
    expect(close).toHaveBeenCalledTimes(0);
    click('button[aria-label=Chiudi]');
    act(() => void dialog.dispatchEvent(new Event('cancel', { cancelable: true })));
    act(() => dialog.click());
    expect(close).toHaveBeenCalledTimes(3);
  });
});
