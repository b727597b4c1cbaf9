/** Choices and buttons are tied to their words, and look by their kind. */
import { describe, expect, it } from 'vitest';
import { Button } from '@/ui/button';
import { CheckPills, ChoicePills, Toggle } from '@/ui/choice';
import { Icon } from '@/ui/icons';

import { all, count, draws, html, words } from './markup';

describe('a choice', () => {
  const TWO = [
    { value: 'a', label: 'Uno', icon: <Icon name="leaf" />, hint: 'il primo' },
    { value: 'b', label: 'Due', disabled: true },
  ];

  it('ties its hint and its error to the group, and marks what is chosen with more than a colour', () => {
    const pills = (value: string | null) => (
      <ChoicePills
        legend="Quale"
        hint="Uno solo"
        error="Manca"
        choices={TWO}
        value={value}
        onValue={() => {}}
      />
    );
    const [described = ''] = all(pills(null), 'aria-describedby');
    expect(described.split(' ').map((id) => all(pills(null), 'id').includes(id))).toEqual([true, true]);
    expect(words(pills(null))).toEqual(['Quale', 'Uno solo', 'Uno', 'il primo', 'Due', 'Manca']);
    expect([draws(pills(null), 'leaf'), draws(pills(null), 'check')]).toEqual([true, false]);
    expect([draws(pills('a'), 'leaf'), draws(pills('a'), 'check')]).toEqual([false, true]);
    expect([all(pills('a'), 'type'), all(pills('a'), 'value')]).toEqual([
      ['radio', 'radio'],
      ['a', 'b'],
    ]);
    expect([
      html(pills('a')).split('checked=""').length,
      html(pills('a')).split('disabled=""').length,
    ]).toEqual([2, 2]);
    expect(new Set(all(pills('a'), 'name')).size).toBe(1);
  });

  it('of several is boxes, described by nothing where there is nothing to say', () => {
    const boxes = (
      <CheckPills
        legend="Quali"
        legendHidden
        name="q"
        choices={TWO}
        values={['a', 'b']}
        onValues={() => {}}
      />
    );
    expect([all(boxes, 'type'), all(boxes, 'name'), all(boxes, 'aria-describedby')]).toEqual([
      ['checkbox', 'checkbox'],
      ['q', 'q'],
      [],
    ]);
    expect(html(boxes)).toMatch(/<legend class="sr-only"/);
    expect(html(boxes).split('checked=""').length).toBe(3);
    expect(count(boxes, 'p')).toBe(0);
  });

  it('of yes and no draws its state, and is described only by a hint', () => {
    const off = <Toggle label="Anonima" on={false} onToggle={() => {}} />;
    expect([draws(off, 'check'), all(off, 'aria-describedby'), words(off)]).toEqual([false, [], ['Anonima']]);
    const on = <Toggle label="Anonima" hint="Senza nome" on onToggle={() => {}} disabled />;
    expect([
      draws(on, 'check'),
      all(on, 'aria-describedby').length,
      html(on).includes('disabled=""'),
    ]).toEqual([true, 1, true]);
  });
});

describe('a button', () => {
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
