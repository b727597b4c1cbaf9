/** All that the programme keeps of one person, given to that person: nothing of theirs is missing, nothing is anybody else’s. */
import { describe, expect, it } from 'vitest';
import { ownJson } from '@/reports/my-data-json';
import { id, office } from '../domain/given';
import { opened, ROOMS, SLOTS } from '../domain/opened';

/** Anna and Bruno do the same things; Carla does none. */
function hall() {
  const g = opened();
  const people = { anna: g.seat('seat-anna'), bruno: g.seat('seat-bruno'), carla: g.seat('seat-carla') };
  const own = (name: keyof typeof people) => ownJson(g.state, `seat-${name}`, name);
  return { ...g, ...people, own };
}

describe('the data of one person', () => {
  it('of somebody who did nothing is their seat and empty lists', () => {
    const g = hall();
    g.topic(g.anna, 'di Anna');
    expect(g.own('carla')).toEqual({
      gathering: { title: 'Prova', code: 'PROVA', days: ['2014-05-17'] },
      label: 'carla',
      seat: g.state.seats['seat-carla'],
      ...{ interests: [], circles: [], circleNow: null, dots: {}, topics: [], notes: [], reports: [] },
      ...{ ideas: [], actions: [], signsBook: false, saidClosingWord: false },
    });
    expect(ownJson(g.state, 'seat-nobody', null)).toMatchObject({ label: null, seat: null, circleNow: null });
  });

  it('has topics convened alone or beside another, interests, and where they were and are', () => {
    const g = hall();
    const [one, two] = [g.topic(g.anna, 'uno'), g.topic(g.bruno, 'due')];
    g.done(g.anna, 'reviseTopic', { topic: one, title: 'uno', line: 'una riga', strands: [] });
    g.done(g.anna, 'offerToConvene', { topic: two });
    g.done(g.bruno, 'acceptCoConvener', { topic: two, seat: 'seat-anna' });
    g.done(g.anna, 'markInterest', { topic: two, on: true });
    g.done(g.bruno, 'markInterest', { topic: one, on: true });
    expect(g.own('anna').topics).toEqual([
      { number: 'T01', title: 'uno', line: 'una riga', at: new Date(g.state.topics[one]!.at).toISOString() },
      { number: 'T02', title: 'due', line: '', at: new Date(g.state.topics[two]!.at).toISOString() },
    ]);
    expect(g.own('bruno').topics.map((t) => t.number)).toEqual(['T02']);
    expect([g.own('anna').interests, g.own('bruno').interests]).toEqual([['T02'], ['T01']]);

    const [first, second] = [g.place(g.anna, one), g.place(g.bruno, two, SLOTS[0], ROOMS[1])];
    for (const [who, session] of [
      [g.anna, first],
      [g.bruno, second],
    ] as const)
      g.done(who, 'startSession', { session });
    g.done(g.anna, 'moveTo', { to: first });
    g.done(g.anna, 'moveTo', { to: second });
    expect(g.own('anna')).toMatchObject({ circles: ['T01', 'T02'], circleNow: 'T02' });
    g.done(g.anna, 'moveTo', { to: 'roaming' });
    expect(g.own('anna')).toMatchObject({ circles: ['T01', 'T02'], circleNow: 'roaming' });
    expect(g.own('carla').circles).toEqual([]);
  });

  it('has every note of theirs, with what it said before, also unsigned, withdrawn or withheld ones', () => {
    const g = hall();
    const topic = g.topic(g.anna, 'uno');
    const note = (who: typeof g.anna, text: string, anonymous = false) => {
      const made = id('note');
      g.done(who, 'writeNote', { note: made, topic, kind: 'bisogno', text, anonymous });
      return made;
    };
    const signed = note(g.anna, 'prima');
    g.done(g.anna, 'reviseNote', { note: signed, kind: 'proposta', text: 'dopo' });
    const gone = note(g.anna, 'tolta');
    g.done(g.anna, 'withdrawNote', { note: gone });
    note(g.anna, 'senza nome', true);
    const shut = note(g.anna, 'nascosta');
    g.done(office(), 'hideText', { what: 'note', id: shut, reason: 'altro' });
    note(g.bruno, 'di Bruno');
    note(g.bruno, 'di Bruno, senza nome', true);
    const { notes } = g.own('anna');
    const plain = { kind: 'bisogno', earlier: [], anonymous: false, withdrawn: false, withheld: null };
    expect(notes).toMatchObject([
      { ...plain, id: 'T01-N01', kind: 'proposta', text: 'dopo', earlier: ['prima'] },
      { ...plain, id: 'T01-N02', withdrawn: true },
      { ...plain, id: 'T01-N03', text: 'senza nome', anonymous: true },
      { ...plain, id: 'T01-N04', text: 'nascosta', withheld: 'altro' },
    ]);
    expect(notes[0]?.at).toBe(new Date(g.state.notes[signed]!.at).toISOString());
    expect(g.own('bruno').notes.map((n) => n.text)).toEqual(['di Bruno', 'di Bruno, senza nome']);
  });

  it('has the fields of reports they wrote, ideas, actions led or joined, dots, signature and closing word', () => {
    const g = hall();
    const topic = g.topic(g.anna, 'uno');
    const session = g.place(g.anna, topic);
    g.done(g.anna, 'startSession', { session });
    g.done(g.anna, 'beginReport', { topic, fromNotes: false });
    g.done(g.anna, 'writeReport', { topic, field: 'summary', text: 'in breve', rev: 0 });
    for (const [who, text] of [
      [g.anna, 'idea di Anna'],
      [g.bruno, 'idea di Bruno'],
    ] as const)
      g.done(who, 'shareIdea', { idea: id('idea'), text });
    const actions = [id('action'), id('action'), id('action')];
    for (const [n, who] of [g.anna, g.bruno, g.bruno].entries())
      g.done(who, 'startAction', { action: actions[n], title: `azione ${n}` });
    g.done(g.anna, 'joinAction', { action: actions[1], on: true });
    g.done(g.anna, 'signBook', { signs: true });
    g.done(office(), 'setClosingWord', { on: true });
    g.done(g.anna, 'sayWord', { word: id('word'), text: 'grazie' });
    g.done(office(), 'openVoting', { quota: 3 });
    g.done(g.anna, 'placeDots', { topic, dots: 2 });
    const { at } = g.state.reports[topic]!.fields.summary!;
    const [idea] = Object.values(g.state.ideas);
    expect(g.own('anna')).toMatchObject({
      reports: [{ topic: 'T01', field: 'summary', text: 'in breve', at: new Date(at).toISOString() }],
      ideas: [
        { n: 1, kind: 'altro', text: 'idea di Anna', withdrawn: false, at: new Date(idea!.at).toISOString() },
      ],
      actions: [
        { n: 1, title: 'azione 0', leads: true },
        { n: 2, title: 'azione 1', leads: false },
      ],
      ...{ dots: { T01: 2 }, signsBook: true, saidClosingWord: true },
    });
    const { reports, ideas, actions: led, dots, signsBook, saidClosingWord } = g.own('bruno');
    expect([reports, ideas.map((i) => i.text), led.map((a) => a.n), dots]).toEqual([
      [],
      ['idea di Bruno'],
      [2, 3],
      {},
    ]);
    expect([signsBook, saidClosingWord]).toEqual([false, false]);
  });
});
