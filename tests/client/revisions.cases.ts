/** For every deed that revises a text: a stream that has one, the people who may revise it, and its command. */
import type { Actor } from '@/domain/deed';
import type { gathering } from '@/domain/gathering/catalogue';
import { founding } from '@/domain/programming/founding-document';
import { programming } from '@/domain/programming/catalogue';
import { FakeRoom, seated } from './fake-wire';

const anna: Actor = { id: 'seat-anna', role: 'participant', seat: 'seat-anna' };
const bruno: Actor = { id: 'seat-bruno', role: 'participant', seat: 'seat-bruno' };
const owner: Actor = { id: 'account-1', role: 'owner', seat: null };
const planner: Actor = { id: 'account-2', role: 'planner', seat: null };

export type Case = {
  room: () => FakeRoom;
  /** Two devices: of two people, or of one where only one may revise. */
  hands: readonly [Actor, Actor];
  /** The fields that identify the thing and must be sent beside the text. */
  ids: Record<string, unknown>;
  /** The field the text is typed in. */
  field: string;
};

let made = 0;
const doneBy =
  (room: FakeRoom) =>
  (actor: Actor, type: string, ask: unknown): void => {
    made += 1;
    const answer = room.command(actor, { code: 'PROVA', command: { id: `given-${made}`, type, ask } });
    if (!answer.ok) throw new Error(`${type}: ${answer.refused} ${JSON.stringify(answer.detail)}`);
  };

function withTopic(): FakeRoom {
  const room = seated(anna.id, bruno.id);
  const done = doneBy(room);
  done(anna, 'proposeTopic', { topic: 'topic-0001', title: 'prima' });
  done(bruno, 'offerToConvene', { topic: 'topic-0001' });
  done(anna, 'acceptCoConvener', { topic: 'topic-0001', seat: bruno.id });
  return room;
}

const after = (room: () => FakeRoom, actor: Actor, type: string, ask: unknown) => (): FakeRoom => {
  const made = room();
  doneBy(made)(actor, type, ask);
  return made;
};

const two = [anna, bruno] as const;
const alone = [anna, anna] as const;
const desks = [owner, { ...owner, id: 'account-3' }] as const;
const topic = 'topic-0001';

export const GATHERING: Record<string, Case> = {
  reviseTopic: { room: withTopic, hands: two, ids: { topic }, field: 'title' },
  writeReport: { room: withTopic, hands: two, ids: { topic, field: 'summary' }, field: 'text' },
  setOutcome: { room: withTopic, hands: two, ids: { topic, outcome: 'circle' }, field: 'reason' },
  reviseItem: {
    room: after(withTopic, anna, 'addItem', { topic, item: 'item-0001', kind: 'proposta', text: 'prima' }),
    hands: two,
    ids: { topic, item: 'item-0001' },
    field: 'text',
  },
  renameCluster: {
    room: after(withTopic, anna, 'makeCluster', { cluster: 'cluster-1', name: 'prima', topics: [topic] }),
    hands: two,
    ids: { cluster: 'cluster-1' },
    field: 'name',
  },
  reviseNote: {
    room: after(withTopic, anna, 'writeNote', { note: 'note-0001', topic, kind: 'altro', text: 'prima' }),
    hands: alone,
    ids: { note: 'note-0001' },
    field: 'text',
  },
  reviseIdea: {
    room: after(withTopic, anna, 'shareIdea', { idea: 'idea-0001', text: 'prima' }),
    hands: alone,
    ids: { idea: 'idea-0001' },
    field: 'text',
  },
  reviseAction: {
    room: after(withTopic, anna, 'startAction', { action: 'action-01', title: 'prima' }),
    hands: alone,
    ids: { action: 'action-01' },
    field: 'what',
  },
  setProgramme: { room: withTopic, hands: desks, ids: {}, field: 'minutes' },
  reviseGathering: { room: withTopic, hands: desks, ids: {}, field: 'title' },
  nameNetwork: { room: withTopic, hands: desks, ids: {}, field: 'network' },
  reviseSlot: { room: withTopic, hands: desks, ids: { slot: 'slot-001' }, field: 'label' },
  reviseSpace: { room: withTopic, hands: desks, ids: { space: 'room-001' }, field: 'name' },
};

const SAID = 'prova-1/note/nota-001';

