/** The entries of a path’s registers: each refusal of one that is added or revised, with all that it carries. */
import { describe, expect, it } from 'vitest';
import { programming } from '@/domain/programming/catalogue';
import { goalGaps } from '@/domain/programming/goals';
import { lookAmong, note, opened, planner, second } from './opened';

const words = { [note(1)]: 'Parole dette', [note(2)]: '#Nascoste' };
function path() {
  const b = opened(words);
  const add = (type: string, id: string, words: object) => b.done(planner, type, { id, ...words });
  add('addTable', 'table-0001', { name: 'Poveri' });
  add('addNeed', 'need-0001', { title: 'Bisogno' });
  add('addProposal', 'prop-0001', { title: 'Proposta' });
  add('addProject', 'proj-0001', { code: 'P1', title: 'Sportello' });
  add('addResource', 'res-0001', { cents: 1 });
  add('addGoal', 'goal-0001', { code: 'O1', statement: 'Otto uscite' });
  add('addOrganization', 'org-0001', { name: 'Emporio' });
  add('makeCode', 'code-0001', { label: 'Cura' });
  add('makeCode', 'code-0002', { label: 'Tempo', parent: 'code-0001' });
  add('makeCode', 'code-0003', { label: 'Ore', parent: 'code-0002' });
  add('makeCode', 'code-0004', { label: 'Unita' });
  b.done(planner, 'mergeCode', { id: 'code-0004', into: 'code-0003' });
  return b;
}
let shared: ReturnType<typeof path> | undefined;
/** The answer to a command on that path, which is left as it is. */
function asked(type: string, ask: object) {
  shared ??= path();
  return programming.decide(
    shared.state,
    { id: 'cmd-asked', type, ask },
    planner,
    shared.now,
    lookAmong(words),
  );
}
const GONE = 'gone-0001';
const lost = (what: string, id: string | null = GONE) => ({
  refused: 'unknown_thing',
  detail: id === null ? { what } : { what, id },
});
const whole = {
  ...{ code: 'O2', statement: 'Due', objective: 4, table: 'table-0001', who: 'a', where: 'b', when: 'c' },
  ...{ due: '2015-01-01', indicator: 'd', baseline: 'e', noBaseline: 'f', target: 'g', done: 'h' },
  status: 'condiviso',
};
const incomplete = (...gaps: string[]) => ({ refused: 'goal_incomplete', detail: { gaps } });

