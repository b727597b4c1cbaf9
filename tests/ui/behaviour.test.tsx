// @vitest-environment happy-dom
/** The behaviour of each component in use: callbacks, announcements, focus. */
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Button, IconButton } from '@/ui/button';
import { CheckPills, ChoicePills, Toggle } from '@/ui/choice';
import { Conflict } from '@/ui/conflict';
import { DataTable, type Sort } from '@/ui/data-table';
import { BottomSheet, Dialog } from '@/ui/dialog';
import { Select, TextInput } from '@/ui/field';
import { BottomNav, SkipLink, TopBar } from '@/ui/navigation';
import { Sideways } from '@/ui/scroll-area';
import { TextArea } from '@/ui/text-area';
import { ToastRegion } from '@/ui/toast';
import { mount } from './mount';

describe('a button', () => {
  it('acts once when it is pressed', () => {
    const press = vi.fn();
    const { click } = mount(<Button onClick={press}>Entra</Button>);
    click('button');
    expect(press).toHaveBeenCalledTimes(1);
  });

  it.each([{ disabled: true }, { busy: true }])('does nothing, nor sends its form, with %o', (state) => {
    const press = vi.fn();
    const sent = vi.fn((e: { preventDefault(): void }) => e.preventDefault());
    const { click, one } = mount(
      <form onSubmit={sent}>
        <Button type="submit" onClick={press} {...state}>
          Entra
        </Button>
      </form>,
    );
    click('button');
    expect([press.mock.calls, sent.mock.calls]).toEqual([[], []]);
    // It stays in the tab order.
    expect(one('button').hasAttribute('disabled')).toBe(false);
    expect(one('button').getAttribute('aria-disabled')).toBe('true');
    expect(one('button').getAttribute('aria-busy')).toBe('busy' in state ? 'true' : null);
  });

  it('of an icon alone has a name, and does nothing while it is disabled', () => {
    const press = vi.fn();
    const { again, click, one } = mount(<IconButton icon="close" label="Chiudi" disabled onClick={press} />);
    click('button');
    expect(press).not.toHaveBeenCalled();
    expect(one('button').getAttribute('aria-label')).toBe('Chiudi');
    again(<IconButton icon="close" label="Chiudi" onClick={press} />);
    click('button');
    expect(press).toHaveBeenCalledTimes(1);
  });
});

