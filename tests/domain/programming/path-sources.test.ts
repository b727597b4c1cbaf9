/** Everything written along a path as sources that planners read: each with its origin, and none that nobody may read. */
import { describe, expect, it } from 'vitest';
import { lookIn } from '@/domain/programming/reference-lookup';
import {
  readOnes,
  type Said,
  saidAlong,
  saidInGathering,
  saidOnPaper,
} from '@/domain/programming/source-text';
import { alongPath } from '@/domain/programming/path-texts';
import { office } from '../given';
import { opened as openedDay, ROOMS, SLOTS } from '../opened';
import { opened, planner } from './opened';

const facilitator = office('facilitator');

/** A day with one of every kind of text, and a path that follows it. */
function day() {
  const g = openedDay();
  const [anna, bruno] = [g.seat('seat-anna', 'istituzioni'), g.seat('seat-bruno')];
  const topic = g.topic(anna, 'Chi non viene');
  const quiet = g.topic(bruno, 'Senza parole');
  const session = g.place(anna, topic, SLOTS[1], ROOMS[1]);
  g.done(anna, 'startSession', { session });
  g.done(anna, 'moveTo', { to: session });
  g.done(bruno, 'moveTo', { to: session });
  const note = (id: string, text: string) =>
    g.done(bruno, 'writeNote', { note: id, topic, kind: 'bisogno', text });
  note('note-0001', 'Serve una sera');
  note('note-0002', 'Serve una voce');
  g.done(anna, 'takeNotes', { session });
  g.done(anna, 'beginReport', { topic });
  g.done(anna, 'writeReport', { topic, field: 'summary', text: 'Si è detto', rev: 0 });
  g.done(anna, 'addItem', { topic, item: 'item-0001', kind: 'proposta', text: 'Aprire la sera' });
  const photo = { topic, photo: 'photo-001', hash: 'a'.repeat(64), w: 10, h: 10 };
  g.done(anna, 'attachPhoto', { ...photo, caption: 'Il cartellone' });
  g.done(anna, 'publishReport', { topic });
  g.done(anna, 'shareIdea', { idea: 'idea-0001', text: 'Una radio', kind: 'proposta' });
  g.done(anna, 'startAction', { action: 'action-001', title: 'Un mese fuori', what: 'dall’ufficio' });
  g.done(bruno, 'startAction', { action: 'action-002', title: 'Due mesi fuori' });
  const programme = { prompts: [], speakers: [], materials: [], minutes: 'Il verbale' };
  g.done(facilitator, 'setProgramme', programme);
  const b = opened();
  b.done(planner, 'addMeeting', {
    id: 'meeting-01',
    title: 'Open Space',
    phase: 'fase-maggio',
    gathering: g.state.id,
  });
  const at = g.state.id;
  return { g, b, anna, bruno, topic, quiet, session, at };
}
type Day = ReturnType<typeof day>;
const by = (said: readonly Said[], ref: string) => said.find((s) => s.ref === ref);

