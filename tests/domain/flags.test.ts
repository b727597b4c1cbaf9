/**
 * Flagging withholds at once, rate limited; texts that one person flagged wrongly are restored together, and nobody
 * learns who it was.
 */
import { describe, expect, it } from 'vitest';
import { gathering } from '@/domain/gathering/catalogue';
import { id, office } from './given';
import { opened } from './opened';

function hall(notes = 12) {
  const g = opened();
  const [anna, bruno] = [g.seat('seat-anna'), g.seat('seat-bruno')];
  const topic = g.topic(anna);
  const all = Array.from({ length: notes }, (_, n) => {
    const note = id('note');
    g.done(anna, 'writeNote', { note, topic, kind: 'bisogno', text: `nota ${n}` });
    return note;
  });
  const flag = (by: typeof anna, n: number) => g.ask(by, 'flagText', { what: 'note', id: all[n] ?? '' });
  const hidden = (state = g.state) => all.map((note) => state.notes[note]?.hidden !== null);
  return { ...g, anna, bruno, all, flag, hidden };
}

describe('[E23] a hand that flags', () => {
  it('withholds five texts in ten minutes and no more; others still may, and so may it later', () => {
    const g = hall();
    for (let n = 0; n < 5; n++) expect(g.flag(g.anna, n)).toMatchObject({ type: 'textFlagged' });
    expect(g.flag(g.anna, 5)).toMatchObject({ refused: 'flags_spent', detail: { n: 5 } });
    expect(g.flag(g.bruno, 5)).toMatchObject({ type: 'textFlagged' });
    expect(g.ask(office('planner'), 'flagText', { what: 'note', id: g.all[6] })).toMatchObject({
      type: 'textFlagged',
    });
    expect(g.hidden(g.open).filter(Boolean)).toHaveLength(7);
    g.wait(11 * 60_000);
    expect(g.flag(g.anna, 7)).toMatchObject({ type: 'textFlagged' });
  });

  it('is undone all together, without anybody learning whose it is, and after three for nothing flags no more', () => {
    const g = hall();
    for (let n = 0; n < 4; n++) g.flag(g.anna, n);
    g.flag(g.bruno, 4);
    const fact = g.done(office(), 'restoreFlagged', { what: 'note', id: g.all[1] });
    expect(g.hidden().slice(0, 5)).toEqual([false, false, false, false, true]);
    expect(g.hidden(g.open)).toEqual(g.hidden());
    expect(g.open.notes[g.all[1] ?? '']?.text).toBe('nota 1');
    for (const kind of ['public', 'staff'] as const)
      expect(JSON.stringify(gathering.seenBy({ kind }, g.state, fact))).not.toContain('seat-');
    g.wait(60 * 60_000);
    expect(g.flag(g.anna, 8)).toMatchObject({ refused: 'flags_spent' });
    expect(g.flag(g.bruno, 8)).toMatchObject({ type: 'textFlagged' });
    expect(g.refusal(office(), 'restoreFlagged', { what: 'note', id: g.all[1] })).toBe('nothing_to_change');
  });

  it('with many seats withholds twenty texts in ten minutes and no more, whatever the office still may', () => {
    const g = hall(30);
    const seats = Array.from({ length: 6 }, (_, n) => g.seat(`seat-false-${n}`));
    const flagged = g.all.map((_, n) => g.flag(seats[Math.floor(n / 5)] ?? g.bruno, n));
    expect(flagged.filter((f) => 'type' in f && f.type === 'textFlagged')).toHaveLength(20);
    expect(flagged[20]).toMatchObject({ refused: 'flags_spent', detail: { n: 20 } });
    expect(g.hidden(g.open).filter(Boolean)).toHaveLength(20);
    g.done(office(), 'hideText', { what: 'note', id: g.all[20], reason: 'dato_personale' });
    // The five of one hand are undone together, and make room for others.
    g.done(office(), 'restoreFlagged', { what: 'note', id: g.all[0] });
    for (let n = 21; n < 26; n++) expect(g.flag(g.bruno, n)).toMatchObject({ type: 'textFlagged' });
    expect(g.flag(g.anna, 26)).toMatchObject({ refused: 'flags_spent' });
    g.wait(11 * 60_000);
    expect(g.flag(g.anna, 26)).toMatchObject({ type: 'textFlagged' });
  });

  it('loses a little of its credit with each text that is shown again one by one', () => {
    const g = hall();
    g.flag(g.anna, 0);
    g.done(office(), 'restoreText', { what: 'note', id: g.all[0], reason: '' });
    for (let n = 1; n < 4; n++) expect(g.flag(g.anna, n)).toMatchObject({ type: 'textFlagged' });
    expect(g.flag(g.anna, 4)).toMatchObject({ refused: 'flags_spent' });
  });

  it('counts a note and the report’s row that goes with it once', () => {
    const g = hall(21);
    g.done(g.anna, 'beginReport', { topic: Object.keys(g.state.topics)[0] });
    const seats = Array.from({ length: 5 }, (_, n) => g.seat(`seat-false-${n}`));
    const flagged = g.all.map((_, n) => g.flag(seats[Math.floor(n / 5)] ?? g.bruno, n));
    expect(flagged.filter((f) => 'type' in f)).toHaveLength(20);
    expect(flagged[20]).toMatchObject({ refused: 'flags_spent', detail: { n: 20 } });
    // One that is erased for good is withheld by nobody’s flag any more: it makes room.
    g.done(office('planner'), 'clearText', { what: 'note', id: g.all[0] });
    expect(g.flag(g.bruno, 20)).toMatchObject({ type: 'textFlagged' });
  });

  it('of a helper is paced like anybody’s; that of who keeps the record is not', () => {
    const g = hall(20);
    const five = (role: 'helper' | 'facilitator' | 'planner' | 'owner', from: number) =>
      [0, 1, 2, 3, 4, 5].map((n) => 'type' in g.flag(office(role, `account-${role}`) as never, from + n));
    expect(five('helper', 0)).toEqual([true, true, true, true, true, false]);
    expect(five('planner', 6)).toEqual([true, true, true, true, true, true]);
  });

  it('is known to nobody, and cannot show what the office itself withheld', () => {
    const g = hall();
    const fact = g.flag(g.anna, 0);
    for (const kind of ['public', 'staff'] as const)
      expect(gathering.seenBy({ kind }, g.state, fact as never).by, kind).toBeNull();
    g.done(office(), 'hideText', { what: 'note', id: g.all[1], reason: 'offensivo' });
    expect(g.refusal(office(), 'restoreFlagged', { what: 'note', id: g.all[1] })).toBe('nothing_to_change');
    expect(g.hidden().slice(0, 2)).toEqual([true, true]);
  });

  it('undone brings back nothing that was erased meanwhile', () => {
    const g = hall();
    for (const n of [0, 1]) g.flag(g.anna, n);
    g.done(office('planner'), 'clearText', { what: 'note', id: g.all[0] });
    const { data } = g.done(office(), 'restoreFlagged', { what: 'note', id: g.all[1] });
    expect(data).toEqual({ things: [{ what: 'note', id: g.all[1] }] });
    expect(g.hidden().slice(0, 2)).toEqual([true, false]);
  });
});
