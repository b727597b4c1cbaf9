/** Cells of the matrix and the hours of a day: held back, taken, freed, corrected. */
import { describe, expect, it } from 'vitest';
import { gathering } from '@/domain/gathering/catalogue';
import { ROOMS, SLOTS } from './opened';
import { begun, holder, other, owner } from './begun';

describe('[I2] a cell', () => {
  it('held back is refused, of the slot and of the space; a room holds one, and says what is free', () => {
    const g = begun();
    const at = (session: string, topic: string, slot: string, space: string) => ({
      session,
      topic,
      slot,
      space,
    });
    expect(g.refusal(owner, 'placeTopic', at('session-x1', g.mine, SLOTS[2], ROOMS[0]))).toBe(
      'cell_held_back',
    );
    g.done(holder, 'releaseSpace', { space: ROOMS[2], released: false });
    expect(g.refusal(owner, 'placeTopic', at('session-x1', g.mine, SLOTS[0], ROOMS[2]))).toBe(
      'cell_held_back',
    );
    const session = g.place(owner, g.mine);
    const taken = g.ask(other, 'placeTopic', at('session-x2', g.theirs, SLOTS[0], ROOMS[0]));
    expect(taken).toMatchObject({ refused: 'cell_taken', detail: { topic: 1, session } });
    const { free } = (taken as unknown as { detail: { free: { slot: string; space: string }[] } }).detail;
    expect(free.length).toBeGreaterThan(0);
    expect(free).not.toContainEqual(expect.objectContaining({ slot: SLOTS[0], space: ROOMS[0] }));
    expect(free.every((c) => c.slot !== SLOTS[2] && c.space !== ROOMS[2])).toBe(true);
    expect(g.refusal(owner, 'placeTopic', at('session-x3', g.mine, SLOTS[0], ROOMS[1]))).toBe(
      'already_placed',
    );
  });

  it('in use is neither held back nor taken from its day', () => {
    const g = begun();
    const session = g.place(owner, g.mine);
    expect(g.refusal(holder, 'releaseSlot', { slot: SLOTS[0], released: false })).toBe('in_use');
    expect(g.refusal(holder, 'releaseSpace', { space: ROOMS[0], released: false })).toBe('in_use');
    g.done(holder, 'releaseSlot', { slot: SLOTS[1], released: false });
    g.done(holder, 'releaseSpace', { space: ROOMS[1], released: false });
    g.done(owner, 'cancelSession', { session });
    g.done(holder, 'releaseSlot', { slot: SLOTS[0], released: false });
    g.done(holder, 'releaseSpace', { space: ROOMS[0], released: false });
  });

  it('left by a withdrawn topic comes back with it, unless somebody has taken it', () => {
    const g = begun();
    const session = g.place(owner, g.mine);
    g.done(owner, 'withdrawTopic', { topic: g.mine });
    expect(g.state.sessions[session]?.state).toBe('cancelled');
    g.done(owner, 'restoreTopic', { topic: g.mine });
    expect([g.state.sessions[session]?.state, g.state.topics[g.mine]?.standing]).toEqual(['planned', 'open']);
    g.done(owner, 'withdrawTopic', { topic: g.mine });
    g.place(other, g.theirs);
    g.done(owner, 'restoreTopic', { topic: g.mine });
    expect(g.state.sessions[session]?.state).toBe('cancelled');
  });

  it('of a topic that runs keeps it from being withdrawn', () => {
    const g = begun();
    const session = g.place(owner, g.mine);
    g.done(owner, 'startSession', { session });
    expect(g.refusal(owner, 'withdrawTopic', { topic: g.mine })).toBe('already_started');
    g.done(owner, 'endSession', { session });
    g.done(owner, 'withdrawTopic', { topic: g.mine });
    expect(g.state.sessions[session]?.state).toBe('ended');
  });
});

describe('[E37] the hours of a day', () => {
  const slot = (over: object) => ({
    id: 'slot-009',
    day: '2014-05-17',
    label: 'sera',
    start: '18:00',
    end: '19:00',
    ...over,
  });

  it('end after they begin, and overlap with none of the same day', () => {
    const g = begun();
    expect(g.refusal(holder, 'addSlot', slot({ end: '18:00' }))).toBe('bad_time');
    expect(g.refusal(holder, 'addSlot', slot({ end: '17:59' }))).toBe('bad_time');
    expect(g.refusal(holder, 'addSlot', slot({ start: '10:49', end: '10:55' }))).toBe('slot_overlaps');
    expect(g.refusal(holder, 'addSlot', slot({ start: '09:00', end: '10:01' }))).toBe('slot_overlaps');
    expect(g.refusal(holder, 'addSlot', slot({ start: '10:10', end: '10:20' }))).toBe('slot_overlaps');
    g.done(holder, 'addSlot', slot({ start: '10:50', end: '11:00' }));
    g.done(holder, 'addSlot', slot({ id: 'slot-010', day: '2014-05-16', start: '10:10', end: '10:20' }));
    expect(g.state.days).toEqual(['2014-05-16', '2014-05-17']);
    expect(g.state.slots.map((s) => s.id)).toEqual(['slot-010', SLOTS[0], 'slot-009', SLOTS[1], SLOTS[2]]);
  });

  it('may be corrected against the others, not against themselves', () => {
    const g = begun();
    const revised = (over: object) => ({
      slot: SLOTS[0],
      day: '2014-05-17',
      label: 'x',
      start: '10:10',
      end: '10:55',
      ...over,
    });
    expect(g.refusal(holder, 'reviseSlot', revised({ end: '11:01' }))).toBe('slot_overlaps');
    g.done(holder, 'reviseSlot', revised({}));
    g.done(holder, 'reviseSlot', revised({ start: '20:00', end: '21:00', day: '2014-05-18' }));
    expect([g.state.slots.at(-1)?.id, g.state.days]).toEqual([SLOTS[0], ['2014-05-17', '2014-05-18']]);
  });

  it('of ten days are the most; a day in use stays, and so does the last', () => {
    const g = begun();
    const change = (from: string | null, to: string | null) => g.refusal(holder, 'changeDay', { from, to });
    expect(change('2014-05-17', '2014-05-17')).toBe('nothing_to_change');
    expect(change('2014-06-01', null)).toBe('unknown_thing');
    expect(change(null, '2014-05-17')).toBe('nothing_to_change');
    expect(change('2014-05-17', null)).toBe('in_use');
    for (let n = 1; n <= 9; n++) expect(change(null, `2014-06-0${n}`)).toBe('accepted');
    expect(change(null, '2014-07-01')).toBe('too_many_days');
    for (let n = 1; n <= 9; n++) expect(change(`2014-06-0${n}`, null)).toBe('accepted');
    const empty = gathering.empty();
    empty.days = ['2014-05-17'];
    const last = { from: '2014-05-17', to: null };
    expect(
      gathering.decide(empty, { id: 'cmd-last-1', type: 'changeDay', ask: last }, holder, 0),
    ).toMatchObject({
      refused: 'last_of_its_kind',
    });
  });
});