describe('the sources of a gathering', () => {
  it('are every text of it, each once, by its kind', () => {
    const { g, b, topic, at } = day();
    const said = saidInGathering(b.state, g.state);
    expect(said.map((s) => [s.kind, s.ref.slice(at.length + 1), s.text])).toEqual([
      ['note', 'note/note-0001', 'Serve una sera'],
      ['note', 'note/note-0002', 'Serve una voce'],
      ['report', `report/${topic}.summary`, 'Si è detto'],
      ['item', `item/${topic}.item-0001`, 'Aprire la sera'],
      ['photo', `photo/${topic}.photo-001`, 'Il cartellone'],
      ['idea', 'idea/idea-0001', 'Una radio'],
      ['action', 'action/action-001', 'Un mese fuori. dall’ufficio'],
      ['action', 'action/action-002', 'Due mesi fuori'],
      ['minutes', `minutes/${at}`, 'Il verbale'],
    ]);
  });

  it('know their meeting’s phase, their topic, circle, slot, speaker’s sector and public number', () => {
    const { g, b, topic, session, at } = day();
    const said = saidInGathering(b.state, g.state);
    const all = { gathering: at, phase: 'fase-maggio', withheld: false };
    const circle = { ...all, topic: `${at}/topic/${topic}`, session, slot: SLOTS[1] };
    expect(by(said, `${at}/note/note-0001`)).toMatchObject({
      ...circle,
      voice: 'bisogno',
      sector: 'volontariato',
      cite: 'T01-N01',
    });
    expect(by(said, `${at}/item/${topic}.item-0001`)).toMatchObject({
      ...circle,
      voice: 'proposta',
      sector: null,
      cite: 'T01',
      at: g.state.reports[topic]?.publishedAt,
    });
    expect(by(said, `${at}/report/${topic}.summary`)).toMatchObject({ ...circle, voice: null });
    const whole = { ...all, topic: null, session: at, slot: null };
    expect(by(said, `${at}/idea/idea-0001`)).toMatchObject({
      ...whole,
      sector: 'istituzioni',
      voice: 'proposta',
    });
    expect(by(said, `${at}/minutes/${at}`)).toMatchObject({ ...whole, at: 0 });
    expect(by(said, `${at}/action/action-001`)).toMatchObject({ ...whole, strands: [] });
  });

  it('of a gathering that is no meeting of the path have no phase; a topic without a circle is its own sitting', () => {
    const d = day();
    d.g.done(d.bruno, 'writeNote', { note: 'note-0003', topic: d.quiet, kind: 'altro', text: 'Solo' });
    d.b.done(planner, 'reviseMeeting', { id: 'meeting-01', gathering: null });
    const said = saidInGathering(d.b.state, d.g.state);
    const topic = `${d.at}/topic/${d.quiet}`;
    expect(by(said, `${d.at}/note/note-0003`)).toMatchObject({
      phase: null,
      topic,
      session: topic,
      slot: null,
    });
  });

  it('have the strands that the planners gave their topic, beside its own, each once', () => {
    const d = day();
    d.g.done(d.anna, 'reviseTopic', { topic: d.topic, title: 'Chi non viene', line: '', strands: ['A'] });
    const ref = `${d.at}/topic/${d.topic}`;
    d.b.done(planner, 'classifyTopic', { ref, strands: ['A', 'C'] });
    expect(by(saidInGathering(d.b.state, d.g.state), `${d.at}/note/note-0001`)?.strands).toEqual(['A', 'C']);
  });

  it('count a note’s words once, unless a planner worked on the row that repeats them', () => {
    const d = day();
    const row = Object.values(d.g.state.reports[d.topic]?.items ?? {}).find((i) => i.note === 'note-0001');
    const ref = `${d.at}/item/${d.topic}.${row?.id}`;
    const there = (read: ReadonlySet<string>) => by(saidInGathering(d.b.state, d.g.state, read), ref)?.text;
    expect([there(new Set()), there(new Set([ref]))]).toEqual([undefined, 'Serve una sera']);
  });

  it('are worked on when somebody read, coded or quoted them', () => {
    const ref = (n: number) => `ost-carpi/note/nota-00${n}`;
    const b = opened({ [ref(1)]: 'Una', [ref(2)]: 'Due cose', [ref(3)]: 'Tre cose' });
    b.done(planner, 'markReading', { ref: ref(1), state: 'letto' });
    b.add('codeWords', { ref: ref(2), start: 0, end: 3, codes: [b.add('makeCode', { label: 'Voce' })] });
    const need = b.add('addNeed', { title: 'Un bisogno' });
    const link = b.add('linkEvidence', { what: 'need', target: need, ref: ref(3) });
    expect([...readOnes(b.state)].sort()).toEqual([ref(1), ref(2), ref(3)]);
    b.done(planner, 'removeThing', { what: 'evidence', id: link });
    expect([...readOnes(b.state)].sort()).toEqual([ref(1), ref(2)]);
  });

  it('that were withheld are counted without a word of theirs; those taken back are not there', () => {
    const d = day();
    const veil: [what: string, id: string, ref: string][] = [
      ['note', 'note-0001', 'note/note-0001'],
      ['report', d.topic, `report/${d.topic}.summary`],
      ['item', 'item-0001', `item/${d.topic}.item-0001`],
      ['idea', 'idea-0001', 'idea/idea-0001'],
      ['action', 'action-001', 'action/action-001'],
    ];
    for (const [what, id] of veil) d.g.done(facilitator, 'hideText', { what, id, reason: 'altro' });
    d.g.done(d.bruno, 'withdrawNote', { note: 'note-0002' });
    d.g.done(d.anna, 'removePhoto', { topic: d.topic, photo: 'photo-001' });
    const { said } = alongPath(d.b.state, [d.g.state]);
    for (const [, , ref] of veil)
      expect(by(said, `${d.at}/${ref}`), ref).toMatchObject({ withheld: true, text: '' });
    expect(said.filter((s) => /note\/note-0002|photo/.test(s.ref))).toEqual([]);
    expect(by(said, `${d.at}/action/action-002`)).toMatchObject({ withheld: false, text: 'Due mesi fuori' });
  });
});

