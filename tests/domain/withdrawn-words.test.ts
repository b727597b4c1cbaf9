/** Words that were taken back, corrected, withheld or erased: which of them a reader still gets, live or later. */
import { describe, expect, it } from 'vitest';
import type { Fact } from '@/domain/deed';
import { gathering } from '@/domain/gathering/catalogue';
import { id, office } from './given';
import { opened } from './opened';

const facilitator = office('facilitator');
const planner = office('planner', 'account-2');

function circle() {
  const g = opened();
  const [anna, bruno] = [g.seat('seat-anna'), g.seat('seat-bruno')];
  const topic = g.topic(anna, 'Titolo di prima');
  const write = (text: string, more: object = {}) => {
    const note = id('note');
    g.done(anna, 'writeNote', { note, topic, kind: 'bisogno', text, ...more });
    return note;
  };
  const revise = (note: string, text: string) => g.done(anna, 'reviseNote', { note, kind: 'bisogno', text });
  const hide = (what: string, thing: string) =>
    g.done(facilitator, 'hideText', { what, id: thing, reason: 'dato_personale' });
  const show = (what: string, thing: string) =>
    g.done(facilitator, 'restoreText', { what, id: thing, reason: '' });
  /** The facts as a device gets them that opens the gathering now, and the state it makes of them. */
  const told = () =>
    g.facts.map((f) => JSON.parse(JSON.stringify(gathering.seenBy({ kind: 'public' }, g.state, f))) as Fact);
  const newcomer = () => gathering.replay(told());
  return { ...g, propose: g.topic, anna, bruno, topic, write, revise, hide, show, told, newcomer };
}

describe('[I10] words taken back', () => {
  it('are gone from every device and reach no newcomer, until their author brings the note back', () => {
    const g = circle();
    const note = g.write('la Pina non paga');
    g.done(g.anna, 'withdrawNote', { note });
    for (const what of [g.open, g.told()]) expect(JSON.stringify(what)).not.toContain('Pina');
    g.done(g.anna, 'restoreNote', { note });
    for (const state of [g.open, g.newcomer()])
      expect(state.notes[note]).toMatchObject({ text: 'la Pina non paga', withdrawn: false });
  });

  it('do not come back with a note that is withheld meanwhile', () => {
    const g = circle();
    const note = g.write('la Pina non paga');
    g.done(g.anna, 'withdrawNote', { note });
    g.hide('note', note);
    g.done(g.anna, 'restoreNote', { note });
    for (const what of [g.open, g.told()]) expect(JSON.stringify(what)).not.toContain('Pina');
  });

  it('for better ones stay in the record alone: a reader learns that there were some', () => {
    const g = circle();
    const note = g.write('la Pina non paga');
    g.revise(note, 'qualcuno non paga');
    expect(g.state.notes[note]?.versions.map((v) => v.text)).toEqual(['la Pina non paga']);
    for (const state of [g.open, g.newcomer()]) {
      expect(state.notes[note]?.text).toBe('qualcuno non paga');
      expect(state.notes[note]?.versions.map((v) => v.text)).toEqual(['']);
    }
    expect(JSON.stringify(g.told())).not.toContain('Pina');
  });

  it.each([
    ['taken back', (g: ReturnType<typeof circle>, note: string) => g.done(g.anna, 'withdrawNote', { note })],
    ['corrected', (g: ReturnType<typeof circle>, note: string) => g.revise(note, 'qualcuno non paga')],
    ['withheld again', (g: ReturnType<typeof circle>, note: string) => g.hide('note', note)],
  ])('after they were shown again, and then %s, reach no newcomer', (_, then) => {
    const g = circle();
    const note = g.write('la Pina non paga');
    g.hide('note', note);
    g.show('note', note);
    expect(g.open.notes[note]?.text).toBe('la Pina non paga');
    then(g, note);
    expect(JSON.stringify(g.told())).not.toContain('Pina');
  });
});

describe('[E24] an anonymous note', () => {
  it('is taken back and brought back without a name, for staff too; a signed one with it', () => {
    const g = circle();
    for (const anonymous of [true, false]) {
      const note = g.write('parole', { anonymous });
      for (const deed of ['withdrawNote', 'restoreNote']) {
        const fact = g.done(g.anna, deed, { note });
        for (const kind of ['public', 'staff'] as const)
          expect(gathering.seenBy({ kind }, g.state, fact).by, `${deed} ${kind}`).toBe(
            anonymous ? null : 'seat-anna',
          );
      }
    }
  });

  it('is nobody’s any more once the authors are forgotten; of a signed one the log still knows', () => {
    const g = circle();
    const [unsigned, signed] = [g.write('senza firma', { anonymous: true }), g.write('con la firma')];
    g.done(office('owner'), 'forgetAuthors', { lost: false });
    const change = (by: typeof g.anna, note: string) =>
      g.refusal(by, 'reviseNote', { note, kind: 'altro', text: 'altro' });
    expect([change(g.anna, unsigned), change(g.bruno, unsigned)]).toEqual([
      'authors_forgotten',
      'authors_forgotten',
    ]);
    expect([change(g.bruno, signed), change(g.anna, signed)]).toEqual(['not_author', 'accepted']);
  });

  it('is written by nobody on behalf of another: the helper would know whose it is', () => {
    const g = circle();
    const paper = id('seat');
    const helper = office('helper', 'account-3');
    g.done(helper, 'takeSeat', { seat: paper, sector: null }, { for: paper, origin: 'segreteria' });
    const note = (anonymous: boolean) => ({
      note: id('note'),
      topic: g.topic,
      kind: 'altro',
      text: 'x',
      anonymous,
    });
    expect(g.refusal(helper, 'writeNote', note(true), { for: paper })).toBe('not_allowed');
    expect(g.refusal(helper, 'writeNote', note(false), { for: paper })).toBe('accepted');
  });

  it('belongs to a circle of its own topic', () => {
    const g = circle();
    const session = g.place(g.bruno, g.propose(g.bruno));
    const ask = { note: id('note'), topic: g.topic, session, kind: 'altro', text: 'x' };
    expect(g.refusal(g.anna, 'writeNote', ask)).toBe('unknown_thing');
  });
});