/** Each is sent as a new thing. */
const REFUSED: [type: string, words: object, refusal: object][] = [
  ['addNeed', { title: 'A', table: GONE }, lost('table')],
  ['addNeed', { title: ' ' }, { refused: 'blank_text', detail: { field: 'title' } }],
  ['addNeed', { title: 'a'.repeat(201) }, { refused: 'text_too_long', detail: { field: 'title' } }],
  ['addNeed', { title: 'A', areas: [1] }, { refused: 'malformed', detail: { field: 'areas.0' } }],
  ['addNeed', {}, { refused: 'blank_text', detail: { field: 'title' } }],
  ['addProposal', { title: 'A', table: GONE }, lost('table')],
  ['addProposal', { title: 'A', needs: ['need-0001', GONE] }, lost('need')],
  [
    'addProject',
    { code: 'p1', title: 'A' },
    { refused: 'duplicate_code', detail: { code: 'p1', id: 'proj-0001' } },
  ],
  ['addProject', { code: 'P2', title: 'A', table: GONE }, lost('table')],
  [
    'addResource',
    { mobility: 'intoccabile', cents: 1 },
    { refused: 'missing_reason', detail: { field: 'constraint' } },
  ],
  ['addResource', {}, { refused: 'bad_amount' }],
  ['addResource', { cents: 1, project: GONE }, lost('project')],
  ['addResource', { cents: 100_000_000_001 }, { refused: 'bad_amount', detail: { field: 'cents' } }],
  ['addResource', { hours: 100_000.25 }, { refused: 'bad_amount', detail: { field: 'hours' } }],
  ['addGoal', { code: 'O1', statement: 'A' }, { refused: 'label_taken', detail: { code: 'O1' } }],
  ['addGoal', { ...whole, objective: 5 }, lost('objective', null)],
  ['addGoal', { ...whole, table: GONE }, lost('table')],
  ['addGoal', { ...whole, needs: [GONE] }, lost('need')],
  ['addGoal', { ...whole, proposals: [GONE] }, lost('proposal')],
  ['addGoal', { ...whole, projects: [GONE] }, lost('project')],
  ['addGoal', { ...whole, resources: [GONE] }, lost('resource')],
  ['addGoal', { ...whole, who: '' }, incomplete('who')],
  ['addGoal', { ...whole, where: '' }, incomplete('where')],
  ['addGoal', { ...whole, indicator: '' }, incomplete('indicator')],
  ['addGoal', { ...whole, target: '' }, incomplete('target')],
  ['addGoal', { ...whole, done: '' }, incomplete('done')],
  ['addGoal', { ...whole, when: '', due: null }, incomplete('when')],
  ['addGoal', { ...whole, baseline: '', noBaseline: '' }, incomplete('baseline')],
  ['addGoal', { ...whole, objective: null }, incomplete('objective')],
  ['addGoal', { ...whole, table: null }, incomplete('table')],
  ['addMeasure', { goal: GONE, date: '2015-01-01' }, lost('goal')],
  [
    'addMeasure',
    { goal: 'goal-0001', date: '2015-01-01', value: -1.1e12 },
    { refused: 'bad_amount', detail: { field: 'value' } },
  ],
  ['addSheet', { title: 'A', table: GONE }, lost('table')],
  ['addSheet', { title: 'A', goals: [GONE] }, lost('goal')],
  ['addExperience', { title: 'A', table: GONE }, lost('table')],
  ['addMember', { table: 'table-0001' }, { refused: 'blank_text', detail: { field: 'label' } }],
  ['addMember', { table: GONE, label: 'A' }, lost('table')],
  ['addMember', { table: 'table-0001', organization: GONE }, lost('organization')],
  ['addOrganization', { name: 'A', sector: GONE }, lost('sector')],
  ['addSector', { label: 'A', parent: GONE }, lost('sector')],
  ['addSector', { label: 'A', parent: 'new-0001' }, lost('sector', null)],
  ['addPhase', { label: 'A', from: '2014-02-02', to: '2014-02-01' }, { refused: 'bad_date' }],
  [
    'addMeeting',
    { title: 'A', dateStatus: 'confermato' },
    { refused: 'bad_date', detail: { field: 'date' } },
  ],
  ['addMeeting', { title: 'A', dateStatus: 'svolto' }, { refused: 'bad_date', detail: { field: 'date' } }],
  ['addMeeting', { title: 'A', phase: GONE }, lost('phase')],
  ['addMeeting', { title: 'A', sectors: ['volontariato', GONE] }, lost('sector')],
  ['addInvitation', { reason: 'A' }, { refused: 'blank_text', detail: { field: 'profile' } }],
  ['addInvitation', { profile: 'A' }, { refused: 'missing_reason', detail: { field: 'reason' } }],
  ['addInvitation', { reason: 'A', organization: GONE }, lost('organization')],
  ['addInvitation', { reason: 'A', profile: 'A', meeting: GONE }, lost('meeting')],
  ['addInvitation', { reason: 'A', profile: 'A', table: GONE }, lost('table')],
  ['makeCode', { label: 'CURA' }, { refused: 'label_taken', detail: { id: 'code-0001' } }],
  ['makeCode', { label: 'A', parent: GONE }, lost('code', null)],
  ['makeCode', { label: 'A', parent: 'new-0001' }, { refused: 'circular_merge' }],
];
const ACCEPTED: [type: string, words: object][] = [
  ['addNeed', { title: 'a'.repeat(200) }],
  ['addResource', { hours: 0.25 }],
  ['addResource', { description: 'una sala' }],
  ['addResource', { cents: 100_000_000_000, hours: 100_000 }],
  ['addResource', { mobility: 'intoccabile', constraint: 'legge', cents: 1 }],
  ['addGoal', whole],
  ['addGoal', { ...whole, when: '' }],
  ['addGoal', { ...whole, due: null }],
  ['addGoal', { ...whole, baseline: '' }],
  ['addGoal', { ...whole, noBaseline: '' }],
  ['addMeasure', { goal: 'goal-0001', date: '2015-01-01', value: 1e12 }],
  ['addMeasure', { goal: 'goal-0001', date: '2015-01-01', value: -1e12 }],
  ['addPhase', { label: 'A', from: '2014-02-01', to: '2014-02-01' }],
  ['addPhase', { label: 'A', from: '2014-02-01' }],
  ['addPhase', { label: 'A', to: '2014-02-01' }],
  ['addMeeting', { title: 'A', dateStatus: 'previsto' }],
  ['addMeeting', { title: 'A', dateStatus: 'svolto', date: '2014-02-01' }],
  ['addInvitation', { reason: 'A', organization: 'org-0001' }],
  ['addMember', { table: 'table-0001', organization: 'org-0001' }],
  ['makeCode', { label: 'A', parent: 'code-0004' }],
  // The label of a code that was merged into another is free again.
  ['makeCode', { label: 'Unita' }],
];

