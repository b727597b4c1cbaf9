/** The reading queue criterion by criterion, the tree of codes, and how often each code is given. */
import { describe, expect, it } from 'vitest';
import {
  codingOn,
  countByState,
  quotedSpan,
  reads,
  sift,
  type Sought,
  timesByCode,
  tree,
  under,
  wordsIn,
} from '@/domain/programming/reading-queue';
import type { Said } from '@/domain/programming/source-text';
import type { Path } from '@/domain/programming/state';
import { note, opened, planner, second } from './opened';

const TEXTS = [
  'Perché chi perde il lavoro',
  'Il condominio fa rete',
  'Più città',
  'La rete della città',
  'Segreto',
];
const said: Said[] = TEXTS.map((text, i) => ({
  ref: note(i + 1),
  kind: (['note', 'item', 'idea', 'note', 'note'] as const)[i] ?? 'note',
  voice: (['bisogno', 'proposta', null, 'bisogno', 'bisogno'] as const)[i] ?? null,
  text,
  withheld: i === 4,
  gathering: i === 3 ? null : 'ost-carpi',
  phase: i === 0 ? 'fase-maggio' : null,
  topic: i === 0 ? 'tema-1' : null,
  session: `circle-${i}`,
  slot: i === 1 ? 'slot-1' : null,
  sector: i === 0 ? 'volontariato' : null,
  strands: ([['A', 'B'], [], ['B'], [], ['A']] as const)[i] ?? [],
  at: i,
}));

let shared: Path | undefined;
/** Made once, a copy for each test: the path of {@link coded}. */
function read(): Path {
  shared ??= coded();
  return structuredClone(shared);
}

/** Codes: Rete over Vicini over Scala; Cura merged into Rete; Sola. */
function coded(): Path {
  const b = opened(Object.fromEntries(said.map((s) => [s.ref, s.text])));
  const code = (id: string, label: string, parent: string | null = null) =>
    b.done(planner, 'makeCode', { id, label, parent });
  code('code-net', 'Rete');
  code('code-near', 'Vicini', 'code-net');
  code('code-stair', 'Scala', 'code-near');
  code('code-care', 'Cura');
  code('code-alone', 'Àncora');
  const coding = (by: typeof planner, id: string, ref: string, more: object) =>
    b.done(by, 'codeWords', { id, ref, start: 0, end: 2, ...more });
  coding(planner, 'coding-1', note(1), { codes: ['code-care'], star: true });
  coding(planner, 'coding-2', note(1), { codes: ['code-care', 'code-alone'], start: 3, end: 6 });
  coding(planner, 'coding-3', note(2), { codes: ['code-stair'] });
  coding(second, 'coding-4', note(2), { codes: ['code-alone'], second: true });
  coding(planner, 'coding-5', note(4), { codes: ['code-alone'] });
  b.done(second, 'reviseCoding', { id: 'coding-3', memo: 'vedi' });
  b.done(second, 'markReading', { ref: note(3), state: 'da_rivedere' });
  b.done(planner, 'removeThing', { what: 'coding', id: 'coding-5' });
  b.done(planner, 'mergeCode', { id: 'code-care', into: 'code-net' });
  return b.state;
}

describe('what one reader has done with a text', () => {
  const unread = { state: 'non_letto', codings: [], codes: [], star: false, by: [] };
  it.each<[string, boolean, number, object]>([
    [
      'coded twice',
      false,
      1,
      {
        state: 'codificato',
        codings: ['coding-1', 'coding-2'],
        codes: ['code-net', 'code-alone'],
        star: true,
        by: [planner.id],
      },
    ],
    [
      'coded, then revised by another',
      false,
      2,
      { state: 'codificato', codings: ['coding-3'], codes: ['code-stair'], by: [planner.id, second.id] },
    ],
    ['marked', false, 3, { state: 'da_rivedere', by: [second.id] }],
    ['coded once, and the coding removed', false, 4, { state: 'letto', by: [planner.id] }],
    ['nothing', false, 5, {}],
    ['nothing of the second reader', true, 1, {}],
    [
      'coded by the second reader',
      true,
      2,
      { state: 'codificato', codings: ['coding-4'], codes: ['code-alone'], by: [second.id] },
    ],
    ['nothing, of a text nobody wrote', true, 9, {}],
  ])('%s (second: %s)', (_, two, n, expected) => {
    const found = reads(read(), two)(note(n));
    expect({ ...found, codings: found.codings.map((c) => c.id) }).toEqual({ ...unread, ...expected });
  });
});

