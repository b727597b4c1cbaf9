// @vitest-environment happy-dom
/** Choices: tied to their words, and marked by more than a colour. */
import { describe, expect, it, vi } from 'vitest';
import { CheckPills, ChoicePills, Toggle } from '@/ui/choice';
import { mount } from './mount';
import { draws, all, count, html, words } from './markup';
import { Icon } from '@/ui/icons';

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

describe('a field', () => {
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

describe('a choice as it is drawn', () => {
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
