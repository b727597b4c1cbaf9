// @vitest-environment happy-dom
/** Two texts for one place: announced, and settled by the person. */
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Conflict } from '@/ui/conflict';
import { mount } from './mount';

const words = {
  title: 'Due testi',
  yours: 'Il tuo',
  mine: 'Tieni il mio',
  theirs: 'Tieni questo',
  both: 'Tutti e due',
};

describe('two texts for one place', () => {
  it('are settled three ways, or two where they cannot stand together', () => {
    const ways = { onMine: vi.fn(), onTheirs: vi.fn(), onBoth: vi.fn() };
    const { again, at } = mount(<Conflict words={words} theirs="loro" mine="mio" {...ways} />);
    const press = (label: string) =>
      act(() => [...at.querySelectorAll('button')].find((b) => b.textContent === label)?.click());
    for (const label of [words.mine, words.theirs, words.both]) press(label);
    for (const way of Object.values(ways)) expect(way).toHaveBeenCalledTimes(1);
    expect([...at.querySelectorAll('blockquote')].map((q) => q.textContent)).toEqual(['loro', 'mio']);
    again(<Conflict words={words} theirs="loro" onMine={ways.onMine} onTheirs={ways.onTheirs} />);
    expect([...at.querySelectorAll('button')].map((b) => b.textContent)).toEqual([words.mine, words.theirs]);
  });

  it('are announced, with the reason, and an empty one is seen to be empty', () => {
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
