/** The figures of an analysis, whole: counts, pairs, cross-tabs, saturation, shares, coverage, and amounts read by column. */
import { describe, expect, it } from 'vitest';
import { decimalOf, readAmount } from '@/domain/programming/amounts';
import {
  AXES,
  CAVEAT,
  type Coded,
  cooccurrence,
  counts,
  crossTab,
  votesBeside,
} from '@/domain/programming/analysis';
import { beyondTargets } from '@/domain/programming/beyond-targets';
import { strandsByConvener } from '@/domain/programming/convener-sectors';
import { coverage, sectorsInOrder } from '@/domain/programming/listening-coverage';
import { CHART, measureChart } from '@/domain/programming/measure-chart';
import type { AlongMeeting } from '@/domain/programming/path-texts';
import { agreement, kappa, shownKappa } from '@/domain/programming/reader-agreement';
import type { Read } from '@/domain/programming/reading-queue';
import { readingBySitting, saturation, sittingsRead } from '@/domain/programming/saturation';
import { emptyPath, type Path } from '@/domain/programming/state';
import { toExamine, unanswered } from '@/domain/programming/unanswered-items';
import { opened, planner } from './opened';

const source = (n: number, codes: string[], more: Partial<Coded> = {}): Coded => ({
  ...{ ref: `ost-carpi/note/${n}`, kind: 'note', voice: 'bisogno', text: '', withheld: false },
  ...{ gathering: 'ost-carpi', phase: null, topic: `tema-${n}`, session: `circle-${n}`, slot: null },
  ...{ sector: 'volontariato', strands: [], at: n, codes, firstCodedAt: 10 - n, ...more },
});
/** Three sources of two circles; the last one is of no sector and no topic. */
const CODED = [
  source(1, ['care', 'time'], { session: 'circle-a', strands: ['A', 'B'] }),
  source(2, ['care'], { session: 'circle-b', sector: 'istituzioni', topic: 'tema-1' }),
  source(3, ['time', 'care', 'net'], { session: 'circle-b', sector: null, topic: null, voice: null }),
];
const about = (n: number, unit: string) => ({ n, unit, caveat: CAVEAT });

describe('counts of codes', () => {
  it('are by circle, then by sector, then by note', () => {
    expect(counts(CODED)).toEqual({
      ...about(3, 'sources'),
      rows: [
        { code: 'care', notes: 3, sessions: 2, sectors: 2, topics: ['tema-1'] },
        { code: 'time', notes: 2, sessions: 2, sectors: 1, topics: ['tema-1'] },
        { code: 'net', notes: 1, sessions: 1, sectors: 0, topics: [] },
      ],
    });
    const tied = [source(1, ['a', 'b']), source(1, ['b', 'a']), source(1, ['b'])];
    expect(counts(tied).rows.map((r) => r.code)).toEqual(['b', 'a']);
    const wider = [source(1, ['a']), source(1, ['a']), source(1, ['b'], { sector: 'x' }), source(1, ['b'])];
    expect(counts(wider).rows.map((r) => r.code)).toEqual(['b', 'a']);
    expect(counts([])).toEqual({ ...about(0, 'sources'), rows: [] });
  });

  it('have the dots of their topics beside them', () => {
    const beside = votesBeside(counts(CODED), { 'tema-1': 4 });
    expect(beside.rows.map((r) => r.votes)).toEqual([
      [{ topic: 'tema-1', dots: 4 }],
      [{ topic: 'tema-1', dots: 4 }],
      [],
    ]);
    expect(votesBeside(counts(CODED), {}).rows[0]?.votes).toEqual([{ topic: 'tema-1', dots: 0 }]);
  });

  it.each([
    [
      'sector',
      ['istituzioni', 'non_detto', 'volontariato'],
      { volontariato: 1, istituzioni: 1, non_detto: 1 },
    ],
    ['strand', ['A', 'B', 'non_detto'], { A: 1, B: 1, non_detto: 2 }],
    ['phase', ['non_detto'], { non_detto: 3 }],
    ['gathering', ['ost-carpi'], { 'ost-carpi': 3 }],
    ['voice', ['bisogno', 'non_detto'], { bisogno: 2, non_detto: 1 }],
    ['kind', ['note'], { note: 3 }],
  ] as const)('stand in a table by %s', (axis, columns, cells) => {
    const table = crossTab(CODED, axis);
    expect({ ...table, rows: table.rows[0] }).toEqual({
      ...about(3, 'sources'),
      columns,
      rows: { code: 'care', total: 3, cells },
    });
    expect(table.rows.map((r) => [r.code, r.total])).toEqual([
      ['care', 3],
      ['time', 2],
      ['net', 1],
    ]);
    expect(AXES).toContain(axis);
  });

  it('are of pairs, in one text or in one circle', () => {
    const pair = (a: string, b: string, times: number) => ({ a, b, times });
    expect(cooccurrence(CODED, 'source')).toEqual({
      ...about(3, 'sources'),
      rows: [pair('care', 'time', 2), pair('care', 'net', 1), pair('net', 'time', 1)],
    });
    expect(cooccurrence([...CODED, source(4, ['net', 'time'])], 'session')).toEqual({
      ...about(3, 'sessions'),
      rows: [pair('care', 'time', 2), pair('net', 'time', 2), pair('care', 'net', 1)],
    });
  });
});

