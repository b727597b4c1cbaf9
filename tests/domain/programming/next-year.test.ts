/** Next year's path: what a path hands on to the one opened from it, and discarding one opened by mistake. */
import { describe, expect, it } from 'vitest';
import { isUntouched } from '@/domain/programming/discard';
import { toBeConfirmed } from '@/domain/programming/inheritance';
import { yearAfter } from '@/domain/programming/next-year';
import { emptyPath } from '@/domain/programming/state';
import { programming } from '@/domain/programming/catalogue';
import { bench } from '../given';
import { note, opened, planner } from './opened';

const worked = () => {
  const b = opened({ [note(1)]: 'Vogliamo sapere quando apre.' });
  const organization = b.add('addOrganization', { name: 'Emporio', sector: 'volontariato' });
  const table = b.add('addTable', { name: 'Tavolo', lead: 'Servizio sociale', areas: ['anziani'] });
  const closed = b.add('addTable', { name: 'Tavolo finito' });
  b.done(planner, 'closeTable', { id: closed, rationale: 'ha finito' });
  const member = b.add('addMember', { table, organization, role: 'coordina', isNew: true });
  b.add('addMember', { table: closed, label: 'Chi c’era' });
  const project = b.add('addProject', { code: 'P01', title: 'Sportello', table });
  const orphan = b.add('addProject', { code: 'P02', title: 'Opuscolo', table: closed });
  const resource = b.add('addResource', { project, cents: 2_000_000, mobility: 'fluttuante' });
  b.done(planner, 'assessProject', { id: project, assessment: 'rivisitabile', reason: 'da rivedere' });
  const family = b.add('makeCode', {
    label: 'Cura',
    family: 'Forme',
    area: 'anziani',
    status: 'consolidato',
  });
  const code = b.add('makeCode', { label: 'Tempo di cura', parent: family, symbol: '☘', colour: 'verde' });
  b.done(planner, 'revisePath', { id: 'path-carpi', pact: 'Chi invita scrive perché invita.' });
  const promised = b.add('takeRequest', { text: 'Quando riapre lo sportello?' });
  const when = 'ottobre 2015';
  b.done(planner, 'answerRequest', { id: promised, answer: 'quando', reason: 'lavori', when });
  const asked = b.add('takeRequest', { ref: note(1) });
  const goal = b.add('addGoal', { code: 'O1', statement: 'Otto uscite', due: '2015-10-31' });
  return { b, organization, table, member, project, orphan, resource, family, code, promised, asked, goal };
};
const yearLater = (b: ReturnType<typeof opened>) => {
  const next = bench(programming);
  next.done(planner, 'openPath', { ...yearAfter(b.state), path: 'path-2015', code: 'PATTO15' });
  return next;
};

describe('[S42] next year remembers', () => {
  it('actors, tables with who sits there, projects without last year’s judgement, codes whole, the pact', () => {
    const w = worked();
    const { state } = yearLater(w.b);
    expect(state.organizations[w.organization]).toMatchObject({ name: 'Emporio', alreadyInvolved: true });
    expect(state.tables[w.table]).toMatchObject({ lead: 'Servizio sociale', areas: ['anziani'] });
    expect(Object.keys(state.members)).toEqual([w.member]);
    expect(state.members[w.member]).toMatchObject({ role: 'coordina', isNew: false });
    expect(state.projects[w.project]).toMatchObject({ assessment: 'non_valutato', table: w.table });
    expect(state.projects[w.orphan]?.table).toBeNull();
    expect(state.resources[w.resource]).toMatchObject({ cents: 2_000_000, project: w.project });
    expect(state.codes[w.family]).toMatchObject({ family: 'Forme', status: 'consolidato', area: 'anziani' });
    expect(state.codes[w.code]).toMatchObject({ parent: w.family, symbol: '☘', colour: 'verde' });
    expect(state.about?.pact).toBe('Chi invita scrive perché invita.');
  });

  it('a project waits to be confirmed until it is judged this year', () => {
    const w = worked();
    const next = yearLater(w.b);
    expect(toBeConfirmed(next.state, w.project)).toBe(true);
    next.done(planner, 'assessProject', { id: w.project, assessment: 'confermato', reason: '' });
    expect(toBeConfirmed(next.state, w.project)).toBe(false);
    expect(toBeConfirmed(w.b.state, w.project)).toBe(false);
  });

  it('what was promised comes with its date, and how much nobody examined', () => {
    const w = worked();
    const said = [{ kind: 'item', withheld: false, ref: 'ost-carpi/item/tema-1.voce-1' }] as never;
    const left = yearAfter(w.b.state, said)?.inherits;
    const open = new Map(left?.open.map((o) => [o.id, o]));
    expect(open.get(w.promised)).toMatchObject({ state: 'quando', when: 'ottobre 2015' });
    expect(open.get(w.goal)).toMatchObject({ when: '2015-10-31' });
    expect(left?.unexamined).toBe(1);
  });

  it('labels say the right year: a phase named after 2015 is named after 2016, other numbers stay', () => {
    const w = worked();
    w.b.done(planner, 'revisePhase', { id: 'fase-lancio', label: 'Lancio 2015, verso Romagna 2020' });
    const { state } = yearLater(w.b);
    expect(state.phases['fase-lancio']?.label).toBe('Lancio 2016, verso Romagna 2020');
    expect(state.phases['fase-lancio']?.dateText).toBe('');
  });

  it('words cleared where they were said leave what next year was left, too', () => {
    const w = worked();
    const next = yearLater(w.b);
    expect(next.state.inherited?.open.find((o) => o.id === w.asked)?.text).toBe(
      'Vogliamo sapere quando apre.',
    );
    next.done(planner, 'clearQuotes', { refs: [note(1)] });
    expect(JSON.stringify(next.state)).not.toContain('quando apre.');
  });
});

describe('a path opened by mistake', () => {
  it('is thrown away while it is as it was opened, refuses everything until it is taken back, then goes on', () => {
    const b = opened();
    b.done(planner, 'revisePath', { id: 'path-carpi', title: 'Altro titolo' });
    expect(isUntouched(b.state)).toBe(true);
    b.done(planner, 'discardPath', {});
    expect(b.refusal(planner, 'addNeed', { id: 'need-001', title: 'Un bisogno' })).toBe('path_discarded');
    b.done(planner, 'recoverPath', {});
    b.add('addNeed', { title: 'Un bisogno' });
    expect(isUntouched(b.state)).toBe(false);
    expect(b.refusal(planner, 'discardPath', {})).toBe('path_has_work');
  });

  it('a request alone, or a text marked as read, is work', () => {
    const b = opened({ [note(1)]: 'Parole' });
    b.done(planner, 'markReading', { ref: note(1), state: 'letto' });
    expect(b.refusal(planner, 'discardPath', {})).toBe('path_has_work');
    const other = opened();
    other.add('takeRequest', { text: 'Quando?' });
    expect(other.refusal(planner, 'discardPath', {})).toBe('path_has_work');
  });

  it('what was never opened has nothing to throw away', () => {
    expect(emptyPath().discarded).toBeNull();
    expect(bench(programming).refusal(planner, 'discardPath', {})).toBe('path_has_work');
  });
});
