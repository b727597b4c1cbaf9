import { describe, expect, it } from 'vitest';
import type { AlongMeeting } from '@/domain/programming/path-texts';
import {
  CAVEAT,
  codedSources,
  cooccurrence,
  counts,
  crossTab,
  votesBeside,
} from '@/domain/programming/analysis';
import { strandsByConvener } from '@/domain/programming/convener-sectors';
import { agreement, kappa } from '@/domain/programming/reader-agreement';
import { beyondTargets } from '@/domain/programming/beyond-targets';
import { contrastQuotes, starredQuotes } from '@/domain/programming/quotations';
import { saturation, sittingsRead } from '@/domain/programming/saturation';
import type { Said } from '@/domain/programming/source-text';
import type { Sector } from '@/domain/words';
import { programming } from '@/domain/programming/catalogue';
import { office } from '../given';
import { note, opened, planner, second } from './opened';

/** The oracle of domain §2.7: six sessions, one note each, coded in this order. */
const ORACLE = ['pc', 'p', 'c', 'pt', 't', 'pct'];
const SECTORS: Sector[] = ['volontariato', 'istituzioni', 'volontariato'];

const saidAt = (n: number, more: Partial<Said> = {}): Said => ({
  ref: note(n),
  kind: 'note',
  voice: 'bisogno',
  text: `Detto numero ${n}`,
  withheld: false,
  gathering: 'ost-carpi',
  phase: 'fase-maggio',
  topic: `ost-carpi/topic/tema-000${(n % 2) + 1}`,
  session: `sessione-${n}`,
  slot: null,
  sector: SECTORS[n % 3] ?? null,
  strands: n === 1 ? ['A', 'B'] : [],
  at: n,
  ...more,
});

function read(notes = ORACLE) {
  const said = notes.map((_, i) => saidAt(i + 1));
  const b = opened(Object.fromEntries(said.map((s) => [s.ref, s.text])));
  const code: Record<string, string> = {
    p: b.add('makeCode', { label: 'Povertà', area: 'poverta_esclusione' }),
    c: b.add('makeCode', { label: 'Cura', area: 'oltre_i_target' }),
    t: b.add('makeCode', { label: 'Tempo' }),
  };
  notes.forEach((letters, i) => {
    b.add('codeWords', { ref: note(i + 1), start: 0, end: 5, codes: [...letters].map((l) => code[l]) });
  });
  const letter = (id: string) => Object.keys(code).find((l) => code[l] === id) ?? '?';
  return { b, said, code, letter, coded: codedSources(b.state, said) };
}

describe('[S47] analysis', () => {
  it('the oracle: how many notes, how many pairs, always with n, unit and the caveat', () => {
    const { coded, letter } = read();
    const found = counts(coded);
    expect(Object.fromEntries(found.rows.map((r) => [letter(r.code), r.notes]))).toEqual({
      p: 4,
      c: 3,
      t: 3,
    });
    const pairs = cooccurrence(coded, 'source');
    expect(
      Object.fromEntries(pairs.rows.map((r) => [[letter(r.a), letter(r.b)].sort().join(''), r.times])),
    ).toEqual({ cp: 2, pt: 2, ct: 1 });
    for (const f of [found, pairs]) expect(f).toMatchObject({ n: 6, unit: 'sources', caveat: CAVEAT });
    expect(cooccurrence(coded, 'session')).toMatchObject({ n: 6, unit: 'sessions' });
  });

  it('the oracle: themes add up 2, 2, 2, 3, 3, 3; saturated only when a seventh session adds none', () => {
    const steps = (n: number) => saturation(sittingsRead(read([...ORACLE, 'pt'].slice(0, n)).coded), 3);
    expect(steps(6).steps.map((s) => s.themes)).toEqual([2, 2, 2, 3, 3, 3]);
    expect([5, 6, 7].map((n) => steps(n).saturated)).toEqual([false, false, true]);
    expect(saturation(sittingsRead(read([...ORACLE.slice(0, 5), 'p']).coded)).saturated).toBe(false);
  });

  it('whoever talks most does not come first: by sessions, then by sectors, then by notes', () => {
    const b = opened(Object.fromEntries([1, 2, 3, 4, 5].map((n) => [note(n), `Detto ${n}`])));
    const [loud, wide] = [b.add('makeCode', { label: 'Voce' }), b.add('makeCode', { label: 'Ampio' })];
    const said = [1, 2, 3, 4, 5].map((n) => saidAt(n, n <= 3 ? { session: 'una' } : {}));
    for (const n of [1, 2, 3]) b.add('codeWords', { ref: note(n), start: 0, end: 5, codes: [loud] });
    for (const n of [4, 5]) b.add('codeWords', { ref: note(n), start: 0, end: 5, codes: [wide] });
    expect(counts(codedSources(b.state, said)).rows).toMatchObject([
      { code: wide, notes: 2, sessions: 2 },
      { code: loud, notes: 3, sessions: 1 },
    ]);
  });

  it('a cross-tab shows what nobody said of itself, and a source of two strands once in the total', () => {
    const { coded, code } = read();
    const tab = crossTab(coded, 'strand');
    expect(tab.columns).toEqual(['A', 'B', 'non_detto']);
    expect(tab.rows.find((r) => r.code === code.p)).toMatchObject({
      total: 4,
      cells: { A: 1, B: 1, non_detto: 3 },
    });
  });

  it('dots stand beside a count and are never multiplied into it', () => {
    const { coded, code } = read();
    const beside = votesBeside(counts(coded), { 'ost-carpi/topic/tema-0001': 38 });
    const p = beside.rows.find((r) => r.code === code.p);
    expect(p?.notes).toBe(4);
    expect(p?.votes.find((v) => v.topic.endsWith('tema-0001'))?.dots).toBe(38);
  });

  it('[S19] the share beyond the traditional targets leaves out what nobody has placed', () => {
    const { b, coded } = read();
    expect(beyondTargets(b.state, coded)).toMatchObject({
      n: 6,
      beyond: 1,
      both: 2,
      traditional: 2,
      unplaced: 1,
      share: 1 / 5,
    });
  });

  it('[S10] at most three starred quotations a code; contrary words apart; what is withheld today, nowhere', () => {
    const { b, said, code } = read();
    for (const n of [1, 2, 4, 6])
      b.add('codeWords', { ref: note(n), start: 0, end: 5, codes: [code.p], star: true, contrast: n === 6 });
    expect(starredQuotes(b.state, said, code.p ?? '')).toHaveLength(3);
    expect(contrastQuotes(b.state, said).map((q) => q.ref)).toEqual([note(6)]);
    const hidden = said.map((s) => ({ ...s, withheld: true, text: '' }));
    expect(contrastQuotes(b.state, hidden)).toEqual([]);
    expect(codedSources(b.state, hidden)).toEqual([]);
  });

  it('strands by the sector of who convened, the planners’ own strands with the convener’s', () => {
    const { b } = read();
    const topic = (id: string, strands: 'A'[], conveners: (Sector | null)[]) => ({
      ref: `ost-carpi/topic/${id}`,
      number: 'T01',
      title: id,
      withheld: false,
      strands,
      conveners,
      dots: null,
    });
    const meetings = [
      {
        topics: [topic('tema-0001', ['A'], ['volontariato', 'volontariato']), topic('tema-0002', [], [null])],
      },
    ] as unknown as AlongMeeting[];
    b.done(planner, 'classifyTopic', { ref: 'ost-carpi/topic/tema-0002', strands: ['A'] });
    const found = strandsByConvener(b.state, meetings);
    expect(found).toMatchObject({ n: 2, unit: 'topics', columns: ['non_detto', 'volontariato'] });
    expect(found.rows).toEqual([{ strand: 'A', total: 2, cells: { volontariato: 1, non_detto: 1 } }]);
  });
});