describe('saturation', () => {
  const sitting = (session: string, ...codes: string[]) => ({ session, codes });
  it.each<[string, ReturnType<typeof sitting>[], number, number[][], boolean]>([
    ['of nothing', [], 3, [], false],
    [
      'of as few sessions as are asked for',
      [sitting('a'), sitting('b')],
      2,
      [
        [0, 0],
        [0, 0],
      ],
      false,
    ],
    [
      'of one more',
      [sitting('a', 'x'), sitting('b', 'x'), sitting('c')],
      2,
      [
        [1, 1],
        [1, 0],
        [1, 0],
      ],
      true,
    ],
    [
      'that ends with a theme',
      [sitting('a', 'x'), sitting('b'), sitting('c', 'y', 'z')],
      2,
      [
        [1, 1],
        [1, 0],
        [3, 2],
      ],
      false,
    ],
    [
      'whose theme is too near',
      [sitting('a'), sitting('b', 'y', 'y'), sitting('c')],
      2,
      [
        [0, 0],
        [1, 1],
        [1, 0],
      ],
      false,
    ],
  ])('%s', (_, sittings, k, steps, saturated) => {
    expect(saturation(sittings, k)).toEqual({
      ...about(sittings.length, 'sessions'),
      ...{ k, saturated },
      steps: steps.map(([themes, fresh], i) => ({ session: sittings[i]?.session, themes, fresh })),
    });
    expect(saturation(sittings).k).toBe(3);
  });

  it('goes by the order of reading, of the sessions that are wholly read', () => {
    const all = sittingsRead(CODED);
    expect(all).toEqual([
      { session: 'circle-b', codes: ['time', 'care', 'net', 'care'] },
      { session: 'circle-a', codes: ['care', 'time'] },
    ]);
    expect(sittingsRead(CODED, new Set(['circle-a']))).toEqual([all[1]]);
    expect(sittingsRead(CODED, new Set())).toEqual([]);
  });

  it('counts of each session its texts, and those read or coded, without the withheld', () => {
    const states = ['non_letto', 'letto', 'codificato', 'da_rivedere', 'letto'] as const;
    const said = states.map((_, i) => source(i, [], { session: i < 2 ? 'a' : 'b', withheld: i === 4 }));
    const read = (ref: string) => ({ state: states[Number(ref.slice(-1))] }) as Read;
    expect([...readingBySitting(said, read)]).toEqual([
      ['a', { texts: 2, read: 1 }],
      ['b', { texts: 2, read: 1 }],
    ]);
  });
});

