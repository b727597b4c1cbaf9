/** The public page of a path: only what was published, in the words of people who still may be quoted. */
import { describe, expect, it } from 'vitest';
import type { Fact } from '@/domain/deed';
import { givenBack } from '@/domain/programming/public-outcomes';
import { publishables } from '@/domain/programming/public-words';
import { unquoted } from '@/domain/programming/quote-erasure';
import type { Said } from '@/domain/programming/source-text';
import { lookAmong, note, opened, planner } from './opened';

const item = (n: number, voice: 'proposta' | 'richiesta', text = `riga ${n}`): Said => ({
  ...{ ref: `ost-carpi/item/tema-05.${n}`, kind: 'item', voice, text, withheld: false },
  ...{ gathering: 'ost-carpi', phase: null, topic: null, session: 'cerchio-1', slot: null, sector: null },
  ...{ strands: [], at: 0 },
});
const SAID = [item(1, 'proposta'), item(2, 'richiesta'), item(3, 'proposta')];
const words: Record<string, string> = {
  ...Object.fromEntries([1, 2, 3, 4, 5].map((n) => [note(n), `Parole di una nota, ${n}.`])),
  ...Object.fromEntries(SAID.map((s) => [s.ref, s.text])),
};
let steps = 0;
const day = (n: number) => `2014-12-${String(n).padStart(2, '0')}`;

function path() {
  const b = opened(words);
  const publish = (what: string, ...ids: string[]) =>
    b.done(planner, 'publishThings', {
      id: `public-step-${++steps}`,
      things: ids.map((id) => ({ what, id })),
      body: 'Comitato',
      date: day(1),
    });
  const quotes = (target: string, ref: string, relation = 'fonda') =>
    b.add('linkEvidence', { what: 'proposal', target, ref, relation });
  const read = (now: Record<string, string> = words, said: readonly Said[] = SAID) =>
    givenBack(b.state, lookAmong(now), said);
  return { b, publish, quotes, read };
}

describe('[E23] words that are withheld today', () => {
  it('are quoted under no proposal and are no request, though they were published; nor are those that are gone', () => {
    const { b, publish, quotes, read } = path();
    const proposal = b.add('addProposal', { title: 'Aprire la sera' });
    for (const n of [1, 2]) quotes(proposal, note(n));
    const request = b.add('takeRequest', { ref: note(3) });
    publish('proposal', proposal);
    publish('request', request);
    const quoted = (now: Record<string, string>) => [
      read(now).proposals[0]?.words.map((w) => w.ref),
      read(now).requests.length,
    ];
    expect(quoted(words)).toEqual([[note(1), note(2)], 1]);
    expect(quoted({ ...words, [note(1)]: '#Parole', [note(3)]: '#Parole' })).toEqual([[note(2)], 0]);
    const { [note(1)]: _, [note(3)]: __, ...left } = words;
    expect(quoted(left)).toEqual([[note(2)], 0]);
  });

  it('of a circle’s report are no line of the page, and count for nothing', () => {
    const { read } = path();
    const hidden = SAID.map((s, i) => (i === 0 ? { ...s, withheld: true } : s));
    expect(read(words, SAID).counts.written).toBe(3);
    expect(read(words, hidden).counts.written).toBe(2);
    expect(JSON.stringify(read(words, hidden))).not.toContain('riga 1');
  });

  it('erased where they were said, a link has no quote left to show', () => {
    const { b, publish, quotes, read } = path();
    const proposal = b.add('addProposal', { title: 'Aprire la sera' });
    for (const n of [1, 2]) quotes(proposal, note(n));
    publish('proposal', proposal);
    b.done(planner, 'clearQuotes', { refs: [note(1)] });
    expect(read().proposals[0]?.words.map((w) => w.ref)).toEqual([note(2)]);
    const kept = Object.values(b.state.evidence).map((e) => [e.ref, e.quote !== '', e.removed]);
    expect(kept).toEqual([
      [note(1), false, true],
      [note(2), true, false],
    ]);
    expect(b.refusal(planner, 'clearQuotes', { refs: [note(5)] })).toBe('nothing_to_change');
  });

  it.each([
    [
      'a coding',
      (b: ReturnType<typeof opened>) => {
        b.add('codeWords', { ref: note(4), start: 0, end: 6, make: [{ id: 'code-0001', label: 'Cura' }] });
        return () => Object.values(b.state.codings).map((c) => [c.quote, c.removed]);
      },
      ['', true],
    ],
    [
      'a request',
      (b: ReturnType<typeof opened>) => {
        b.add('takeRequest', { ref: note(4) });
        return () => Object.values(b.state.requests).map((r) => [r.text]);
      },
      [''],
    ],
  ] as const)('erased leave %s alone that quoted them, too', (_, quoting, left) => {
    const { b } = path();
    const now = quoting(b);
    b.done(planner, 'clearQuotes', { refs: [note(4)] });
    expect(now()).toEqual([left]);
  });
});