function path(...given: readonly (readonly [string, Record<string, unknown>])[]): () => FakeRoom {
  return () => {
    const room = new FakeRoom(programming as unknown as typeof gathering, (ref) =>
      ref === SAID ? { text: 'parole dette', withheld: false } : null,
    );
    const done = doneBy(room);
    done(planner, 'openPath', { path: 'path-0001', code: 'PATTO', ...founding });
    for (const [type, ask] of given) done(planner, type, ask);
    return room;
  };
}

const offices = [planner, { ...planner, id: 'account-3' }] as const;
const thing = 'thing-0001';
/** An entry of a register, and one text of it. */
const entry = (type: string, words: Record<string, unknown>, field: string): Case => ({
  room: path([type, { id: thing, ...words }]),
  hands: offices,
  ids: { id: thing },
  field,
});
const need = ['addNeed', { id: 'need-00001', title: 'bisogno' }] as const;
const proposal = ['addProposal', { id: thing, title: 'prima' }] as const;
const project = ['addProject', { id: thing, code: 'P1', title: 'prima' }] as const;
const goal = ['addGoal', { id: 'goal-00001', code: 'G1', statement: 'obiettivo' }] as const;
const measure = [
  'addMeasure',
  { id: thing, goal: 'goal-00001', kind: 'misura', date: '2026-11-01', value: 3, note: 'prima' },
] as const;
const table = ['addTable', { id: thing, name: 'prima' }] as const;
const office = (room: () => FakeRoom, ids: Record<string, unknown>, field: string): Case => ({
  room,
  hands: offices,
  ids,
  field,
});

export const PATH: Record<string, Case> = {
  revisePath: office(path(), { id: 'path-0001' }, 'title'),
  revisePhase: entry('addPhase', { label: 'prima', order: 1 }, 'label'),
  reviseSector: entry('addSector', { label: 'prima', order: 1 }, 'label'),
  reviseMeeting: entry('addMeeting', { title: 'prima' }, 'minutes'),
  reviseOrganization: entry('addOrganization', { name: 'prima' }, 'name'),
  reviseInvitation: entry('addInvitation', { profile: 'chi', reason: 'prima' }, 'reason'),
  reviseExperience: entry('addExperience', { title: 'prima' }, 'what'),
  reviseCode: entry('makeCode', { label: 'prima' }, 'definition'),
  reviseNeed: entry('addNeed', { title: 'prima' }, 'description'),
  reviseProposal: office(path(proposal), { id: thing }, 'description'),
  reviseProject: office(path(project), { id: thing }, 'results'),
  reviseResource: entry('addResource', { description: 'prima' }, 'description'),
  reviseGoal: entry('addGoal', { code: 'G1', statement: 'prima' }, 'statement'),
  reviseMeasure: office(path(goal, measure), { id: thing }, 'note'),
  reviseSheet: entry('addSheet', { title: 'prima' }, 'title'),
  reviseCoding: entry('codeWords', { ref: SAID, start: 0, end: 6, memo: 'prima' }, 'memo'),
  reviseEvidence: office(
    path(need, ['linkEvidence', { id: thing, what: 'need', target: 'need-00001', ref: SAID }]),
    { id: thing },
    'note',
  ),
  reviseMember: office(
    path(
      ['addTable', { id: 'table-0001', name: 'tavolo' }],
      ['addMember', { id: thing, table: 'table-0001', label: 'prima' }],
    ),
    { id: thing },
    'why',
  ),
  revisePaper: office(
    path(['importPaper', { lines: [{ id: thing, text: 'prima' }] }]),
    { id: thing },
    'text',
  ),
  reviseTable: office(path(table), { id: thing }, 'lead'),
  renameTable: office(path(table), { id: thing, rationale: 'perché' }, 'name'),
  redefineTable: office(path(table), { id: thing, rationale: 'perché' }, 'object'),
  setPredecessors: office(path(table), { id: thing, predecessors: [] }, 'rationale'),
  giveOutcome: office(path(proposal), { id: thing, outcome: 'accolta' }, 'reason'),
  answerRequest: office(
    path(['takeRequest', { id: thing, text: 'richiesta' }]),
    { id: thing, answer: 'si' },
    'reason',
  ),
  assessProject: office(path(project), { id: thing, assessment: 'rivisitabile' }, 'reason'),
  markReading: office(path(), { ref: SAID, state: 'letto' }, 'memo'),
  setAside: office(path(), { ref: SAID }, 'reason'),
};