describe('the share beyond the traditional targets', () => {
  const path = {
    ...emptyPath(),
    about: {
      areas: [
        { id: 'old', label: '', traditional: true },
        { id: 'new', label: '', traditional: false },
      ],
    },
    codes: { o: { area: 'old' }, n: { area: 'new' }, x: { area: null } },
  } as unknown as Path;
  it.each<[string[][], object]>([
    [
      [['o'], ['n'], ['o', 'n'], ['x'], ['gone']],
      { beyond: 1, both: 1, traditional: 1, unplaced: 2, share: 1 / 3 },
    ],
    [[['x', 'n'], ['n']], { beyond: 2, both: 0, traditional: 0, unplaced: 0, share: 1 }],
    [[['x'], []], { beyond: 0, both: 0, traditional: 0, unplaced: 2, share: null }],
    [[], { beyond: 0, both: 0, traditional: 0, unplaced: 0, share: null }],
  ])('of %j', (all, found) => {
    expect(
      beyondTargets(
        path,
        all.map((codes, i) => source(i, codes)),
      ),
    ).toEqual({
      ...about(all.length, 'sources'),
      ...found,
    });
  });
});

describe('strands by the sectors of conveners', () => {
  it('count a topic once in each of its strands and sectors', () => {
    const topic = (ref: string, strands: string[], conveners: (string | null)[]) => ({
      ref,
      strands,
      conveners,
    });
    const meetings = [
      { topics: [topic('t1', ['B', 'A'], ['volontariato', 'volontariato', null]), topic('t2', [], [])] },
      { topics: [topic('t3', ['A'], ['istituzioni'])] },
    ] as unknown as AlongMeeting[];
    const path = { ...emptyPath(), strands: { t3: ['A', 'C'] } } as Path;
    expect(strandsByConvener(path, meetings)).toEqual({
      ...about(3, 'topics'),
      columns: ['istituzioni', 'non_detto', 'volontariato'],
      rows: [
        { strand: 'A', total: 2, cells: { volontariato: 1, non_detto: 1, istituzioni: 1 } },
        { strand: 'B', total: 1, cells: { volontariato: 1, non_detto: 1 } },
        { strand: 'C', total: 1, cells: { istituzioni: 1 } },
        { strand: 'non_detto', total: 1, cells: { non_detto: 1 } },
      ],
    });
  });
});

describe('the agreement of two readers', () => {
  it.each<[[boolean, boolean][], number | null]>([
    [[], null],
    [[[true, true]], null],
    [
      [
        [false, false],
        [false, false],
      ],
      null,
    ],
    [
      [
        [true, true],
        [false, false],
      ],
      1,
    ],
    [
      [
        [true, false],
        [false, true],
      ],
      -1,
    ],
    [
      [
        [true, true],
        [true, false],
      ],
      0,
    ],
    [
      [
        [true, true],
        [true, true],
        [true, false],
        [false, false],
      ],
      0.5,
    ],
  ])('on %j is %s', (judgements, k) => {
    expect(kappa(judgements)).toBe(k);
  });

  it('is shown with two decimals', () => {
    expect([0.405, 0.4049, 1.005, -0.125, 0].map(shownKappa)).toEqual([0.41, 0.4, 1.01, -0.12, 0]);
  });

  it('is on the texts that both have read to the end', () => {
    const mark = (state: string, by: string | null) => ({ state, at: 1, by });
    const coding = (ref: string, codes: string[], second: boolean, by: string | null, removed = false) => ({
      ...{ id: `${ref}-${codes}`, ref, codes, second, by, removed },
    });
    const codes = Object.fromEntries(
      ['a', 'b', 'c'].map((id) => [id, { id, removed: false, mergedInto: null }]),
    );
    Object.assign(codes.c!, { mergedInto: 'a' });
    const path = {
      ...emptyPath(),
      codes,
      readings: {
        both: { first: mark('codificato', 'anna'), second: mark('codificato', 'bruno') },
        read: { first: mark('letto', 'anna'), second: mark('letto', 'bruno') },
        half: { first: mark('codificato', 'anna'), second: null },
        again: { first: mark('da_rivedere', 'anna'), second: mark('letto', 'bruno') },
        later: { first: mark('letto', 'anna'), second: mark('da_rivedere', 'bruno') },
        alone: { first: mark('letto', 'anna'), second: mark('letto', 'anna') },
        unknown: { first: mark('letto', null), second: mark('letto', null) },
        mixed: { first: mark('letto', 'carla'), second: mark('letto', 'bruno') },
      },
      codings: {
        1: coding('both', ['a', 'b'], false, 'anna'),
        2: coding('both', ['c'], true, 'bruno'),
        3: coding('read', ['b'], true, 'bruno'),
        4: coding('half', ['b'], false, 'anna'),
        5: coding('mixed', ['b'], false, 'bruno'),
        6: coding('read', ['a'], false, 'anna', true),
        7: coding('unknown', ['gone'], false, null),
      },
    } as unknown as Path;
    expect(agreement(path)).toEqual({
      ...about(3, 'sources'),
      overall: kappa([
        [true, true],
        [false, false],
        [false, false],
        [true, false],
        [false, true],
        [false, false],
        [false, false],
        [false, false],
        [true, false],
      ]),
      rows: [
        { code: 'a', kappa: 1, first: 1, second: 1, together: 1 },
        {
          code: 'b',
          kappa: kappa([
            [true, false],
            [false, true],
            [false, false],
          ]),
          first: 1,
          second: 1,
          together: 0,
        },
        {
          code: 'gone',
          kappa: kappa([
            [false, false],
            [false, false],
            [true, false],
          ]),
          first: 1,
          second: 0,
          together: 0,
        },
      ],
    });
  });
});

