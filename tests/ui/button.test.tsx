// @vitest-environment happy-dom
/** Buttons: pressed once, silent while they are disabled or busy, and named for ears. */
import { describe, expect, it, vi } from 'vitest';
import { Button, IconButton } from '@/ui/button';
import { attribute, html, draws, all, count, words } from './markup';
import { mount } from './mount';

describe('a button whose ask is under way', () => {
  it('says so, and that it does nothing meanwhile', () => {
    const page = html(
      <Button type="submit" busy>
        Crea
      </Button>,
    );
    expect(attribute(page, 'aria-busy')).toBe('true');
    expect(attribute(page, 'aria-disabled')).toBe('true');
    expect(html(<Button type="submit">Crea</Button>)).not.toMatch(/aria-(busy|disabled)=/);
  });
});

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

  it('may be a link, with its icon and its own class', () => {
    const link = (
      <Button href="/i/DEMO" icon="forward" className="mia">
        Vai
      </Button>
    );
    expect([count(link, 'a'), count(link, 'button'), words(link), all(link, 'href')]).toEqual([
      1,
      0,
      ['Vai'],
      ['/i/DEMO'],
    ]);
    expect([draws(link, 'forward'), html(link).includes('mia')]).toEqual([true, true]);
    expect([count(<Button>Vai</Button>, 'svg'), all(<Button>Vai</Button>, 'type')]).toEqual([0, ['button']]);
  });

  it('of each kind and size looks its own way', () => {
    const looks = (['primary', 'quiet', 'plain', 'danger'] as const).map((kind) => (
      <Button key={kind} kind={kind}>
        x
      </Button>
    ));
    const sizes = (['small', 'normal', 'large', 'square'] as const).map((size) => (
      <Button key={size} size={size} wide={size === 'large'}>
        x
      </Button>
    ));
    expect(new Set(looks.map(html)).size).toBe(4);
    expect(new Set(sizes.map(html)).size).toBe(4);
    expect(html(<Button>x</Button>)).toBe(
      html(
        <Button kind="quiet" size="normal">
          x
        </Button>,
      ),
    );
  });
});

describe('a name for ears', () => {
  it('says a button with an icon alone once: the words that a pointer sees are hidden from ears', () => {
    const { one } = mount(<IconButton icon="minus" label="Togli un pallino da T05" />);
    expect(one('button').getAttribute('aria-label')).toBe('Togli un pallino da T05');
    expect(one('button').hasAttribute('title')).toBe(false);
    expect(one('[title="Togli un pallino da T05"]').getAttribute('aria-hidden')).toBe('true');
  });
});
