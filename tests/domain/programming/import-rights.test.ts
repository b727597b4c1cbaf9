/** A sheet comes in whole or not at all; and goes out again while nothing else leans on what it brought. */
import { describe, expect, it } from 'vitest';
import { emptyCode } from '@/domain/programming/reading-shapes';
import { id } from '../given';
import { note, opened, planner } from './opened';

const organization = (more: object = {}) => ({
  id: id('organization'),
  name: 'Coop',
  sector: null,
  municipality: '',
  alreadyInvolved: false,
  institutionalRole: '',
  ...more,
});
const paper = (more: object = {}) => ({
  id: id('paper'),
  meeting: null,
  text: 'Un foglio',
  kind: 'altro',
  sector: null,
  strands: [],
  where: '',
  ...more,
});
const code = (label: string, more: object = {}) => ({ ...emptyCode, id: id('code'), label, ...more });

function path() {
  const b = opened({ [note(1)]: 'Parole di una nota.' });
  const refused = (what: string, rows: object[]) => b.refusal(planner, 'importRows', { what, rows });
  const brought = (what: string, rows: object[]) => b.done(planner, 'importRows', { what, rows }).cmd;
  const undo = (cmd: string) => b.refusal(planner, 'undoImport', { id: cmd });
  const remove = (what: string, thing: string) => b.done(planner, 'removeThing', { what, id: thing });
  return { b, refused, brought, undo, remove };
}

describe('a sheet with one row that cannot be', () => {
  it('brings in nothing: an id that is there already, or twice in the sheet', () => {
    const { b, refused, brought } = path();
    const coop = organization();
    brought('organization', [coop]);
    const before = b.facts.length;
    expect(refused('organization', [organization(), coop])).toBe('id_already_used');
    const twin = organization();
    expect(refused('organization', [twin, { ...twin, name: 'Altra' }])).toBe('id_already_used');
    expect(b.facts.length).toBe(before);
  });

  it('brings in nothing: a meeting, a sector, an organisation or a table that is not there', () => {
    const { refused } = path();
    expect(refused('paper', [paper(), paper({ meeting: 'meeting-none' })])).toBe('unknown_thing');
    expect(refused('organization', [organization({ sector: 'sector-none' })])).toBe('unknown_thing');
    const invited = {
      id: id('invite'),
      profile: 'chi amministra',
      reason: '',
      status: 'da_invitare',
      newVoice: false,
    };
    const nowhere = { meeting: null, table: null, organization: null };
    for (const field of Object.keys(nowhere))
      expect(refused('invitation', [{ ...invited, ...nowhere, [field]: 'thing-none' }]), field).toBe(
        'unknown_thing',
      );
    expect(refused('invitation', [{ ...invited, ...nowhere }])).toBe('accepted');
  });

  it('brings in nothing: a code’s label that is taken, or twice there in other letters, or under no code', () => {
    const { refused, brought } = path();
    brought('code', [code('Cura')]);
    expect(refused('code', [code('Tempo'), code('cura')])).toBe('label_taken');
    expect(refused('code', [code('Tempo'), code('TEMPO')])).toBe('label_taken');
    expect(refused('code', [code('Tempo', { parent: 'code-nowhere' })])).toBe('unknown_thing');
    const family = code('Tempo');
    expect(refused('code', [code('Sera', { parent: family.id }), family])).toBe('accepted');
  });
});

describe('a sheet that others lean on by now', () => {
  it('of codes stays while one of them is given, or stands above another', () => {
    const { b, brought, undo, remove } = path();
    const [care, time] = [code('Cura'), code('Tempo')];
    const sheet = brought('code', [care, time]);
    const [below] = [code('Sera', { parent: time.id })];
    brought('code', [below]);
    expect(undo(sheet)).toBe('in_use');
    remove('code', below.id);
    const coding = b.add('codeWords', { ref: note(1), start: 0, end: 6, codes: [care.id] });
    expect(undo(sheet)).toBe('in_use');
    remove('coding', coding);
    expect(undo(sheet)).toBe('accepted');
    expect([care, time].map((c) => b.state.codes[c.id]?.removed)).toEqual([true, true]);
  });

  it('of papers stays while one of them is coded or quoted', () => {
    const { b, brought, undo, remove } = path();
    const line = paper();
    const sheet = brought('paper', [line]);
    const ref = `path-carpi/paper/${line.id}`;
    const coding = b.add('codeWords', { ref, start: 0, end: 2, make: [{ id: id('code'), label: 'Cura' }] });
    expect(undo(sheet)).toBe('in_use');
    remove('coding', coding);
    const need = b.add('addNeed', { title: 'Tempo' });
    const link = b.add('linkEvidence', { what: 'need', target: need, ref });
    expect(undo(sheet)).toBe('in_use');
    remove('evidence', link);
    expect(undo(sheet)).toBe('accepted');
  });

  it('of organisations stays while one of them is invited or sits at a table', () => {
    const { b, brought, undo, remove } = path();
    const coop = organization();
    const sheet = brought('organization', [coop]);
    const invited = b.add('addInvitation', { organization: coop.id, reason: 'Sa chi non chiede' });
    expect(undo(sheet)).toBe('in_use');
    remove('invitation', invited);
    const table = b.add('addTable', { name: 'Poveri' });
    const member = b.add('addMember', { table, organization: coop.id, role: 'partecipa' });
    expect(undo(sheet)).toBe('in_use');
    remove('member', member);
    expect(undo(sheet)).toBe('accepted');
  });

  it('says how many of them, and leans on nothing that was removed itself', () => {
    const { b, brought, remove } = path();
    const all = [organization(), organization({ name: 'Due' }), organization({ name: 'Tre' })];
    const sheet = brought('organization', all);
    const table = b.add('addTable', { name: 'Poveri' });
    for (const o of all.slice(0, 2)) b.add('addMember', { table, organization: o.id, role: 'partecipa' });
    expect(b.ask(planner, 'undoImport', { id: sheet })).toMatchObject({
      refused: 'in_use',
      detail: { times: 2 },
    });
    for (const m of Object.keys(b.state.members)) remove('member', m);
    b.done(planner, 'undoImport', { id: sheet });
    expect(b.refusal(planner, 'undoImport', { id: sheet })).toBe('nothing_to_change');
  });
});