describe('the coverage of listening', () => {
  it('is of each sector with its sub-groups, in order, without the other points of view', () => {
    const b = opened();
    const meet = (id: string, words: object) =>
      b.done(planner, 'addMeeting', { id, title: id, kind: 'presentazione_ascolto', ...words });
    for (const m of Object.values(b.state.meetings)) m.removed = true;
    meet('meet-held', { sectors: ['volontariato', 'care_giver'], dateStatus: 'svolto', date: '2014-01-20' });
    meet('meet-plan', { sectors: ['istituzioni'], dateStatus: 'previsto' });
    meet('meet-none', { sectors: ['operatori_sociali'], dateStatus: 'annullato' });
    meet('meet-kind', { sectors: ['operatori_sociali'], kind: 'tematico' });
    expect(coverage(b.state).map((c) => [c.sector.id, c.meetings.map((m) => m.id), c.listened])).toEqual([
      ['operatori_sociali', [], false],
      ['istituzioni', ['meet-plan'], false],
      ['terzo_settore_cooperazione', [], false],
      ['volontariato', ['meet-held'], true],
      ['gruppi_innovativi', ['meet-held'], true],
    ]);
    b.done(planner, 'addSector', { id: 'sector-b', label: 'B', order: 2, parent: 'volontariato' });
    b.done(planner, 'addSector', { id: 'sector-a', label: 'A', order: 1, parent: 'volontariato' });
    b.done(planner, 'addSector', { id: 'sector-c', label: 'C', order: 1, parent: 'volontariato' });
    expect(sectorsInOrder(b.state, 'volontariato').map((s) => s.id)).toEqual([
      'sector-a',
      'sector-c',
      'sector-b',
    ]);
  });
});

describe('what waits for an answer', () => {
  it('are requests without one, and rows of reports that nobody linked, took or set aside', () => {
    const item = (n: number, more: object = {}) =>
      source(n, [], { kind: 'item', ref: `g/item/${n}`, ...more });
    const path = {
      ...emptyPath(),
      evidence: { e: { ref: 'g/item/1', removed: false }, f: { ref: 'g/item/2', removed: true } },
      requests: { q: { id: 'q', ref: 'g/item/3', answer: null }, r: { id: 'r', ref: null, answer: 'no' } },
      aside: { 'g/item/4': { reason: 'x', at: 1 } },
    } as unknown as Path;
    const said = [1, 2, 3, 4, 5].map((n) => item(n));
    const rest = [item(6, { withheld: true }), source(7, [])];
    expect(toExamine(path, [...said, ...rest]).map((s) => s.ref)).toEqual(['g/item/2', 'g/item/5']);
    expect(unanswered(path).map((r) => r.id)).toEqual(['q']);
  });
});

