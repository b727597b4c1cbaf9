// @vitest-environment happy-dom
/** A dialog in use: where the focus begins, the ways out of it, and what is drawn while it is closed. */
import { act, type ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Dialog } from '@/ui/dialog';
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
