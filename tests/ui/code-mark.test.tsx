// @vitest-environment happy-dom
/** The mark of a code: no two codes of a path have the same, and a code keeps its own. */
import { describe, expect, it } from 'vitest';
import { CodeSign, looksOf, SYMBOLS } from '@/app/percorso/[code]/[[...where]]/_reading/code-mark';
import { opened, planner } from '../domain/programming/opened';
import { mount } from './mount';
import { openPage } from './planner-page';

function coded(times: number) {
  const b = opened();
  for (let i = 0; i < times; i++)
    b.done(planner, 'makeCode', { id: `codice-${i}-0001`, label: `Codice ${i}` });
  const marks = () => [...looksOf(b.state.codes).values()].map(({ symbol, colour }) => `${symbol} ${colour}`);
  return { b, marks };
}

describe('the mark of a code', () => {
  it('is another for each of fifty-four codes; the first nine differ in their sign alone', () => {
    const { marks } = coded(54);
    expect(new Set(marks()).size).toBe(54);
    expect(
      new Set(
        marks()
          .slice(0, 9)
          .map((m) => m.split(' ')[0]),
      ).size,
    ).toBe(SYMBOLS.length);
  });

  it('stays the same when a later code comes, another is merged, or one is taken away', () => {
    const { b, marks } = coded(5);
    const before = marks();
    b.done(planner, 'makeCode', { id: 'codice-dopo', label: 'Dopo' });
    b.done(planner, 'mergeCode', { id: 'codice-1-0001', into: 'codice-0-0001' });
    b.done(planner, 'removeThing', { what: 'code', id: 'codice-2-0001' });
    expect(marks().slice(0, 5)).toEqual(before);
  });

  it('that somebody chose is nobody else’s', () => {
    const { b } = coded(4);
    const first = looksOf(b.state.codes).get('codice-0-0001');
    b.done(planner, 'reviseCode', { id: 'codice-3-0001', symbol: first?.symbol, colour: first?.colour });
    const looks = looksOf(b.state.codes);
    expect(looks.get('codice-3-0001')).toEqual(first);
    expect(looks.get('codice-0-0001')).not.toEqual(first);
  });

  it('is drawn for eyes only: the name of the code stands beside it', () => {
    const { b } = coded(2);
    openPage(b);
    const [one, two] = Object.values(b.state.codes);
    if (!one || !two) throw new Error('no codes');
    const { at } = mount(
      <>
        <CodeSign code={one} />
        <CodeSign code={two} />
      </>,
    );
    const signs = [...at.querySelectorAll('[aria-hidden=true]')].map((x) => x.textContent);
    expect(signs).toEqual(SYMBOLS.slice(0, 2));
  });
});
