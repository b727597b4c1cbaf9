// @vitest-environment happy-dom
/** The totem's time: warned well before, extended by any sign of life, said once, and a half-written text kept for its author. */
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TotemReturn } from '@/app/i/[code]/[[...where]]/_frame/totem-return';
import * as hooks from '@/client/hooks/gathering-provider';
import { deviceStorage } from '@/client/storage/device-storage';
import { dictionary } from '@/i18n/languages';
import { Words } from '@/i18n/words';
import { standIn } from '../stand-in';
import { mount } from './mount';

let you = { label: 'Anna', seat: 'seat-anna' };

const risen = vi.fn((e: Event) => e.preventDefault());
const at = () =>
  mount(
    <Words lang="it" dictionary={dictionary('it', ['harvest'])}>
      <TotemReturn code="PROVA" />
    </Words>,
  );
const pass = (s: number) => act(() => vi.advanceTimersByTime(s * 1000));
beforeEach(() => {
  standIn(hooks, { useShown: (pick: (s: unknown) => unknown) => pick({ you }) });
  vi.useFakeTimers();
  localStorage.clear();
  risen.mockClear();
  window.addEventListener('submit', risen);
  you = { label: 'Anna', seat: 'seat-anna' };
});
afterEach(() => {
  window.removeEventListener('submit', risen);
  vi.useRealTimers();
});

describe('[E14] the totem', () => {
  it('warns at least 20 seconds before, and says it once though it counts', () => {
    const { one } = at();
    pass(19);
    expect(one('[role=status]').textContent).toBe('');
    pass(6);
    const said = one('[role=status]').textContent;
    expect(said).toContain('premi un tasto');
    expect(risen).not.toHaveBeenCalled();
    pass(10);
    expect(one('[role=status]').textContent).toBe(said);
    expect(one('span[aria-hidden]').textContent).toContain('10 secondi');
    pass(11);
    expect(risen).toHaveBeenCalled();
  });

  it.each(['keydown', 'pointerdown', 'input', 'focusin'])('a %s begins the time again', (sign) => {
    const { one } = at();
    pass(44);
    act(() => void window.dispatchEvent(new Event(sign)));
    pass(19);
    expect(one('[role=status]').textContent).toBe('');
    expect(risen).not.toHaveBeenCalled();
  });

  it('keeps what was half written for its person, and shows it to nobody else', () => {
    const drafts = deviceStorage('cerchi:draft:');
    const first = at();
    drafts.set('PROVA:topic:title', 'Orti di quart');
    first.click('button');
    you = { label: 'Bruno', seat: 'seat-bruno' };
    at();
    expect(drafts.get('PROVA:topic:title')).toBeNull();
    drafts.set('PROVA:topic:title', 'di Bruno');
    // He goes away without a word: his page is only opened again by somebody else.
    you = { label: 'Anna', seat: 'seat-anna' };
    at();
    expect(drafts.get('PROVA:topic:title')).toBe('Orti di quart');
    you = { label: 'Bruno', seat: 'seat-bruno' };
    at();
    expect(drafts.get('PROVA:topic:title')).toBe('di Bruno');
  });
});
