// @vitest-environment happy-dom
/** Bars, fields, buttons and cards in use: each part that is given is there, and each press is heard by whom it is for. */
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Button, IconButton } from '@/ui/button';
import { ChoicePills } from '@/ui/choice';
import { Conflict } from '@/ui/conflict';
import { DataTable } from '@/ui/data-table';
import { Select, TextInput } from '@/ui/field';
import { BottomNav, TopBar } from '@/ui/navigation';
import { SearchField } from '@/ui/search-field';
import { TextArea } from '@/ui/text-area';
import { ToastRegion } from '@/ui/toast';
import { TopicCard } from '@/ui/topic-card';
import { draws } from './markup';
import { mount } from './mount';

/** A press as React hears it, which leads nowhere. */
const pressed = () => vi.fn((e: { preventDefault(): void }) => e.preventDefault());

describe('a bar', () => {
  it('at the top hears its way back, and has its aside and what stands below it', () => {
    const back = pressed();
    const { at, click } = mount(
      <TopBar
        title="Temi"
        back={{ href: '/', label: 'Indietro', onClick: back }}
        aside="In rete"
        below="Avviso"
      />,
    );
    click('a[aria-label=Indietro]');
    expect(back).toHaveBeenCalledTimes(1);
    expect(at.textContent).toBe('TemiIn reteAvviso');
  });

  it('at the foot has a name, hears the tap on each place, and counts to ninety-nine', () => {
    const taps = [pressed(), pressed()];
    const items = [99, 100].map((count, n) => ({
      ...{ href: `/${n}`, label: `Luogo ${n}`, icon: 'info' as const, onClick: taps[n] },
      badge: { count, says: `${count} novità` },
    }));
    const { at, click, one } = mount(<BottomNav label="Luoghi" items={items} />);
    expect(one('nav').getAttribute('aria-label')).toBe('Luoghi');
    click('a[href="/1"]');
    expect(taps.map((t) => t.mock.calls.length)).toEqual([0, 1]);
    expect([...at.querySelectorAll('.tabular-nums')].map((n) => n.textContent)).toEqual(['99', '99+']);
  });
});

describe('a button', () => {
  it('that is disabled keeps its press from what is around it, and one of an icon has its name as a tip', () => {
    const around = vi.fn();
    const { again, click, one } = mount(
      // biome-ignore lint/a11y: stands for whatever listens around a button
      <div onClick={around}>
        <Button disabled>Entra</Button>
      </div>,
    );
    click('button');
    expect(around).not.toHaveBeenCalled();
    again(<IconButton icon="close" label="Chiudi" />);
    // For the pointer alone: on the button itself it would be read aloud after the same name.
    expect([one('button').title, one('button > [aria-hidden=true]').title]).toEqual(['', 'Chiudi']);
  });
});

describe('a field', () => {
  it('keeps a hidden label for ears, takes what a form needs of it, and offers no disabled choice', () => {
    const { again, at, one } = mount(
      <TextInput label="Nome" labelHidden name="name" maxLength={40} required />,
    );
    expect([one('label').className, one('label').textContent]).toEqual(['sr-only', 'Nome']);
    expect([one<HTMLInputElement>('input').name, one<HTMLInputElement>('input').maxLength]).toEqual([
      'name',
      40,
    ]);
    again(
      <Select
        label="Sala"
        name="room"
        options={[
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B', disabled: true },
        ]}
      />,
    );
    expect(one('label').className).not.toContain('sr-only');
    expect(one<HTMLSelectElement>('select').name).toBe('room');
    expect([...at.querySelectorAll('option')].map((o) => o.disabled)).toEqual([false, true]);
  });

  it('of many lines leaves its height to a browser that fits it to its text', () => {
    vi.stubGlobal('CSS', { supports: () => true });
    vi.spyOn(HTMLTextAreaElement.prototype, 'scrollHeight', 'get').mockReturnValue(90);
    const { one } = mount(<TextArea label="Nota" value={'x\n'.repeat(6)} rows={2} onText={() => {}} />);
    const { style, className } = one<HTMLTextAreaElement>('textarea');
    expect([style.height, style.getPropertyValue('--rows')]).toEqual(['', '2']);
    expect(className).toContain('field-sizing-content');
  });

  it('of many lines grows with its text in other browsers, and says by how much it is too long', () => {
    vi.stubGlobal('CSS', { supports: () => false });
    let tall = 40;
    vi.spyOn(HTMLTextAreaElement.prototype, 'scrollHeight', 'get').mockImplementation(() => tall);
    const area = (value: string) => (
      <TextArea label="Nota" value={value} onText={() => {}} max={10} sayLeft={(n) => `ancora ${n}`} />
    );
    const { again, at, one } = mount(area('x'));
    expect(one<HTMLTextAreaElement>('textarea').style.height).toBe('44px');
    tall = 90;
    again(area('x\n'.repeat(6)));
    expect(one<HTMLTextAreaElement>('textarea').style.height).toBe('94px');
    const said = [...at.querySelectorAll('p')].at(-1);
    expect([said?.textContent, said?.className.includes('text-bad')]).toEqual(['ancora -2', true]);
    again(area('x'));
    expect([...at.querySelectorAll('p')].at(-1)?.className).not.toContain('text-bad');
  });

  it('to search says what may be sought, and asks a phone for the keyboard of a search', () => {
    const { one } = mount(
      <SearchField label="Cerca" placeholder="Un tema" value="" onText={() => {}} clearLabel="Svuota" />,
    );
    expect([one('input').getAttribute('placeholder'), one('input').getAttribute('inputmode')]).toEqual([
      'Un tema',
      'search',
    ]);
  });

  it('of many choices is drawn closer only where it is asked to be', () => {
    const pills = (compact: boolean) => (
      <ChoicePills
        legend="Quale"
        choices={[{ value: 'a', label: 'A' }]}
        value={null}
        onValue={() => {}}
        compact={compact}
      />
    );
    const { again, one } = mount(pills(false));
    const wide = one('fieldset > div').className;
    again(pills(true));
    expect(one('fieldset > div').className).not.toBe(wide);
  });
});

