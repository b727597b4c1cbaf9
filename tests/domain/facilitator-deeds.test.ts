/** Help, phases, walls, announcements, and the end of a gathering. */
import { describe, expect, it } from 'vitest';
import { OWNER } from './authority.cases';
import { office } from './given';
import { begun, holder, other, owner } from './begun';

describe('a call for help', () => {
  it('is one at a time, and only those who help see who asks and where', () => {
    const g = begun();
    const session = g.place(owner, g.mine);
    const call = (name: string, over: object = {}) => g.refusal(owner, 'askForHelp', { call: name, ...over });
    expect(call('call-0001', { session: 'unknown-0001' })).toBe('unknown_thing');
    expect([call('call-0001', { session }), call('call-0002'), call('call-0001')]).toEqual([
      'accepted',
      'nothing_to_change',
      'id_already_used',
    ]);
    expect(g.state.helpCalls['call-0001']).toMatchObject({ seat: OWNER, session, closedAt: null });
    expect(g.open.helpCalls['call-0001']).toMatchObject({ seat: null, session: null });
    expect([g.state.private[OWNER]?.help, g.open.private]).toEqual(['call-0001', {}]);
    g.done(office('helper', 'account-9'), 'closeHelp', { call: 'call-0001' });
    expect([g.state.helpCalls['call-0001']?.closedAt, g.state.private[OWNER]?.help]).toEqual([
      g.facts.at(-1)?.at,
      undefined,
    ]);
    expect(call('call-0003')).toBe('accepted');
    // An open call is nobody else's: everybody may ask at the same time.
    expect(g.refusal(other, 'askForHelp', { call: 'call-0004' })).toBe('accepted');
    expect([g.state.private[OWNER]?.help, g.state.private[other.id]?.help]).toEqual([
      'call-0003',
      'call-0004',
    ]);
    g.done(other, 'closeHelp', { call: 'call-0004' });
    expect(g.state.private[OWNER]?.help).toBe('call-0003');
  });
});

describe('[domain 1.8] the phases and the walls', () => {
  it('follow in any order, but for the archive; a new one ends the turn to speak and the walls’ scene', () => {
    const g = begun();
    g.done(owner, 'joinQueue', { topic: g.mine });
    g.done(holder, 'callNext', {});
    g.done(holder, 'showScene', { scene: 'board' });
    const phase = (to: string) => g.refusal(holder, 'changePhase', { phase: to });
    expect([phase('concluded'), phase('concluded'), phase('opening')]).toEqual([
      'accepted',
      'nothing_to_change',
      'accepted',
    ]);
    expect(g.state).toMatchObject({ phase: 'opening', scene: 'auto', spotlight: null });
    expect(g.state.phases.map((p) => p.phase)).toEqual(['concluded', 'opening']);
    expect([phase('archived'), phase('opening')]).toEqual(['accepted', 'archived']);
  });

  it('a wall of its own scene goes its way until it follows the others again', () => {
    const g = begun();
    const show = (scene: string, wall: string | null = null) =>
      g.refusal(holder, 'showScene', { scene, wall });
    expect([show('auto'), show('board'), show('auto', 'Ingresso')]).toEqual([
      'nothing_to_change',
      'accepted',
      'nothing_to_change',
    ]);
    expect([show('board', 'Ingresso'), show('board', 'Ingresso')]).toEqual(['accepted', 'nothing_to_change']);
    expect(g.state.wallScenes).toEqual({ Ingresso: 'board' });
    expect(show('auto', 'Ingresso')).toBe('accepted');
    expect([g.state.wallScenes, g.state.scene]).toEqual([{}, 'board']);
  });

  it('an announcement is there for as long as it was given, or until it is taken back', () => {
    const g = begun();
    g.done(holder, 'announce', { announcement: 'announce-1', text: 'si ricomincia' });
    g.done(holder, 'announce', { announcement: 'announce-2', text: 'domani', minutes: null, kind: 'sera' });
    const [first, second] = g.state.announcements;
    expect(first).toMatchObject({ kind: 'avviso', withdrawn: false });
    expect((first?.until ?? 0) - (first?.at ?? 0)).toBe(15 * 60_000);
    expect(second).toMatchObject({ kind: 'sera', until: null });
    g.done(holder, 'withdrawAnnouncement', { announcement: 'announce-1' });
    expect(g.state.announcements.map((a) => a.withdrawn)).toEqual([true, false]);
  });
});

describe('the end', () => {
  it('a closing word is said once by each, only where it is asked for, and bears no name', () => {
    const g = begun();
    const say = (by = owner) => g.refusal(by, 'sayWord', { word: `word-${by.id}`, text: 'grazie' });
    expect(say()).toBe('wrong_phase');
    g.done(holder, 'setClosingWord', { on: true });
    expect([say(), say(), say(other)]).toEqual(['accepted', 'nothing_to_change', 'accepted']);
    expect(g.open.words.map((w) => [w.text, w.hidden])).toEqual([
      ['grazie', null],
      ['grazie', null],
    ]);
    expect([g.facts.at(-1)?.by, g.open.private]).toEqual(['seat-other', {}]);
  });

  it('[E26] reports are completed until their time is over', () => {
    const g = begun();
    const write = (text: string) =>
      g.refusal(owner, 'writeReport', {
        topic: g.mine,
        field: 'summary',
        text,
        rev: g.state.reports[g.mine]?.fields.summary.rev ?? 0,
      });
    g.done(holder, 'allowCompletion', { days: 2 });
    expect(g.state.completion).toBe((g.facts.at(-1)?.at ?? 0) + 2 * 86_400_000);
    expect(write('prima')).toBe('accepted');
    g.wait(2 * 86_400_000 - 2000);
    expect(write('appena')).toBe('accepted');
    g.wait(2000);
    expect(write('dopo')).toBe('link_expired');
  });

  it('the record is sealed once, at its own last line, and only when the gathering is over', () => {
    const g = begun();
    const seal = (upTo: number) => g.ask(holder, 'freezeRecord', { hash: 'b'.repeat(64), upTo });
    expect(seal(g.state.seq)).toMatchObject({ refused: 'wrong_phase' });
    g.done(holder, 'changePhase', { phase: 'concluded' });
    expect(seal(g.state.seq - 1)).toMatchObject({ refused: 'stale_version', detail: { rev: g.state.seq } });
    const upTo = g.state.seq;
    expect(seal(upTo)).toMatchObject({ type: 'recordFrozen' });
    expect(g.state.frozen).toMatchObject({ hash: 'b'.repeat(64), upTo });
    expect(seal(g.state.seq)).toMatchObject({ refused: 'frozen' });
    expect(g.refusal(owner, 'proposeTopic', { topic: 'topic-late', title: 'tardi' })).toBe('frozen');
  });

  it('an archived gathering is closed to all but care for people’s data', () => {
    const g = begun();
    g.done(owner, 'writeNote', { note: 'note-0001', topic: g.mine, kind: 'altro', text: 'parole' });
    g.done(holder, 'changePhase', { phase: 'archived' });
    expect(g.refusal(owner, 'proposeTopic', { topic: 'topic-late', title: 'tardi' })).toBe('archived');
    expect(g.refusal(other, 'flagText', { what: 'note', id: 'note-0001' })).toBe('accepted');
    expect(g.refusal(owner, 'eraseSeat', { seat: OWNER })).toBe('accepted');
    expect(g.refusal(owner, 'flagText', { what: 'note', id: 'note-0001' })).toBe('erased_seat');
  });
});
