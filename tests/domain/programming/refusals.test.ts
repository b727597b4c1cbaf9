/** Each deed of a path about what is not there, was removed, or is so already: refused by name, and nothing changes. */
import { describe, expect, it } from 'vitest';
import { isRefusal } from '@/domain/refusal';
import { note, planner } from './opened';
import { furnished, type World } from './undo-ways';

const LOST = 'unknown-0001';
type Case = {
  deed: string;
  ask: (w: World) => Record<string, unknown>;
  /** The same once more. */
  twice: string;
  /** The field that names a thing, and the refusal where there is none such; with its kind where it names one. */
  unknown?: [field: string, refused: string, kind?: string];
  /** Changes that each make it another one: done again with it, it is not the same. */
  also?: Record<string, unknown>[];
  /** Its reason is left out. */
  reason?: [field: string, refused: string];
};

const of = (deed: string, kind: string, twice = 'nothing_to_change') => ({
  deed,
  twice,
  unknown: ['id', 'unknown_thing', kind] as [string, string, string],
});
const CASES: Case[] = [
  {
    ...of('giveOutcome', 'proposal'),
    ask: (w) => ({ id: w.p[0], outcome: 'non_accolta', reason: 'ripensato' }),
    also: [{ outcome: 'rinviata' }, { reason: 'non ancora' }],
    reason: ['reason', 'outcome_without_reason'],
  },
  {
    ...of('assessProject', 'project'),
    ask: (w) => ({ id: w.x[0], assessment: 'scarsa_utilita', reason: 'nessuno lo legge' }),
    also: [{ assessment: 'rivisitabile' }, { reason: 'pochi lo leggono' }],
    reason: ['reason', 'missing_reason'],
  },
  {
    ...of('answerRequest', 'request'),
    ask: (w) => ({ id: w.q, answer: 'quando', reason: 'a marzo si apre', when: 'a marzo' }),
    also: [{ answer: 'si' }, { reason: 'apre allora' }, { when: 'ad aprile' }],
    reason: ['reason', 'outcome_without_reason'],
  },
  {
    ...of('renameTable', 'table'),
    ask: (w) => ({ id: w.t[0], name: 'Altro', rationale: 'x' }),
    reason: ['rationale', 'missing_reason'],
  },
  {
    ...of('redefineTable', 'table'),
    ask: (w) => ({ id: w.t[0], object: 'Altro', rationale: 'x' }),
    reason: ['rationale', 'missing_reason'],
  },
  {
    ...of('reviseTable', 'table'),
    ask: (w) => ({ id: w.t[0], lead: 'Altro', areas: [], status: 'avviato' }),
  },
  {
    ...of('setPredecessors', 'table', 'accepted'),
    ask: (w) => ({ id: w.t[0], predecessors: [w.t[1]], rationale: 'x' }),
  },
  {
    ...of('closeTable', 'table', 'unknown_thing'),
    ask: (w) => ({ id: w.t[0], rationale: 'x' }),
    reason: ['rationale', 'missing_reason'],
  },
  {
    ...of('splitTable', 'table', 'unknown_thing'),
    ask: (w) => ({
      id: w.t[0],
      into: [
        { id: 'part-0001', name: 'Una', object: '' },
        { id: 'part-0002', name: 'Altra', object: '' },
      ],
      rationale: 'x',
    }),
    reason: ['rationale', 'missing_reason'],
  },
  {
    deed: 'mergeTables',
    twice: 'id_already_used',
    ask: (w) => ({ id: 'table-both', name: 'Insieme', object: '', from: w.t.slice(0, 2), rationale: 'x' }),
    reason: ['rationale', 'missing_reason'],
  },
  { ...of('mergeCode', 'code'), ask: (w) => ({ id: w.c[0], into: w.c[1] }) },
  {
    deed: 'mergeCode',
    twice: 'nothing_to_change',
    ask: (w) => ({ id: w.c[0], into: w.c[1] }),
    unknown: ['into', 'unknown_thing', 'code'],
  },
  {
    ...of('splitCode', 'code', 'id_already_used'),
    ask: (w) => ({ id: w.c[0], parts: [{ id: 'code-0001', label: 'Parte', codings: [w.k] }] }),
  },
  {
    deed: 'takeRequest',
    twice: 'id_already_used',
    ask: () => ({ id: 'request-01', text: 'Quando apre?' }),
    reason: ['text', 'blank_text'],
  },
  {
    deed: 'takeRequest',
    twice: 'id_already_used',
    ask: () => ({ id: 'request-01', ref: note(1) }),
    unknown: ['ref', 'malformed'],
  },
  {
    deed: 'linkEvidence',
    twice: 'id_already_used',
    ask: (w) => ({ id: 'link-00001', what: 'goal', target: w.g, ref: note(1) }),
    unknown: ['target', 'unknown_thing', 'goal'],
  },
  {
    deed: 'codeWords',
    twice: 'id_already_used',
    ask: (w) => ({ id: 'coding-001', ref: note(4), start: 0, end: 6, codes: [w.c[0]] }),
  },
  { deed: 'setAside', twice: 'nothing_to_change', ask: () => ({ ref: note(4), reason: 'già nel piano' }) },
  { deed: 'markReading', twice: 'nothing_to_change', ask: () => ({ ref: note(5), state: 'letto' }) },
  {
    deed: 'classifyTopic',
    twice: 'accepted',
    ask: () => ({ ref: 'ost-carpi/topic/tema-1', strands: ['A'] }),
  },
  {
    deed: 'hintProject',
    twice: 'id_already_used',
    ask: (w) => ({ id: 'hint-00001', project: w.x[0], judgement: 'confermato', reason: 'serve' }),
    unknown: ['project', 'unknown_thing', 'project'],
  },
  {
    deed: 'mergeThings',
    twice: 'unknown_thing',
    ask: (w) => ({ what: 'need', into: w.n[0], from: [w.n[1]], rationale: '' }),
    unknown: ['into', 'unknown_thing', 'need'],
  },
  {
    deed: 'splitThing',
    twice: 'id_already_used',
    ask: (w) => ({
      what: 'need',
      id: w.n[0],
      parts: [{ id: 'part-0001', name: 'Parte', takes: [{ register: 'proposal', id: w.p[0] }] }],
    }),
    unknown: ['id', 'unknown_thing', 'need'],
  },
  {
    deed: 'foundOnWords',
    twice: 'id_already_used',
    ask: () => ({
      id: 'founded-01',
      what: 'need',
      title: 'Dalle parole',
      links: [{ id: 'link-00001', ref: note(1), start: 0, end: 6 }],
    }),
  },
  {
    deed: 'reopenTable',
    twice: 'nothing_to_change',
    ask: (w) => {
      w.b.done(planner, 'closeTable', { id: w.t[0], rationale: 'x' });
      return { id: w.t[0], rationale: 'no' };
    },
    unknown: ['id', 'unknown_thing', 'table'],
    reason: ['rationale', 'missing_reason'],
  },
  {
    deed: 'unmergeCode',
    twice: 'nothing_to_change',
    ask: (w) => {
      w.b.done(planner, 'mergeCode', { id: w.c[0], into: w.c[1] });
      return { id: w.c[0] };
    },
    unknown: ['id', 'nothing_to_change'],
  },
  {
    deed: 'takeBack',
    twice: 'nothing_to_change',
    ask: (w) => {
      w.b.done(planner, 'setAside', { ref: note(4), reason: 'x' });
      return { ref: note(4) };
    },
  },
  {
    deed: 'dropHint',
    twice: 'unknown_thing',
    ask: (w) => {
      w.b.done(planner, 'hintProject', {
        id: 'hint-00001',
        project: w.x[0],
        judgement: 'confermato',
        reason: 'x',
      });
      return { id: 'hint-00001' };
    },
    unknown: ['id', 'unknown_thing'],
  },
  {
    deed: 'undoReshape',
    twice: 'nothing_to_change',
    ask: (w) => {
      w.b.done(planner, 'mergeThings', { what: 'need', into: w.n[0], from: [w.n[1]], rationale: '' });
      return { what: 'need', id: w.n[0] };
    },
    unknown: ['id', 'nothing_to_change'],
  },
  {
    deed: 'undoImport',
    twice: 'nothing_to_change',
    ask: (w) => {
      w.b.done(planner, 'foundOnWords', {
        id: 'founded-01',
        what: 'need',
        title: 'x',
        links: [{ id: 'link-00001', ref: note(1), start: 0, end: 6 }],
      });
      return { id: 'founded-01' };
    },
    unknown: ['id', 'nothing_to_change'],
  },
];

describe('a deed of a path', () => {
  it.each(CASES)('$deed is done once, and refused by name where it cannot be: $twice', (one) => {
    const w = furnished();
    const ask = one.ask(w);
    const answer = (patch: object = {}) => {
      const told = w.b.ask(planner, one.deed, JSON.parse(JSON.stringify({ ...ask, ...patch })));
      return isRefusal(told) ? told : { refused: 'accepted' };
    };
    if (one.unknown) {
      const [field, refused, kind] = one.unknown;
      const told = answer({ [field]: LOST });
      expect(told).toMatchObject({ refused, ...(kind !== undefined && { detail: { what: kind } }) });
    }
    if (one.reason) expect(answer({ [one.reason[0]]: '  ' }).refused).toBe(one.reason[1]);
    expect(answer()).toEqual({ refused: 'accepted' });
    expect(answer().refused).toBe(one.twice);
    for (const patch of one.also ?? []) {
      expect(answer(patch).refused, JSON.stringify(patch)).toBe('accepted');
      expect(answer().refused).toBe('accepted');
    }
  });
});