describe('two texts for one place', () => {
  it('are announced, with the reason, and an empty one is seen to be empty', () => {
    const words = {
      title: 'Due testi',
      yours: 'Il tuo',
      mine: 'Tieni il mio',
      theirs: 'Tieni questo',
      both: 'Tutti e due',
    };
    const { at, one } = mount(
      <Conflict
        words={words}
        theirs=""
        mine="mio"
        why={<p>Cambiato da Ada</p>}
        onMine={() => {}}
        onTheirs={() => {}}
      />,
    );
    expect(one('[role=status]').textContent).toContain('Cambiato da Ada');
    expect(at.textContent).toContain('Il tuo');
    expect([...at.querySelectorAll('blockquote')].map((q) => q.textContent)).toEqual(['—', 'mio']);
  });
});

describe('a table', () => {
  it('bears its caption for ears where that is hidden, also on what scrolls it, and quiets the rows that are', () => {
    const columns = [
      { key: 'n', label: 'Nome', heads: true },
      { key: 'd', label: 'Punti' },
    ];
    const rows = [
      { id: 'a', cells: { n: 'Ada', d: 1 }, quiet: true },
      { id: 'b', cells: { n: 'Bo', d: 2 } },
    ];
    const { again, at, one } = mount(
      <DataTable caption="Temi" captionHidden columns={columns} rows={rows} />,
    );
    expect([one('caption').className, one('caption').textContent]).toEqual(['sr-only', 'Temi']);
    expect(one('section').getAttribute('aria-label')).toBe('Temi');
    const [quiet, loud] = [...at.querySelectorAll('tbody tr')].map((r) => r.className);
    expect(quiet).not.toBe(loud);
    again(<DataTable caption="Temi" columns={columns} rows={rows} />);
    expect(one('caption').className).not.toContain('sr-only');
  });
});

describe('a topic’s card', () => {
  it('is opened by its title, and moves in only when it comes later than the page', async () => {
    vi.resetModules();
    const { TopicCard: Fresh } = await import('@/ui/topic-card');
    const open = pressed();
    const card = (n: number) => (
      <Fresh
        key={n}
        number={`T0${n}`}
        title={`Tema ${n}`}
        convener="Ada"
        href={`/${n}`}
        onOpen={open as never}
      />
    );
    const { again, at, click } = mount([card(1)]);
    again([card(1), card(2)]);
    expect([...at.querySelectorAll('article')].map((a) => a.className.includes('animate-arrive'))).toEqual([
      false,
      true,
    ]);
    click('a[href="/2"]');
    expect(open).toHaveBeenCalledTimes(1);
    expect(TopicCard).not.toBe(Fresh);
  });
});

describe('a toast', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const region = (ids: string[], gone: (id: string) => void, tone?: 'good' | 'bad') => (
    <ToastRegion
      label="Avvisi"
      dismissLabel="Chiudi"
      toasts={ids.map((id) => ({ id, text: 'Fatto', ...(tone ? { tone } : {}) }))}
      onDismiss={gone}
      staysMs={() => 6000}
    />
  );

  it('has the icon of what it says', () => {
    expect(
      draws(
        region(['a'], () => {}, 'good'),
        'check',
      ),
    ).toBe(true);
    expect(
      draws(
        region(['a'], () => {}, 'bad'),
        'warning',
      ),
    ).toBe(true);
    expect(
      draws(
        region(['a'], () => {}),
        'info',
      ),
    ).toBe(true);
  });

  it('that comes under a pointer is held once that moves, though it never came in', () => {
    const gone = vi.fn();
    const { again } = mount(region(['a'], gone));
    // Nothing is laid out here, so everything is a point at zero.
    const moved = () =>
      void window.dispatchEvent(Object.assign(new Event('pointermove'), { clientX: 0, clientY: 0 }));
    act(moved);
    again(region([], gone));
    again(region(['b'], gone));
    act(moved);
    act(() => vi.advanceTimersByTime(600_000));
    expect(gone).not.toHaveBeenCalled();
  });
});