describe('one reference', () => {
  const look = (d: Day, ref: string) => lookIn(d.g.state, `${d.at}/${ref}`);

  it('finds its words, and whether they are withheld; a topic by its title, its votes with their number', () => {
    const d = day();
    expect(look(d, `topic/${d.topic}`)).toEqual({ text: 'Chi non viene', withheld: false });
    expect(look(d, `votes/${d.topic}`)).toBeNull();
    d.g.done(facilitator, 'openVoting', { quota: 5 });
    d.g.done(d.anna, 'placeDots', { topic: d.topic, dots: 3 });
    d.g.done(facilitator, 'enterPaperVotes', { batch: 'batch-01', voters: 2, dots: { [d.topic]: 4 } });
    d.g.done(facilitator, 'closeVoting', {});
    expect(look(d, `votes/${d.topic}`)).toEqual({ text: 'Chi non viene: 7', withheld: false });
    d.g.done(facilitator, 'hideText', { what: 'topic', id: d.topic, reason: 'altro' });
    for (const kind of ['topic', 'votes']) expect(look(d, `${kind}/${d.topic}`)?.withheld, kind).toBe(true);
  });

  it('finds nothing in another gathering, of another kind, of another id, or where nobody wrote', () => {
    const d = day();
    const kinds = ['note', 'idea', 'topic', 'item', 'report', 'photo', 'action', 'votes', 'words'];
    for (const kind of kinds) expect(look(d, `${kind}/unknown-01`), kind).toBeNull();
    for (const ref of [`report/${d.topic}.agreements`, `photo/${d.topic}.photo-002`, `item/${d.topic}.x`])
      expect(look(d, ref), ref).toBeNull();
    expect(lookIn(d.g.state, 'other-day/note/note-0001')).toBeNull();
    expect(lookIn(d.g.state, `${d.at}`)).toBeNull();
    for (const part of ['constructor', 'toString'])
      for (const kind of ['note', 'topic', 'idea', 'action']) expect(look(d, `${kind}/${part}`)).toBeNull();
  });

  it('finds no words that were taken back', () => {
    const d = day();
    d.g.done(d.bruno, 'withdrawNote', { note: 'note-0001' });
    d.g.done(d.anna, 'withdrawIdea', { idea: 'idea-0001' });
    d.g.done(d.anna, 'removeItem', { topic: d.topic, item: 'item-0001', rev: 1 });
    for (const ref of ['note/note-0001', 'idea/idea-0001', `item/${d.topic}.item-0001`])
      expect(look(d, ref), ref).toBeNull();
  });
});