describe('[E23] a line of the log that quotes erased words', () => {
  const [gone, kept] = [note(1), note(2)];
  const without = (type: string, data: unknown) => unquoted([gone])({ type, data } as Fact);

  it('loses these and nothing else', () => {
    const thing = (ref: string | null) => ({ what: 'request', id: 'x', ref, text: 'parole' });
    expect(without('thingsPublished', { things: [thing(gone), thing(kept), thing(null)] })).toEqual({
      things: [{ ...thing(gone), text: '' }, thing(kept), thing(null)],
    });
    const link = (ref: string) => ({ ref, quote: 'parole' });
    expect(without('thingFounded', { links: [link(gone), link(kept)] })).toEqual({
      links: [{ ref: gone, quote: '' }, link(kept)],
    });
    const open = (ref: string | null) => ({ ref, text: 'parole' });
    expect(without('pathOpened', { inherits: { open: [open(kept), open(gone), open(null)] } })).toEqual({
      inherits: { open: [open(kept), { ref: gone, text: '' }, open(null)] },
    });
    expect(without('requestTaken', { ref: gone, text: 'parole', from: '' })).toEqual({
      ref: gone,
      text: '',
      from: '',
    });
    expect(without('evidenceLinked', { ref: gone, quote: 'parole' })).toEqual({ ref: gone, quote: '' });
  });

  it('is left as it is where it quotes none of them, or says something of its own about them', () => {
    for (const [type, data] of [
      ['thingsPublished', { things: [{ ref: kept, text: 'parole' }] }],
      ['thingFounded', { links: [{ ref: kept, quote: 'parole' }] }],
      ['thingFounded', { links: [{ ref: gone, quote: '' }] }],
      ['pathOpened', { inherits: null }],
      ['requestTaken', { ref: kept, text: 'parole' }],
      ['readingMarked', { ref: gone, text: 'parole del programmatore' }],
    ] as const)
      expect(without(type, data), type).toBeNull();
  });
});