describe('a new entry', () => {
  it.each(REFUSED)('%s %j is refused', (type, words, refusal) => {
    expect(asked(type, { id: 'new-0001', ...words })).toEqual(refusal);
  });

  it.each(ACCEPTED)('%s %j is taken', (type, words) => {
    expect(asked(type, { id: 'new-0001', ...words })).toMatchObject({
      data: { id: 'new-0001', ...words },
    });
  });
});

describe('an entry that is revised', () => {
  it.each<[string, object, object]>([
    [
      'reviseGoal',
      { id: 'goal-0001', status: 'in_corso' },
      incomplete('who', 'where', 'indicator', 'target', 'done', 'when', 'baseline', 'objective', 'table'),
    ],
    ['reviseSector', { id: 'care_giver', parent: 'care_giver' }, lost('sector', null)],
    ['reviseCode', { id: 'code-0001', parent: 'code-0003' }, { refused: 'circular_merge' }],
    ['reviseCode', { id: 'code-0001', parent: 'code-0004' }, { refused: 'circular_merge' }],
    [
      'reviseCode',
      { id: 'code-0003', label: 'tempo' },
      { refused: 'label_taken', detail: { id: 'code-0002' } },
    ],
    ['reviseProject', { id: 'proj-0001', code: 'P1' }, { refused: 'nothing_to_change' }],
    ['reviseNeed', { id: 'need-0001' }, { refused: 'nothing_to_change' }],
    ['reviseNeed', { id: GONE, title: 'A' }, { refused: 'unknown_thing', detail: { id: GONE } }],
    ['reviseNeed', { id: 'need-0001', title: '' }, { refused: 'blank_text', detail: { field: 'title' } }],
    ['revisePaper', { id: GONE, text: 'A' }, { refused: 'unknown_thing', detail: { id: GONE } }],
  ])('%s %j is refused', (type, ask, refusal) => {
    expect(asked(type, ask)).toEqual(refusal);
  });

  it('may keep its own code, its label in other letters, and its place', () => {
    const b = path();
    const revised = (type: string, ask: object) => b.done(planner, type, ask).data;
    expect(revised('reviseProject', { id: 'proj-0001', code: 'p1' })).toEqual({
      id: 'proj-0001',
      code: 'p1',
    });
    expect(revised('reviseCode', { id: 'code-0001', label: 'CURA' })).toEqual({
      id: 'code-0001',
      label: 'CURA',
    });
    expect(revised('reviseGoal', { id: 'goal-0001', code: 'O1', who: 'x' })).toEqual({
      id: 'goal-0001',
      who: 'x',
    });
  });

  it('says of a field that somebody else changed what it is now, and only of that one', () => {
    const b = path();
    const since = b.state.seq;
    b.done(second, 'reviseNeed', { id: 'need-0001', title: 'Secondo', description: 'di Bruno' });
    const revise = (words: object, read?: number) =>
      b.ask(planner, 'reviseNeed', { id: 'need-0001', ...words, ...(read !== undefined && { since: read }) });
    expect(revise({ title: 'Terzo' }, since)).toEqual({
      refused: 'stale_version',
      detail: { field: 'title', now: 'Secondo' },
    });
    expect(revise({ description: 'mia', title: 'Secondo' }, since)).toEqual({
      refused: 'stale_version',
      detail: { field: 'description', now: 'di Bruno' },
    });
    expect(revise({ hardship: 'solitudine' }, since)).toMatchObject({
      data: { id: 'need-0001', hardship: 'solitudine' },
    });
    expect(revise({ title: 'Terzo' })).toMatchObject({ data: { id: 'need-0001', title: 'Terzo' } });
  });

  it('leaves no change in its history of a field that stayed the same', () => {
    const b = path();
    const { seq, at } = b.done(planner, 'reviseNeed', {
      id: 'need-0001',
      title: 'Altro',
      areas: ['anziani'],
    });
    const of = (field: string, before: unknown) => ({ seq, at, by: planner.id, field, before });
    expect(b.state.needs['need-0001']?.history).toEqual([of('title', 'Bisogno'), of('areas', [])]);
  });
});