describe('what the office brought in', () => {
  it('is a source too: sheets of paper with their meeting, and the minutes of meetings held elsewhere', () => {
    const { b, at } = day();
    b.done(planner, 'addMeeting', { id: 'meeting-02', title: 'In parrocchia', minutes: 'Eravamo in dieci' });
    b.done(planner, 'reviseMeeting', { id: 'meeting-01', minutes: 'Eravamo in cento' });
    const sheet = (id: string, meeting: string | null) =>
      b.done(planner, 'importPaper', { meeting, lines: [{ id, text: `Riga ${id}` }] });
    sheet('carta-0001', 'meeting-01');
    sheet('carta-0002', 'meeting-02');
    sheet('carta-0003', null);
    const said = saidOnPaper(b.state);
    const place = (ref: string) => {
      const { gathering, phase, session } = by(said, `path-carpi/${ref}`) ?? {};
      return [gathering, phase, session];
    };
    expect(place('paper/carta-0001')).toEqual([at, 'fase-maggio', at]);
    expect(place('paper/carta-0002')).toEqual(['meeting-02', null, 'meeting-02']);
    expect(place('paper/carta-0003')).toEqual([null, null, 'path-carpi']);
    expect(place('minutes/meeting-01')).toEqual([at, 'fase-maggio', at]);
    expect(place('minutes/meeting-02')).toEqual(['meeting-02', null, 'meeting-02']);
    expect(said.filter((s) => s.kind === 'minutes')).toHaveLength(2);
    for (const s of said) expect(s).toMatchObject({ topic: null, slot: null, withheld: false });
    b.done(planner, 'removeThing', { what: 'paper', id: 'carta-0003' });
    expect(saidOnPaper(b.state)).toHaveLength(4);
  });

  it('stands beside the gatherings’ own words', () => {
    const { b, g } = day();
    b.done(planner, 'importPaper', { meeting: null, lines: [{ id: 'carta-0001', text: 'Una riga' }] });
    const all = saidAlong(b.state, [g.state]);
    expect(all).toEqual([...saidInGathering(b.state, g.state), ...saidOnPaper(b.state)]);
    expect(all).toHaveLength(10);
  });
});

describe('the meetings along a path', () => {
  it('tell of each day its people, slots, circles that were not cancelled, and topics with their dots', () => {
    const d = day();
    const gone = d.g.place(d.bruno, d.quiet, SLOTS[0], ROOMS[2]);
    d.g.done(d.bruno, 'cancelSession', { session: gone });
    const [meeting] = alongPath(d.b.state, [d.g.state]).meetings;
    expect(meeting).toMatchObject({
      ...{ gathering: d.at, code: 'PROVA', title: 'Prova', day: '2014-05-17', demo: false, people: 2 },
      newVoices: 0,
      sectors: { istituzioni: 1, volontariato: 1 },
      slots: SLOTS.map((id, n) => ({ id, label: `Turno ${n + 1}` })),
      circles: [
        { session: d.session, topic: `${d.at}/topic/${d.topic}`, slot: 'Turno 2', space: 'Gelso', people: 2 },
      ],
    });
    expect(meeting?.topics).toEqual([
      {
        ...{ ref: `${d.at}/topic/${d.topic}`, number: 'T01', title: 'Chi non viene', withheld: false },
        ...{ strands: [], conveners: ['istituzioni'], dots: null },
      },
      {
        ...{ ref: `${d.at}/topic/${d.quiet}`, number: 'T02', title: 'Senza parole', withheld: false },
        ...{ strands: [], conveners: ['volontariato'], dots: null },
      },
    ]);
  });

  it('show no withheld title, count the dots of a closed vote, and every convener’s sector', () => {
    const d = day();
    d.g.done(d.bruno, 'offerToConvene', { topic: d.topic });
    d.g.done(d.anna, 'acceptCoConvener', { topic: d.topic, seat: 'seat-bruno' });
    d.g.done(facilitator, 'openVoting', { quota: 5 });
    d.g.done(d.anna, 'placeDots', { topic: d.topic, dots: 3 });
    d.g.done(facilitator, 'enterPaperVotes', { batch: 'batch-01', voters: 2, dots: { [d.topic]: 4 } });
    d.g.done(facilitator, 'closeVoting', {});
    d.g.done(facilitator, 'hideText', { what: 'topic', id: d.topic, reason: 'altro' });
    const [topic] = alongPath(d.b.state, [d.g.state]).meetings[0]?.topics ?? [];
    expect(topic).toMatchObject({
      ...{ title: '', withheld: true, dots: 7 },
      conveners: ['istituzioni', 'volontariato'],
    });
  });

  it('count the new voices of those who are still here', () => {
    const d = day();
    const place = { sector: 'istituzioni', newVoice: true };
    for (const seat of ['seat-carla', 'seat-dario'])
      d.g.done({ id: seat, role: 'participant', seat }, 'takeSeat', { seat, ...place });
    const voices = () => alongPath(d.b.state, [d.g.state]).meetings[0]?.newVoices;
    expect(voices()).toBe(2);
    d.g.done(office('owner'), 'eraseSeat', { seat: 'seat-carla' });
    expect(voices()).toBe(1);
  });
});
