// @vitest-environment happy-dom
/** The phone’s Back closes what is open. */
import { act } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { onDialogEntry, reloadUnderDialog, useCloseOnBack } from '@/ui/close-on-back';
import { mount } from './mount';

const _frame = () => act(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

function Box({ open, onClose }: { open: boolean; onClose: () => void }) {
  useCloseOnBack(open, onClose);
  return null;
}

describe('the phone’s Back', () => {
  const pops = () => act(() => void window.dispatchEvent(new Event('popstate')));
  afterEach(() => window.history.replaceState(null, ''));

  it('closes what is open, and leaves the page as it is', () => {
    const close = vi.fn();
    const push = vi.spyOn(window.history, 'pushState');
    window.history.replaceState({ next: 1 }, '');
    const { again } = mount(<Box open={false} onClose={close} />);
    expect([push.mock.calls, onDialogEntry()]).toEqual([[], false]);
    again(<Box open onClose={close} />);
    // The router's own entry in the history stays.
    expect([onDialogEntry(), window.history.state.next]).toEqual([true, 1]);
    pops();
    expect(close).not.toHaveBeenCalled();
    window.history.replaceState({ next: 1 }, '');
    pops();
    expect(close).toHaveBeenCalledTimes(1);
  });

  it('loses its entry when the dialog is closed by its button, not when the person has gone on', () => {
    vi.useFakeTimers();
    const back = vi.spyOn(window.history, 'back').mockImplementation(() => {});
    const { again } = mount(<Box open onClose={() => {}} />);
    again(<Box open={false} onClose={() => {}} />);
    vi.runAllTimers();
    expect(back).toHaveBeenCalledTimes(1);
    again(<Box open onClose={() => {}} />);
    again(<Box open={false} onClose={() => {}} />);
    window.history.replaceState(null, '');
    vi.runAllTimers();
    expect(back).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
  });

  it('is left to the page that goes together with its dialog, and closes nothing that is closed', () => {
    vi.useFakeTimers();
    const close = vi.fn();
    const back = vi.spyOn(window.history, 'back').mockImplementation(() => {});
    const { again } = mount(<Box open onClose={close} />);
    again(null);
    vi.runAllTimers();
    expect(back).not.toHaveBeenCalled();
    window.history.replaceState(null, '');
    pops();
    expect(close).not.toHaveBeenCalled();
    vi.useRealTimers();
  });

  it('goes back over an open dialog before the page is reloaded', () => {
    const reload = vi.spyOn(window.location, 'reload').mockImplementation(() => {});
    const back = vi.spyOn(window.history, 'back').mockImplementation(() => {});
    reloadUnderDialog();
    expect([reload.mock.calls.length, back.mock.calls.length]).toEqual([1, 0]);
    window.history.replaceState({ dialog: 'dialog-1' }, '');
    reloadUnderDialog();
    expect([reload.mock.calls.length, back.mock.calls.length]).toEqual([1, 1]);
    pops();
    pops();
    expect(reload).toHaveBeenCalledTimes(2);
  });
});
