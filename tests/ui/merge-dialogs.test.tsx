// @vitest-environment happy-dom
/** A merge or a split that leaves nothing more to merge or split: its dialog closes and Back leads to the page before. */
import type { ReactNode } from 'react';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MergeDialog } from '@/app/percorso/[code]/[[...where]]/_codebook/merge-dialog';
import { SplitDialog } from '@/app/percorso/[code]/[[...where]]/_codebook/split-dialog';
import { MergeThings } from '@/app/percorso/[code]/[[...where]]/_shared/merge-things';
import { MergeTables } from '@/app/percorso/[code]/[[...where]]/_tables/merge-tables';
import { standingOnes } from '@/domain/programming/deed';
import { dictionary } from '@/i18n/languages';
import { Words } from '@/i18n/words';
import { onDialogEntry } from '@/ui/close-on-back';
import { note, opened } from '../domain/programming/opened';
import { mount } from './mount';
import { asked, openPage, provider } from './planner-page';

const page = (children: ReactNode) =>
  mount(
    <Words lang="it" dictionary={dictionary('it', ['planning', 'reading'])}>
      {children}
    </Words>,
  );
type Page = ReturnType<typeof page>;
const button = ({ at }: Page, label: string): HTMLButtonElement => {
  const found = [...at.querySelectorAll('button')].filter((b) => b.textContent === label).at(-1);
  if (!found) throw new Error(`no ${label} in ${at.innerHTML}`);
  return found;
};
const press = (on: Page, label: string) => act(() => button(on, label).click());
const choose = ({ one }: Page, value: string) =>
  act(() => {
    const field = one<HTMLSelectElement>('select');
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
const tick = ({ at }: Page) =>
  act(() => {
    for (const box of at.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) box.click();
  });

/** How many entries of dialogs are in the history, but for those that were gone back over. */
let entries = 0;
beforeEach(() => {
  vi.useFakeTimers();
  window.history.replaceState({ next: 1 }, '');
  entries = 0;
  const push = window.history.pushState.bind(window.history);
  vi.spyOn(window.history, 'pushState').mockImplementation((...entry) => {
    entries += 1;
    push(...entry);
  });
  vi.spyOn(window.history, 'back').mockImplementation(() => {
    entries -= 1;
    window.history.replaceState({ next: 1 }, '');
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});
const closed = ({ at }: Page) => {
  act(() => void vi.runAllTimers());
  expect([...at.querySelectorAll('dialog')].filter((d) => d.open)).toEqual([]);
};
type Draw = (path: ReturnType<typeof provider.usePath>) => ReactNode;
const Live = ({ draw }: { draw: Draw }) => draw(provider.usePath());
/** Draws again what the page reads of the path, as its register does. */
const live = (draw: Draw) => page(<Live draw={draw} />);

describe('no dead entry in the history', () => {
  it('after a need is merged with the last other one', () => {
    const b = opened();
    const [one, other] = ['Trasporti', 'Autobus'].map((title) => b.add('addNeed', { title }));
    openPage(b);
    const on = live(() => <MergeThings what="need" id={one ?? ''} />);
    press(on, 'Unisci');
    expect(entries).toBe(1);
    choose(on, other ?? '');
    press(on, 'Unisci');
    closed(on);
    expect(asked.map((a) => a.type)).toEqual(['mergeThings']);
    expect([...on.at.querySelectorAll('button')].map((x) => x.textContent)).not.toContain('Unisci');
    expect([entries, onDialogEntry()]).toEqual([0, false]);
  });

  it('after all words of a code have gone to a new one', () => {
    const b = opened({ [note(1)]: 'Perdo l’autobus' });
    const code = b.add('makeCode', { label: 'Tempo' });
    b.add('codeWords', { ref: note(1), start: 0, end: 5, codes: [code] });
    openPage(b);
    const on = live(({ codes, codings }) => {
      const one = codes[code];
      return (
        one && <SplitDialog one={one} codings={standingOnes(codings).filter((c) => c.codes.includes(code))} />
      );
    });
    press(on, 'Dividi');
    on.type('input:not([type=checkbox])', 'Orari');
    tick(on);
    press(on, 'Sposta 1 citazione');
    closed(on);
    expect(asked.map((a) => a.type)).toEqual(['splitCode']);
    expect([...on.at.querySelectorAll('button')].map((x) => x.textContent)).not.toContain('Dividi');
    expect([entries, onDialogEntry()]).toEqual([0, false]);
  });

  it('after the last two tables have become one', () => {
    const b = opened();
    for (const name of ['Anziani', 'Giovani']) b.add('addTable', { name });
    openPage(b);
    const on = live(({ tables }) => (
      <MergeTables code="PATTO14" open={standingOnes(tables).filter((t) => !t.closed)} />
    ));
    press(on, 'Unisci tavoli');
    tick(on);
    const [name, reason] = [...on.at.querySelectorAll<HTMLInputElement>('input:not([type=checkbox])')];
    on.type(`[id="${name?.id}"]`, 'Insieme');
    on.type(`[id="${reason?.id}"]`, 'Poche persone');
    press(on, 'Unisci tavoli');
    closed(on);
    expect(asked.map((a) => a.type)).toEqual(['mergeTables']);
    expect([entries, onDialogEntry()]).toEqual([0, false]);
  });

  it('after a code is merged: the other code’s page takes the place of the dialog', () => {
    const b = opened();
    const [from, into] = ['Tempo', 'Orari'].map((label) => b.add('makeCode', { label }));
    openPage(b);
    const on = live(({ codes }) => {
      const one = codes[from ?? ''];
      return one && <MergeDialog one={one} times={0} />;
    });
    press(on, 'Unisci');
    choose(on, into ?? '');
    press(on, 'Unisci');
    expect(asked.map((a) => a.type)).toEqual(['mergeCode']);
    act(() => void vi.runAllTimers());
    expect([entries, onDialogEntry()]).toEqual([1, false]);
    expect(window.location.pathname).toBe(`/percorso/${b.state.code}/codici/${into}`);
  });
});
