/** A thing that others depend on stays, and says how many they are; once they are gone it can go, and come back. */
import { describe, expect, it } from 'vitest';
import { brokenPath } from '@/domain/programming/invariants';
import { note, opened, planner } from './opened';

const begin = () => {
  const b = opened({
    [note(1)]: 'Chi perde il lavoro si vergogna.',
    'path-carpi/paper/carta-0001': 'Una riga scritta a mano.',
    'path-carpi/minutes/meeting-01': 'Il verbale della sera.',
  });
  const need = () => b.add('addNeed', { title: 'Non essere soli' });
  const goal = (links: object) => b.add('addGoal', { code: 'O1', statement: 'Otto uscite', ...links });
  const evidence = (what: string, target: string, ref = note(1)) =>
    b.add('linkEvidence', { what, target, ref });
  const coding = (ref: string, more: object) => b.add('codeWords', { ref, start: 0, end: 3, ...more });
  const code = (label: string, more: object = {}) => b.add('makeCode', { label, ...more });
  const meeting = () => {
    b.done(planner, 'addMeeting', { id: 'meeting-01', title: 'Ascolto', minutes: 'Il verbale della sera.' });
    return 'meeting-01';
  };
  const paper = (of: string | null) => {
    b.done(planner, 'importPaper', {
      meeting: of,
      lines: [{ id: 'carta-0001', text: 'Una riga scritta a mano.' }],
    });
    return 'carta-0001';
  };
  return { ...b, need, goal, evidence, coding, code, meeting, paper };
};
type Hall = ReturnType<typeof begin>;

/** The thing to remove, and another that leans on it: the ids of both. */
type Lean = [what: string, by: string, make: (h: Hall) => [thing: string, leaning: string]];
const proposal = (h: Hall, more: object = {}) => h.add('addProposal', { title: 'Aprire la sera', ...more });
const project = (h: Hall) => h.add('addProject', { code: 'P1', title: 'Sportello' });
const organization = (h: Hall, more: object = {}) => h.add('addOrganization', { name: 'Emporio', ...more });
const sector = (h: Hall, label: string, more: object = {}) =>
  h.add('addSector', { label, order: 30, ...more });

const LEANS: Lean[] = [
  [
    'phase',
    'meeting',
    (h) => {
      const phase = h.add('addPhase', { label: 'Estate', order: 9 });
      return [phase, h.add('addMeeting', { title: 'Ascolto', phase })];
    },
  ],
  [
    'sector',
    'meeting',
    (h) => {
      const s = sector(h, 'Scuole');
      return [s, h.add('addMeeting', { title: 'Ascolto', sectors: [s] })];
    },
  ],
  [
    'sector',
    'sector',
    (h) => {
      const s = sector(h, 'Scuole');
      return [s, sector(h, 'Medie', { parent: s })];
    },
  ],
  [
    'sector',
    'organization',
    (h) => {
      const s = sector(h, 'Scuole');
      return [s, organization(h, { sector: s })];
    },
  ],
  [
    'meeting',
    'paper',
    (h) => {
      const m = h.add('addMeeting', { title: 'Ascolto' });
      return [m, h.paper(m)];
    },
  ],
  [
    'meeting',
    'invitation',
    (h) => {
      const m = h.add('addMeeting', { title: 'Ascolto' });
      return [m, h.add('addInvitation', { profile: 'Edicole', reason: 'Vedono tutti', meeting: m })];
    },
  ],
  [
    'meeting',
    'coding',
    (h) => {
      const m = h.meeting();
      return [m, h.coding('path-carpi/minutes/meeting-01', { codes: [h.code('Vergogna')] })];
    },
  ],
  [
    'organization',
    'invitation',
    (h) => {
      const o = organization(h);
      return [o, h.add('addInvitation', { organization: o, reason: 'Sa chi non chiede' })];
    },
  ],
  [
    'organization',
    'member',
    (h) => {
      const [o, table] = [organization(h), h.add('addTable', { name: 'Poveri' })];
      return [o, h.add('addMember', { table, organization: o })];
    },
  ],
  [
    'paper',
    'coding',
    (h) => [h.paper(null), h.coding('path-carpi/paper/carta-0001', { codes: [h.code('Vergogna')] })],
  ],
  ['paper', 'evidence', (h) => [h.paper(null), h.evidence('need', h.need(), 'path-carpi/paper/carta-0001')]],
  [
    'code',
    'coding',
    (h) => {
      const c = h.code('Vergogna');
      return [c, h.coding(note(1), { codes: [c] })];
    },
  ],
  [
    'code',
    'code',
    (h) => {
      const c = h.code('Vergogna');
      return [c, h.code('Pudore', { parent: c })];
    },
  ],
  [
    'need',
    'goal',
    (h) => {
      const n = h.need();
      return [n, h.goal({ needs: [n] })];
    },
  ],
  [
    'need',
    'proposal',
    (h) => {
      const n = h.need();
      return [n, proposal(h, { needs: [n] })];
    },
  ],
  [
    'need',
    'evidence',
    (h) => {
      const n = h.need();
      return [n, h.evidence('need', n)];
    },
  ],
  [
    'proposal',
    'goal',
    (h) => {
      const p = proposal(h);
      return [p, h.goal({ proposals: [p] })];
    },
  ],
  [
    'proposal',
    'evidence',
    (h) => {
      const p = proposal(h);
      return [p, h.evidence('proposal', p)];
    },
  ],
  [
    'project',
    'goal',
    (h) => {
      const x = project(h);
      return [x, h.goal({ projects: [x] })];
    },
  ],
  [
    'project',
    'resource',
    (h) => {
      const x = project(h);
      return [x, h.add('addResource', { project: x, cents: 100 })];
    },
  ],
  [
    'project',
    'evidence',
    (h) => {
      const x = project(h);
      return [x, h.evidence('project', x)];
    },
  ],
  [
    'resource',
    'goal',
    (h) => {
      const r = h.add('addResource', { cents: 100 });
      return [r, h.goal({ resources: [r] })];
    },
  ],
  [
    'goal',
    'sheet',
    (h) => {
      const g = h.goal({});
      return [g, h.add('addSheet', { title: 'Scheda', goals: [g] })];
    },
  ],
  [
    'goal',
    'evidence',
    (h) => {
      const g = h.goal({});
      return [g, h.evidence('goal', g)];
    },
  ],
];