describe('a field', () => {
  const described = (at: HTMLElement, field: Element) =>
    (field.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .filter(Boolean)
      .map((id) => at.querySelector(`[id="${id}"]`)?.textContent);

  it('is described by its hint and its error, in this order, and by nothing else', () => {
    const { again, at, one } = mount(<TextInput label="Titolo" hint="In una frase" error="Manca" />);
    expect(described(at, one('input'))).toEqual(['In una frase', 'Manca']);
    expect(one('input').getAttribute('aria-invalid')).toBe('true');
    expect(one<HTMLLabelElement>('label').htmlFor).toBe(one('input').id);
    again(<TextInput label="Titolo" hint="In una frase" />);
    expect(described(at, one('input'))).toEqual(['In una frase']);
    expect(one('input').hasAttribute('aria-invalid')).toBe(false);
    again(<Select label="Settore" error="Scegli" options={[{ value: 'a', label: 'A' }]} />);
    expect(described(at, one('select'))).toEqual(['Scegli']);
  });

  it('of many lines gives back what is typed, and says what is left only when little is', () => {
    const typed = vi.fn();
    const area = (value: string) => (
      <TextArea label="Nota" value={value} onText={typed} max={100} sayLeft={(n) => `ancora ${n}`} />
    );
    const { again, at, type } = mount(area(''));
    type('textarea', 'ciao');
    expect(typed).toHaveBeenCalledWith('ciao');
    expect(at.textContent).not.toContain('ancora');
    again(area('x'.repeat(79)));
    expect(at.textContent).not.toContain('ancora');
    again(area('x'.repeat(80)));
    expect(at.textContent).toContain('ancora 20');
  });
});

describe('a choice', () => {
  const TWO = [
    { value: 'a', label: 'Uno' },
    { value: 'b', label: 'Due' },
  ] as const;

  it('among pills is one, or several that are added and taken away', () => {
    const one = vi.fn();
    const many = vi.fn();
    const { again, click } = mount(<ChoicePills legend="Quale" choices={TWO} value="a" onValue={one} />);
    click('input[value=b]');
    expect(one).toHaveBeenCalledWith('b');
    again(<CheckPills legend="Quali" choices={TWO} values={['a']} onValues={many} />);
    click('input[value=b]');
    click('input[value=a]');
    expect(many.mock.calls).toEqual([[['a', 'b']], [[]]]);
  });

  it('of yes and no says its state as a switch, and turns it', () => {
    const turn = vi.fn();
    const { click, one } = mount(<Toggle label="Anonima" on={false} onToggle={turn} hint="Senza nome" />);
    const said = (by: string) =>
      document.getElementById(one('input').getAttribute(by) ?? '')?.textContent ?? null;
    expect([said('aria-labelledby'), said('aria-describedby')]).toEqual(['Anonima', 'Senza nome']);
    expect([one('input').getAttribute('role'), one('input').getAttribute('aria-checked')]).toEqual([
      'switch',
      'false',
    ]);
    expect(document.getElementById(one('input').getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Senza nome',
    );
    click('input');
    expect(turn).toHaveBeenCalledWith(true);
  });
});

describe('a table', () => {
  const COLUMNS = [
    { key: 'name', label: 'Nome', sortable: true, heads: true },
    { key: 'dots', label: 'Punti', sortable: true },
    { key: 'what', label: 'Cosa' },
  ];
  const table = (sort: Sort, onSort: (s: Sort) => void) => (
    <DataTable caption="Temi" columns={COLUMNS} rows={[]} sort={sort} onSort={onSort} empty="Niente" />
  );

  it('says by which heading it is sorted and which way; a press turns it, another heading begins ascending', () => {
    const sorted = vi.fn();
    const { again, at } = mount(table({ key: 'name', direction: 'ascending' }, sorted));
    const heads = () => [...at.querySelectorAll('th')].map((th) => th.getAttribute('aria-sort'));
    const press = (n: number) => act(() => at.querySelectorAll<HTMLElement>('th button')[n]?.click());
    expect(heads()).toEqual(['ascending', null, null]);
    expect(at.querySelectorAll('th button')).toHaveLength(2);
    press(0);
    press(1);
    again(table({ key: 'name', direction: 'descending' }, sorted));
    expect(heads()).toEqual(['descending', null, null]);
    press(0);
    expect(sorted.mock.calls.flat()).toEqual([
      { key: 'name', direction: 'descending' },
      { key: 'dots', direction: 'ascending' },
      { key: 'name', direction: 'ascending' },
    ]);
  });

  it('says that there is nothing, over its whole width', () => {
    const { one } = mount(table({ key: 'name', direction: 'ascending' }, () => {}));
    expect([one('td').textContent, one('td').getAttribute('colspan')]).toEqual(['Niente', '3']);
  });
});

describe('a toast', () => {
  const region = (toasts: Parameters<typeof ToastRegion>[0]['toasts'], onDismiss = (_: string) => {}) => (
    <ToastRegion
      label="Avvisi"
      dismissLabel="Chiudi"
      toasts={toasts}
      onDismiss={onDismiss}
      staysMs={(t) => (t.tone === 'bad' ? null : 6000)}
    />
  );

  it('comes into a live region that was there before it, so that it is read aloud', () => {
    const { again, one } = mount(region([]));
    const live = one('section');
    expect([live.getAttribute('aria-live'), live.getAttribute('aria-label')]).toEqual(['polite', 'Avvisi']);
    again(region([{ id: 't1', text: 'Fatto' }]));
    expect(one('section')).toBe(live);
    expect(live.querySelector('p')?.textContent).toBe('Fatto');
  });

  it('gives a way back, and goes when it is sent away', () => {
    const back = vi.fn();
    const gone = vi.fn();
    const { click, at } = mount(
      region([{ id: 't1', text: 'Tolto', undo: { label: 'Annulla', onUndo: back } }], gone),
    );
    act(() => [...at.querySelectorAll('button')].find((b) => b.textContent === 'Annulla')?.click());
    click('button[aria-label=Chiudi]');
    expect([back.mock.calls.length, gone.mock.calls]).toEqual([1, [['t1']]]);
  });
});

describe('a toast’s time', () => {
  /** Nothing is laid out here, so everything is a point at zero. */
  const pointerAt = (x: number) =>
    void window.dispatchEvent(Object.assign(new Event('pointermove'), { clientX: x, clientY: 0 }));
  const gone = vi.fn();
  const shown = (tone: 'good' | 'bad') =>
    mount(
      <ToastRegion
        label="Avvisi"
        dismissLabel="Chiudi"
        toasts={[{ id: 't1', text: 'Fatto', tone }]}
        onDismiss={gone}
        staysMs={(t) => (t.tone === 'bad' ? null : 6000)}
      />,
    );
  const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
  beforeEach(() => {
    vi.useFakeTimers();
    gone.mockClear();
  });
  afterEach(() => vi.useRealTimers());

  it('is over by itself, but for a refusal', () => {
    shown('bad');
    pass(600_000);
    expect(gone).not.toHaveBeenCalled();
    shown('good');
    pass(6000);
    expect(gone.mock.calls).toEqual([['t1']]);
  });

  it('stands still while the focus is on it, and begins again', () => {
    const { one } = shown('good');
    pass(5000);
    act(() => one<HTMLButtonElement>('button[aria-label=Chiudi]').focus());
    pass(600_000);
    expect(gone).not.toHaveBeenCalled();
    act(() => one<HTMLButtonElement>('button[aria-label=Chiudi]').blur());
    pass(5999);
    expect(gone).not.toHaveBeenCalled();
    pass(1);
    expect(gone).toHaveBeenCalledTimes(1);
  });

  it('sent away from under the pointer, does not hold the next one', () => {
    const region = (ids: string[]) => (
      <ToastRegion
        label="Avvisi"
        dismissLabel="Chiudi"
        toasts={ids.map((id) => ({ id, text: 'Fatto' }))}
        onDismiss={gone}
        staysMs={() => 6000}
      />
    );
    const { again } = mount(region(['t1']));
    act(() => pointerAt(0));
    again(region([]));
    again(region(['t2']));
    pass(6000);
    expect(gone.mock.calls).toEqual([['t2']]);
  });

  it('takes taps on its buttons alone: what its words cover can still be tapped', () => {
    const { one, at } = shown('good');
    expect(one('section').className).toContain('pointer-events-none');
    expect([...at.querySelectorAll('.pointer-events-auto')].map((e) => e.tagName)).toEqual(['BUTTON']);
  });

  it('stands still while a pointer is over it', () => {
    shown('good');
    act(() => pointerAt(0));
    pass(600_000);
    expect(gone).not.toHaveBeenCalled();
    act(() => pointerAt(5));
    pass(6000);
    expect(gone).toHaveBeenCalledTimes(1);
  });
});

describe('the ways about a page', () => {
  it('the foot says which place this is, and only this; a number is told in words', () => {
    const items = [
      { href: '/a', label: 'Temi', icon: 'info' as const, current: true },
      { href: '/b', label: 'Notizie', icon: 'info' as const, badge: { count: 120, says: '120 novità' } },
      { href: '/c', label: 'Io', icon: 'info' as const, badge: { count: 0, says: 'nessuna novità' } },
    ];
    const { at } = mount(<BottomNav label="Luoghi" items={items} />);
    const links = [...at.querySelectorAll('a')];
    expect(links.map((a) => a.getAttribute('aria-current'))).toEqual(['page', null, null]);
    expect(links.map((a) => a.querySelector('.sr-only')?.textContent ?? null)).toEqual([
      null,
      '120 novità',
      null,
    ]);
    expect(links[1]?.querySelector('[aria-hidden=true].tabular-nums')?.textContent).toBe('99+');
  });

  it('the bar has a way back with a name, and one heading when its title is the page’s', () => {
    const { again, at, one } = mount(<TopBar title="Temi" back={{ href: '/', label: 'Indietro' }} />);
    expect(one('a').getAttribute('aria-label')).toBe('Indietro');
    expect(at.querySelector('h1')).toBeNull();
    again(<TopBar title="Temi" heading />);
    expect(one('h1').textContent).toBe('Temi');
  });

  it('the skip link leads to the content', () => {
    const { one } = mount(<SkipLink to="main">Salta</SkipLink>);
    expect(one('a').getAttribute('href')).toBe('#main');
  });

  it('what scrolls sideways is reached by keyboard and has a name', () => {
    const { one } = mount(<Sideways label="Griglia">x</Sideways>);
    expect([one('section').tabIndex, one('section').getAttribute('aria-label')]).toEqual([0, 'Griglia']);
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

describe('two texts for one place', () => {
  it('are settled three ways, or two where they cannot stand together', () => {
    const ways = { onMine: vi.fn(), onTheirs: vi.fn(), onBoth: vi.fn() };
    const words = {
      title: 'Due testi',
      yours: 'Il tuo',
      mine: 'Tieni il mio',
      theirs: 'Tieni questo',
      both: 'Tutti e due',
    };
    const { again, at } = mount(<Conflict words={words} theirs="loro" mine="mio" {...ways} />);
    const press = (label: string) =>
      act(() => [...at.querySelectorAll('button')].find((b) => b.textContent === label)?.click());
    for (const label of [words.mine, words.theirs, words.both]) press(label);
    for (const way of Object.values(ways)) expect(way).toHaveBeenCalledTimes(1);
    expect([...at.querySelectorAll('blockquote')].map((q) => q.textContent)).toEqual(['loro', 'mio']);
    again(<Conflict words={words} theirs="loro" onMine={ways.onMine} onTheirs={ways.onTheirs} />);
    expect([...at.querySelectorAll('button')].map((b) => b.textContent)).toEqual([words.mine, words.theirs]);
  });
});

describe('a name for ears', () => {
  it('keeps the label and the word beside it apart', () => {
    const { one } = mount(<TextInput label="Comune" aside="facoltativo" />);
    expect(one('label').textContent).toBe('Comune facoltativo');
    // In the word's own text: Chromium leaves a space that stands alone out of the name.
    expect(one('label span').firstChild?.textContent).toBe(' facoltativo');
  });

  it('says a button with an icon alone once: the words that a pointer sees are hidden from ears', () => {
    const { one } = mount(<IconButton icon="minus" label="Togli un pallino da T05" />);
    expect(one('button').getAttribute('aria-label')).toBe('Togli un pallino da T05');
    expect(one('button').hasAttribute('title')).toBe(false);
    expect(one('[title="Togli un pallino da T05"]').getAttribute('aria-hidden')).toBe('true');
  });
});