describe('the page', () => {
  it('quotes the first three under a proposal, never words against it, and those of the office’s own papers', () => {
    const { b, publish, quotes, read } = path();
    const proposal = b.add('addProposal', { title: 'Aprire la sera' });
    const meeting = b.add('addMeeting', { title: 'Incontro' });
    b.done(planner, 'importPaper', { meeting, lines: [{ id: 'carta-0001', text: 'Un foglio' }] });
    quotes(proposal, note(1), 'contrasta');
    quotes(proposal, 'path-carpi/paper/carta-0001');
    for (const n of [2, 3, 4]) quotes(proposal, note(n));
    publish('proposal', proposal);
    expect(read().proposals[0]?.words.map((w) => w.ref)).toEqual([
      'path-carpi/paper/carta-0001',
      note(2),
      note(3),
    ]);
    const own = { ...item(9, 'proposta', 'dell’ufficio'), ref: 'path-carpi/item/tema-01.9' };
    expect(read(words, [...SAID, own]).lines.some((l) => l.ref === own.ref)).toBe(false);
  });

  it('has what was decided before what still waits, and the goals that come from each', () => {
    const { b, publish, read } = path();
    const [waits, decided] = ['Uno', 'Due'].map((title) => b.add('addProposal', { title })) as [
      string,
      string,
    ];
    b.done(planner, 'giveOutcome', { id: decided, outcome: 'accolta', reason: 'sì' });
    const goals = [waits, decided].map((p, n) =>
      b.add('addGoal', { code: `O${n + 1}`, statement: 'Otto uscite', proposals: [p] }),
    );
    publish('proposal', waits, decided);
    publish('goal', ...goals);
    expect(read().proposals.map((p) => [p.title, p.goals.map((g) => g.code)])).toEqual([
      ['Due', ['O2']],
      ['Uno', ['O1']],
    ]);
    b.done(planner, 'removeThing', { what: 'goal', id: goals[0] });
    expect(read().proposals.map((p) => p.goals.length)).toEqual([1, 0]);
  });

  it('tells a line from a circle answered only once there is an outcome, or an answer', () => {
    const { b, publish, quotes, read } = path();
    const proposal = b.add('addProposal', { title: 'Aprire la sera' });
    quotes(proposal, SAID[0]?.ref ?? '');
    const request = b.add('takeRequest', { ref: SAID[1]?.ref });
    const states = () => read().lines.map((l) => l.state);
    publish('proposal', proposal);
    publish('request', request);
    expect(states()).toEqual(['examined', 'examined', 'waiting']);
    expect(read().counts).toEqual({
      written: 3,
      proposals: 2,
      requests: 1,
      examined: 2,
      answered: 0,
      waiting: 3,
    });
    b.done(planner, 'giveOutcome', { id: proposal, outcome: 'accolta', reason: 'sì' });
    publish('proposal', proposal);
    b.done(planner, 'answerRequest', { id: request, answer: 'si', reason: 'da lunedì' });
    publish('request', request);
    expect(states()).toEqual(['answered', 'answered', 'waiting']);
    expect(read().counts).toMatchObject({ examined: 2, answered: 2, waiting: 1 });
  });

  it('is as new as the newest of it, and has no meeting that was taken away, nor another meeting’s papers', () => {
    const { b, publish, read } = path();
    const [one, two] = ['Uno', 'Due'].map((title) => b.add('addMeeting', { title })) as [string, string];
    for (const [n, meeting] of [one, two].entries())
      b.done(planner, 'importPaper', { meeting, lines: [{ id: `carta-000${n}`, text: `foglio ${n}` }] });
    const first = publish('meeting', one);
    expect(b.state.published[`meeting/${one}`]?.words).toMatchObject({ lines: [{ id: 'carta-0000' }] });
    b.wait(60_000);
    const last = publish('meeting', two);
    expect([read().updatedAt, last.at > first.at]).toEqual([last.at, true]);
    expect(read().meetings.map((m) => m.title)).toEqual(['Uno', 'Due']);
    for (const id of ['carta-0000']) b.done(planner, 'removeThing', { what: 'paper', id });
    b.done(planner, 'removeThing', { what: 'meeting', id: one });
    expect(read().meetings.map((m) => m.title)).toEqual(['Due']);
  });

  it('offers no closed table for publishing', () => {
    const { b } = path();
    const [one, two] = ['Uno', 'Due'].map((name) => b.add('addTable', { name })) as [string, string];
    b.done(planner, 'mergeTables', {
      id: 'table-new1',
      name: 'Insieme',
      object: '',
      from: [one, two],
      rationale: 'x',
    });
    const tables = publishables(b.state).flatMap((t) => (t.what === 'table' ? t.id : []));
    expect([tables.includes('table-new1'), tables.includes(one), tables.includes(two)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