describe('a goal', () => {
  it('has no gaps once it says all, by a day or in words', () => {
    shared ??= path();
    const { goals } = shared.state;
    const goal = { ...goals['goal-0001']!, ...whole } as Parameters<typeof goalGaps>[0];
    expect(goalGaps(goal)).toEqual([]);
    expect(goalGaps({ ...goal, due: null, baseline: '' })).toEqual([]);
    expect(goalGaps({ ...goal, when: '', noBaseline: '' })).toEqual([]);
  });
});

describe('words taken as a request', () => {
  it.each<[object, object]>([
    [{ text: '' }, { refused: 'blank_text' }],
    [{}, { refused: 'blank_text' }],
    [{ ref: note(2) }, { refused: 'evidence_withheld', detail: { ref: note(2) } }],
    [{ ref: note(3) }, { refused: 'unknown_thing', detail: { what: 'source', ref: note(3) } }],
    [{ ref: 'nota' }, { refused: 'malformed', detail: { field: 'ref' } }],
  ])('%j is refused', (words, refusal) => {
    expect(asked('takeRequest', { id: 'new-0001', ...words })).toEqual(refusal);
  });

  it('are taken once, in the words of their source, and answered with a reason', () => {
    const b = path();
    const take = (id: string) =>
      b.ask(planner, 'takeRequest', { id, ref: note(1), text: 'altro', from: 'x' });
    expect(take('req-0001')).toMatchObject({
      data: { id: 'req-0001', ref: note(1), text: 'Parole dette', from: 'x' },
    });
    expect(take('req-0002')).toEqual({ refused: 'nothing_to_change' });
    expect(take('req-0001')).toEqual({ refused: 'id_already_used' });
    const answer = (more: object) =>
      b.ask(planner, 'answerRequest', { id: 'req-0001', answer: 'quando', ...more });
    expect(answer({ id: GONE, reason: 'x' })).toEqual(lost('request', null));
    expect(answer({ when: 'ottobre' })).toEqual({ refused: 'outcome_without_reason' });
    expect(answer({ reason: 'lavori' })).toEqual({ refused: 'bad_date', detail: { field: 'when' } });
    const first = answer({ reason: 'lavori', when: 'ottobre' });
    expect(answer({ reason: 'lavori', when: 'ottobre' })).toEqual({ refused: 'nothing_to_change' });
    for (const more of [{ reason: 'altri lavori' }, { when: 'maggio' }, { answer: 'si' }])
      expect(answer({ reason: 'lavori', when: 'ottobre', ...more })).toMatchObject({
        type: 'requestAnswered',
      });
    const { answers, at } = b.state.requests['req-0001']!;
    expect(answers.map(({ answer: a, reason, when }) => [a, reason, when])).toEqual([
      ['quando', 'lavori', 'ottobre'],
      ['quando', 'altri lavori', 'ottobre'],
      ['quando', 'lavori', 'maggio'],
      ['si', 'lavori', 'ottobre'],
    ]);
    expect(answers[0]?.at).toBe((first as { at: number }).at);
    expect(at).toBeLessThan(answers[0]?.at ?? 0);
  });
});