describe('[S46] the second reader', () => {
  it('agreement is measured on what both have read, chance taken away', () => {
    // Fifty judgements: 20 yes–yes, 15 no–no, 5 yes–no, 10 no–yes give κ = 0.4.
    const many = (n: number, j: [boolean, boolean]) => Array.from({ length: n }, () => j);
    expect(
      kappa([
        ...many(20, [true, true]),
        ...many(15, [false, false]),
        ...many(5, [true, false]),
        ...many(10, [false, true]),
      ]),
    ).toBeCloseTo(0.4, 10);
    expect(kappa(many(4, [true, true]))).toBeNull();
  });

  it('reads apart: their codings enter no count, only the agreement', () => {
    const { b, said, code } = read();
    const span = { start: 0, end: 5, second: true };
    b.done(second, 'codeWords', { id: 'coding-s001', ref: note(1), codes: [code.p], ...span });
    b.done(second, 'markReading', { ref: note(3), state: 'letto', second: true });
    expect(counts(codedSources(b.state, said)).n).toBe(6);
    const found = agreement(b.state);
    expect(found.n).toBe(2);
    expect(found.rows.find((r) => r.code === code.c)).toMatchObject({ first: 2, second: 0, together: 0 });
    expect(found.rows.find((r) => r.code === code.p)).toMatchObject({ kappa: 1, together: 1 });
  });

  it('is another account: whoever read a text first neither codes nor marks it as its second reader', () => {
    const { b, code } = read();
    const span = { ref: note(1), start: 0, end: 5, codes: [code.p] };
    const asked = { id: 'coding-s001', ...span, second: true };
    expect(b.refusal(planner, 'codeWords', asked)).toBe('own_first_reading');
    const marked = { ref: note(1), state: 'letto', second: true };
    expect(b.refusal(planner, 'markReading', marked)).toBe('own_first_reading');
    b.done(planner, 'codeWords', { id: 'coding-p001', ...span });
    expect(b.refusal(planner, 'reviseCoding', { id: 'coding-p001', second: true })).toBe('own_first_reading');
    // One who coded a text that a colleague marked last is still among its first readers.
    b.done(second, 'markReading', { ref: note(1), state: 'da_rivedere' });
    expect(b.refusal(planner, 'codeWords', asked)).toBe('own_first_reading');
    expect(b.refusal(second, 'codeWords', asked)).toBe('own_first_reading');
    b.done(office('planner', 'ufficio-carla'), 'codeWords', asked);
  });

  it('agrees with nobody on a text where an older path has one account as both readers', () => {
    const { b, code } = read();
    b.done(second, 'codeWords', {
      id: 'coding-s001',
      ref: note(1),
      start: 0,
      end: 5,
      codes: [code.p],
      second: true,
    });
    b.done(second, 'markReading', { ref: note(3), state: 'letto', second: true });
    expect(agreement(b.state).n).toBe(2);
    const alone = programming.replay(b.facts.map((f) => (f.by === second.id ? { ...f, by: planner.id } : f)));
    expect(agreement(alone)).toMatchObject({ n: 0, overall: null, rows: [] });
  });
});