describe('a thing of a path', () => {
  it.each(LEANS)('%s stays while a %s leans on it, and goes once that is gone', (what, by, make) => {
    const h = begin();
    const [thing, leaning] = make(h);
    const remove = (kind: string, one: string) => h.ask(planner, 'removeThing', { what: kind, id: one });
    expect(remove(what, thing)).toMatchObject({
      refused: what === 'code' ? 'code_in_use' : 'in_use',
      detail: { times: 1 },
    });
    expect(remove(by, leaning)).toMatchObject({ type: 'thingRemoved' });
    expect(remove(what, thing)).toMatchObject({ type: 'thingRemoved' });
    expect(remove(what, thing)).toEqual({ refused: 'unknown_thing', detail: { what } });
    expect(h.refusal(planner, 'restoreThing', { what, id: thing })).toBe('accepted');
    expect(h.refusal(planner, 'restoreThing', { what, id: thing })).toBe('nothing_to_change');
    expect(remove(what, thing)).toMatchObject({ type: 'thingRemoved' });
  });

  it.each(LEANS)('of what leans on a %s: a %s comes back only after it', (what, by, make) => {
    const h = begin();
    const [thing, leaning] = make(h);
    h.done(planner, 'removeThing', { what: by, id: leaning });
    h.done(planner, 'removeThing', { what, id: thing });
    const restore = (kind: string, one: string) => h.ask(planner, 'restoreThing', { what: kind, id: one });
    expect(restore(by, leaning)).toEqual({ refused: 'unknown_thing', detail: { what, id: thing } });
    expect(restore(what, thing)).toMatchObject({ type: 'thingRestored' });
    expect(restore(by, leaning)).toMatchObject({ type: 'thingRestored' });
    expect(brokenPath(h.state)).toEqual([]);
  });

  it('counts every one that leans on it', () => {
    const h = begin();
    const n = h.need();
    h.goal({ needs: [n] });
    proposal(h, { needs: [n] });
    proposal(h, { needs: [n] });
    h.evidence('need', n);
    const g = h.goal({ code: 'O2' });
    h.evidence('goal', g);
    h.add('addSheet', { title: 'Scheda', goals: [g] });
    const times = (what: string, thing: string) => h.ask(planner, 'removeThing', { what, id: thing });
    expect(times('need', n)).toMatchObject({ detail: { times: 4 } });
    expect(times('goal', g)).toMatchObject({ detail: { times: 2 } });
  });

  it('comes back only under a name that nobody took meanwhile', () => {
    const h = begin();
    const [code, x] = [h.code('Vergogna'), project(h)];
    h.done(planner, 'removeThing', { what: 'code', id: code });
    h.done(planner, 'removeThing', { what: 'project', id: x });
    h.code('VERGOGNA');
    h.add('addProject', { code: 'p1', title: 'Un altro sportello' });
    expect(h.refusal(planner, 'restoreThing', { what: 'code', id: code })).toBe('label_taken');
    expect(h.refusal(planner, 'restoreThing', { what: 'project', id: x })).toBe('duplicate_code');
  });
});

describe('the state of reading of a text', () => {
  it('follows its codings, of each reader alone: without any it was read, with one it is coded again', () => {
    const h = begin();
    const c = h.code('Vergogna');
    const [first, more] = [h.coding(note(1), { codes: [c] }), h.coding(note(1), { codes: [c], end: 7 })];
    const state = () => h.state.readings[note(1)]?.first?.state;
    const remove = (one: string) => h.done(planner, 'removeThing', { what: 'coding', id: one });
    expect(state()).toBe('codificato');
    remove(first);
    expect(state()).toBe('codificato');
    remove(more);
    expect(state()).toBe('letto');
    h.done(planner, 'restoreThing', { what: 'coding', id: first });
    expect(state()).toBe('codificato');
    h.done(planner, 'markReading', { ref: note(1), state: 'da_rivedere' });
    remove(first);
    expect(state()).toBe('da_rivedere');
  });
});