describe('[E23] words that were erased', () => {
  it('are neither shown again nor erased twice, and their earlier versions are gone too', () => {
    const g = circle();
    const note = g.write('la Pina non paga');
    g.revise(note, 'la Pina paga poco');
    expect(g.refusal(planner, 'clearText', { what: 'note', id: note })).toBe('nothing_to_change');
    g.hide('note', note);
    expect(g.open.notes[note]).toMatchObject({ text: '', versions: [] });
    expect(g.state.notes[note]?.versions).toHaveLength(1);
    g.done(planner, 'clearText', { what: 'note', id: note });
    expect(JSON.stringify(g.state.notes[note])).not.toContain('Pina');
    for (const deed of ['restoreText', 'clearText'])
      expect(g.refusal(planner, deed, { what: 'note', id: note, reason: '' }), deed).toBe(
        'nothing_to_change',
      );
  });

  it('take along the row that a report drew from the note, and leave the others', () => {
    const g = circle();
    const [bad, good] = [g.write('la Pina non paga'), g.write('una panchina')];
    g.done(g.anna, 'beginReport', { topic: g.topic });
    g.hide('note', bad);
    g.done(planner, 'clearText', { what: 'note', id: bad });
    const rows = Object.values(g.state.reports[g.topic]?.items ?? {});
    expect(rows.map((r) => [r.note, r.text, r.hidden?.cleared ?? false])).toEqual([
      [bad, '', true],
      [good, 'una panchina', false],
    ]);
  });
});

describe('[E22] a closing word', () => {
  it('that is withheld is in no fact that a newcomer gets, and is nobody’s', () => {
    const g = circle();
    g.done(facilitator, 'setClosingWord', { on: true });
    const word = id('word');
    const fact = g.done(g.anna, 'sayWord', { word, text: 'la Pina' });
    for (const kind of ['public', 'staff'] as const)
      expect(gathering.seenBy({ kind }, g.state, fact)).toMatchObject({
        by: null,
        data: { text: 'la Pina' },
      });
    g.hide('word', word);
    expect(gathering.seenBy({ kind: 'public' }, g.state, fact)).toMatchObject({
      by: null,
      data: { text: '' },
    });
    expect(gathering.seenBy({ kind: 'staff' }, g.state, fact).by).toBeNull();
    expect(JSON.stringify(g.told())).not.toContain('Pina');
  });
});

describe('[E22] what is withheld of a report', () => {
  const reported = () => {
    const g = circle();
    g.done(g.anna, 'beginReport', { topic: g.topic, fromNotes: false });
    const field = (text: string) => {
      const rev = g.state.reports[g.topic]?.fields.summary.rev ?? 0;
      g.done(g.anna, 'writeReport', { topic: g.topic, field: 'summary', text, rev });
    };
    const item = id('item');
    const row = { topic: g.topic, item, kind: 'proposta', who: '', byWhen: '' };
    field('sintesi uno');
    g.done(g.anna, 'addItem', { ...row, text: 'riga uno' });
    // From now on others have read it: a change keeps what was there before.
    g.done(g.anna, 'publishReport', { topic: g.topic });
    field('sintesi due');
    g.done(g.anna, 'reviseItem', { ...row, text: 'riga due', rev: 1 });
    const earlier = () => (g.open.reports[g.topic]?.versions ?? []).map((v) => v.before).filter(Boolean);
    return { ...g, item, earlier };
  };

  it('takes its own earlier words along, and no others', () => {
    const g = reported();
    expect(g.earlier()).toEqual(['sintesi uno', 'riga uno']);
    g.hide('item', g.item);
    expect(g.earlier()).toEqual(['sintesi uno']);
    const other = reported();
    other.hide('report', other.topic);
    expect(other.earlier()).toEqual(['riga uno']);
  });

  it('a title that was shown again and changed since has the same history for a newcomer', () => {
    const g = circle();
    g.hide('topic', g.topic);
    g.show('topic', g.topic);
    g.done(g.anna, 'reviseTopic', { topic: g.topic, title: 'Titolo di dopo', line: '', strands: [] });
    expect(g.newcomer().topics[g.topic]).toEqual(g.open.topics[g.topic]);
    expect(g.newcomer().topics[g.topic]?.titles.map((t) => t.title)).toEqual(['Titolo di prima']);
  });
});