describe('texts sought', () => {
  it.each<[Sought, number[]]>([
    [{}, [1, 2, 3, 4, 5]],
    [{ kind: 'note' }, [1, 4, 5]],
    [{ voice: 'bisogno' }, [1, 4, 5]],
    [{ voice: '-' }, [3]],
    [{ gathering: 'ost-carpi' }, [1, 2, 3, 5]],
    [{ gathering: '-' }, [4]],
    [{ phase: 'fase-maggio' }, [1]],
    [{ sector: 'volontariato' }, [1]],
    [{ sector: '-' }, [2, 3, 4, 5]],
    [{ topic: 'tema-1' }, [1]],
    [{ slot: 'slot-1' }, [2]],
    [{ strand: 'B' }, [1, 3]],
    [{ strand: '-' }, [2, 4]],
    [{ strand: 'C' }, []],
    [{ strand: '' }, [1, 2, 3, 4, 5]],
    [{ state: 'non_letto' }, []],
    [{ state: 'letto' }, [4]],
    [{ state: 'codificato' }, [1, 2]],
    [{ state: 'da_rivedere' }, [3]],
    [{ star: true }, [1]],
    [{ star: false }, [1, 2, 3, 4, 5]],
    [{ by: second.id }, [2, 3]],
    [{ by: 'nobody' }, []],
    [{ code: 'code-net' }, [1, 2]],
    [{ code: 'code-care' }, [1, 2]],
    [{ code: 'code-near' }, [2]],
    [{ code: 'code-alone' }, [1]],
    [{ code: 'code-none' }, []],
    [{ code: '-' }, [3, 4, 5]],
    [{ code: '' }, [1, 2, 3, 4, 5]],
    [{ words: 'perche LAVORO' }, [1]],
    [{ words: 'rete' }, [2, 4]],
    [{ words: 'rete città' }, [4]],
    [{ words: 'segreto' }, []],
    [{ words: ' ' }, [1, 2, 3, 4, 5]],
    [{ kind: 'note', words: 'rete', code: '-' }, [4]],
    [{ kind: 'item', words: 'lavoro' }, []],
  ])('by %j', (sought, found) => {
    const path = read();
    const sifted = sift(path, said, reads(path), sought);
    expect(sifted.map((s) => said.indexOf(s) + 1)).toEqual(found);
  });

  it('are counted by state, without the withheld', () => {
    const path = read();
    const expected = { non_letto: 0, letto: 1, codificato: 2, da_rivedere: 1 };
    expect(countByState(said, reads(path))).toEqual(expected);
    expect(countByState(said, reads(path, true))).toEqual({
      non_letto: 3,
      letto: 0,
      codificato: 1,
      da_rivedere: 0,
    });
  });
});

describe('the codes', () => {
  it.each([
    ['code-net', ['code-net', 'code-near', 'code-stair']],
    ['code-care', ['code-net', 'code-near', 'code-stair']],
    ['code-near', ['code-near', 'code-stair']],
    ['code-stair', ['code-stair']],
    ['code-none', ['code-none']],
  ])('under %s are found at any depth', (code, all) => {
    expect([...under(read(), code)]).toEqual(all);
  });

  it('under one are found also where a child was made before its parent', () => {
    const path = read();
    const { 'code-net': net, ...others } = path.codes;
    const backwards = {
      ...path,
      codes: { ...Object.fromEntries(Object.entries(others).reverse()), 'code-net': net! },
    };
    expect([...under(backwards, 'code-net')].sort()).toEqual(['code-near', 'code-net', 'code-stair']);
  });

  it('are given as often as today, a merged one with its result, once for each coding', () => {
    expect([...timesByCode(read())]).toEqual([
      ['code-net', 2],
      ['code-alone', 1],
      ['code-stair', 1],
    ]);
  });

  it('stand as a tree, sorted by name', () => {
    expect(tree(read())).toEqual([
      { id: 'code-alone', depth: 0, children: 0 },
      { id: 'code-net', depth: 0, children: 1 },
      { id: 'code-near', depth: 1, children: 1 },
      { id: 'code-stair', depth: 2, children: 0 },
    ]);
  });

  it('stand at the root where their parent is gone, or was merged into themselves', () => {
    const path = read();
    Object.assign(path.codes['code-near']!, { removed: true });
    Object.assign(path.codes['code-alone']!, { parent: 'code-care' });
    Object.assign(path.codes['code-net']!, { parent: 'code-care' });
    expect(tree(path)).toEqual([
      { id: 'code-net', depth: 0, children: 1 },
      { id: 'code-alone', depth: 1, children: 0 },
      { id: 'code-stair', depth: 0, children: 0 },
    ]);
  });
});

describe('words of a text', () => {
  it.each([
    ['Più, cura!', ['Più', 'cura']],
    ['  l’anziano  (e)', ['l’anziano', 'e']],
    ['… —', ['…', '—']],
    ['a.b. 2,5%', ['a.b', '2,5']],
    ['e\u0301', ['e\u0301']],
    ['', []],
  ])('%j one by one', (text, words) => {
    expect(wordsIn(text).map((w) => text.slice(w.start, w.end))).toEqual(words);
  });

  it.each([
    ['where they were', 'Ora rete', 4, { start: 4, end: 8 }],
    ['further on', 'E ora rete', 4, { start: 6, end: 10 }],
    ['at the beginning', 'rete ora', 4, { start: 0, end: 4 }],
    ['nowhere', 'Altro', 4, null],
  ])('of a quotation are found %s', (_, text, start, span) => {
    const found = quotedSpan({ start, end: start + 4, quote: 'rete' }, text);
    expect(found && { start: found.start, end: found.end }).toEqual(span);
  });

  it('have the coding that is on exactly them', () => {
    const one = reads(read())(note(1));
    expect([codingOn(one, { start: 3, end: 6 })?.id, codingOn(one, { start: 0, end: 2 })?.id]).toEqual([
      'coding-2',
      'coding-1',
    ]);
    expect([codingOn(one, { start: 3, end: 5 }), codingOn(one, { start: 0, end: 6 })]).toEqual([
      undefined,
      undefined,
    ]);
  });
});