describe('a chart of measures', () => {
  const measure = (id: string, kind: 'partenza' | 'misura' | 'arrivo', date: string, value: number) => ({
    id,
    kind,
    date,
    value,
  });
  const [left, right, top, bottom] = [22, CHART.width - 22, 22, CHART.height - 26];
  it('has its points on one scale each, to a tenth', () => {
    const chart = measureChart([
      measure('a', 'partenza', '2015-01-01', 10),
      measure('b', 'misura', '2015-01-11', 30),
      measure('c', 'arrivo', '2015-01-31', 40),
    ]);
    expect(chart).toEqual({
      from: '2015-01-01',
      to: '2015-01-31',
      points: [
        { id: 'a', kind: 'partenza', value: 10, x: left, y: 98.5 },
        { id: 'b', kind: 'misura', value: 30, x: 114, y: 47.5 },
        { id: 'c', kind: 'arrivo', value: 40, x: right, y: top },
      ],
      line: [
        { x: left, y: 98.5 },
        { x: 114, y: 47.5 },
      ],
    });
  });

  it('reaches below zero, and puts what is all alike in the middle', () => {
    const ys = (...values: number[]) =>
      measureChart(values.map((v, i) => measure(`m${i}`, 'misura', `2015-01-0${i + 1}`, v)))?.points.map(
        (p) => p.y,
      );
    expect(ys(-10, 10)).toEqual([bottom, top]);
    expect(ys(-10, -5)).toEqual([bottom, (bottom + top) / 2]);
    expect(ys(0, 0)).toEqual([(bottom + top) / 2, (bottom + top) / 2]);
    const one = measureChart([
      measure('a', 'misura', '2015-01-01', 1),
      measure('b', 'misura', '2015-01-01', 2),
    ]);
    expect(one?.points.map((p) => p.x)).toEqual([(left + right) / 2, (left + right) / 2]);
    expect([measureChart([]), measureChart([measure('a', 'misura', '2015-01-01', 1)])]).toEqual([null, null]);
  });
});

describe('an amount of a sheet', () => {
  it.each<[string, ',' | '.' | null, boolean, ReturnType<typeof readAmount>]>([
    ['', null, true, { hundredths: 0 }],
    ['–', null, true, { hundredths: 0 }],
    ['1.500 ore', ',', false, { hundredths: 150_000 }],
    ['12 h', null, false, { hundredths: 1200 }],
    ['1.500', null, true, { hundredths: 150_000 }],
    ['1.500', null, false, { asks: true }],
    ['1,500', null, true, { asks: true }],
    ['1,500', '.', true, { hundredths: 150_000 }],
    ['1,500', ',', true, { hundredths: 150 }],
    ['0,500', null, false, { hundredths: 50 }],
    ['1500,500', null, false, { hundredths: 150_050 }],
    ['1.500,5', '.', true, { hundredths: 150_050 }],
    ['1.234.567', null, false, { hundredths: 123_456_700 }],
    ['0,005', null, false, { hundredths: 1 }],
    ['0,004', null, false, { hundredths: 0 }],
    ['(20)', null, true, { hundredths: -2000 }],
    ['20-', null, true, { hundredths: -2000 }],
    ['-20,5', null, true, { hundredths: -2050 }],
    ['1.50.000', null, true, null],
    ['1500.000,0', null, true, null],
    ['1,5,0', null, true, null],
    ['1.5,000.0', null, true, null],
    [',5', null, true, null],
    ['dieci', null, true, null],
    ['90071992547409,92', null, true, null],
    ['90071992547409,91', null, true, { hundredths: 9_007_199_254_740_991 }],
  ])('%j (decimal %s, money %s)', (written, decimal, money, amount) => {
    expect(readAmount(written, decimal, money)).toEqual(amount);
  });

  it.each<[string[], ',' | '.' | null]>([
    [[], ','],
    [['5', '12'], ','],
    [['1,5'], ','],
    [['1.5'], '.'],
    [['1.500'], null],
    [['1.500', '2'], null],
    [['1.500', '2,5'], ','],
    [['1,500', '2.5'], '.'],
    [['1,5', '2.5'], ','],
    [['1,5', '2.5', '3'], null],
    [['1,5', '2.5', '1.500'], null],
    [['1.234.567'], ','],
    [['1,234,567'], '.'],
    [['1.234,5'], ','],
  ])('its column %j has this decimal: %s', (values, decimal) => {
    expect(decimalOf(values)).toBe(decimal);
  });
});
