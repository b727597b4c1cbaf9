/** Simulated people, asked one by one for their next deed: a whole day, phase by phase, without a server. */
import { describe, expect, it } from 'vitest';
import { gathering } from '@/domain/gathering/catalogue';
import { brokenInvariants } from '@/domain/gathering/invariants';
import { rehearsalOfNothing } from '@/domain/gathering/rehearsal';
import type { Gathering } from '@/domain/gathering/state';
import type { Phase } from '@/domain/gathering/state/phase';
import { isRefusal } from '@/domain/refusal';
import { simulatedSectors } from '@/simulated/population';
import { seededRandom } from '@/simulated/random';
import { PACE, wouldDo } from '@/simulated/person';
import { characterOf } from '@/simulated/character';
import { bench, id, office, person } from '../domain/given';

const DAY = '2014-05-17';
const SPEED = 10;
const facilitator = office('facilitator');

function rehearsal(people: number, seed = 2014) {
  const b = bench(gathering);
  const dice = seededRandom(seed);
  b.done(facilitator, 'openGathering', {
    ...rehearsalOfNothing(DAY),
    gathering: id('gathering'),
    code: 'PROVA',
    rehearsal: true,
  });
  const seats = simulatedSectors(people, dice).map((sector, i) => {
    const seat = `simulata-${i + 1}`;
    b.done(person(seat), 'takeSeat', { seat, sector }, { origin: 'simulata' });
    return seat;
  });
  const refused: string[] = [];
  /** Their view: the public state, and of private data only their own. */
  const eyes = (seat: string): Gathering =>
    ({
      ...b.open,
      seats: { [seat]: b.state.seats[seat] },
      private: { [seat]: b.state.private[seat] },
    }) as Gathering;
  /** Lets so many minutes of the day pass in this phase, everybody acting as they choose. */
  const live = (phase: Phase, minutes: number): void => {
    if (b.state.phase !== phase) b.done(facilitator, 'changePhase', { phase });
    const gestures = Math.round((minutes / (PACE[phase] ?? 5)) * people);
    for (let i = 0; i < gestures; i++) {
      b.wait((minutes * 60_000) / SPEED / gestures);
      const seat = dice.pick(seats);
      const gesture = wouldDo(eyes(seat), seat, { at: b.now, speed: SPEED, dice });
      if (!gesture) continue;
      const answer = b.ask(person(seat), gesture.type, gesture.ask, { origin: 'simulata' });
      if (isRefusal(answer)) refused.push(`${gesture.type}: ${answer.refused}`);
    }
  };
  return { ...b, seats, dice, live, refused, eyes };
}

const of = (r: ReturnType<typeof rehearsal>, type: string) => r.facts.filter((f) => f.type === type).length;

describe('simulated people', () => {
  it('live a whole day as the facilitator changes phase, and ask for nothing they may not', () => {
    const r = rehearsal(60);
    r.live('check_in', 10);
    r.live('opening', 20);
    expect(r.facts.filter((f) => f.origin === 'simulata')).toHaveLength(60);

    r.live('proposing', 15);
    expect(r.state.topicOrder.length).toBeGreaterThanOrEqual(12);
    expect(r.state.topicOrder.length).toBeLessThanOrEqual(25);
    expect(r.state.queue.length).toBeGreaterThan(2);
    while (r.state.queue.length > 0) r.done(facilitator, 'callNext', {});
    r.live('proposing', 10);
    expect(of(r, 'topicPlaced')).toBeGreaterThan(8);

    r.live('market', 30);
    expect(of(r, 'interestMarked')).toBeGreaterThan(120);
    expect(of(r, 'mergeOffered')).toBeGreaterThan(0);
    expect(of(r, 'topicsMerged')).toBeGreaterThan(0);

    r.live('sessions', 330);
    const sessions = Object.values(r.state.sessions).filter((s) => s.state !== 'cancelled');
    expect(new Set(sessions.filter((s) => s.state === 'ended').map((s) => s.slot)).size).toBe(3);
    expect(sessions.every((s) => s.state === 'ended')).toBe(true);
    expect(of(r, 'moved')).toBeGreaterThan(150);
    expect(of(r, 'noteWritten')).toBeGreaterThan(150);

    r.live('reading', 40);
    expect(Object.values(r.state.reports).filter((x) => x.publishedAt !== null).length).toBeGreaterThan(7);

    r.live('voting', 5);
    expect(of(r, 'dotsPlaced')).toBe(0);
    r.done(facilitator, 'openVoting', { quota: 5 });
    r.live('voting', 20);
    expect(r.state.voting.voters).toBeGreaterThan(45);
    expect(r.state.voting.voters).toBeLessThan(60);
    r.done(facilitator, 'closeVoting', {});

    r.live('actions', 30);
    expect(of(r, 'actionStarted')).toBeGreaterThan(1);
    expect(of(r, 'actionJoined')).toBeGreaterThan(20);

    r.live('closing', 10);
    expect(r.state.words).toHaveLength(0);
    r.done(facilitator, 'setClosingWord', { on: true });
    r.live('closing', 20);
    expect(r.state.words.length).toBeGreaterThan(30);

    expect(r.refused).toEqual([]);
    expect(brokenInvariants(r.state)).toEqual([]);
  });

  it('do the same for the same seed, and something else for another', () => {
    const titles = (seed: number) => {
      const r = rehearsal(30, seed);
      r.live('proposing', 25);
      return r.state.topicOrder.map((t) => r.state.topics[t]?.title);
    };
    expect(titles(7)).toEqual(titles(7));
    expect(titles(7)).not.toEqual(titles(8));
  });

  it('go back with the facilitator: circles pause when she returns to the market', () => {
    const r = rehearsal(40);
    r.live('proposing', 25);
    r.live('market', 20);
    r.live('sessions', 20);
    const [before, notes] = [of(r, 'moved'), of(r, 'noteWritten')];
    expect(before).toBeGreaterThan(10);
    r.live('market', 10);
    expect([of(r, 'moved'), of(r, 'noteWritten')]).toEqual([before, notes]);
  });

  it('see no ballot and no circle but their own', () => {
    const r = rehearsal(10);
    expect(Object.keys(r.eyes('simulata-3').private)).toEqual(['simulata-3']);
    expect(wouldDo(r.eyes('simulata-3'), 'simulata-4', { at: r.now, speed: SPEED, dice: r.dice })).toBeNull();
  });

  it('have different characters, about as many proposing as come to such a day (domain §1.5)', () => {
    const proposing = Array.from({ length: 600 }, (_, i) => characterOf(`posto-${i}`)).filter((t) =>
      t.proposes(60),
    );
    expect(proposing.length / 600).toBeGreaterThan(0.24);
    expect(proposing.length / 600).toBeLessThan(0.36);
  });
});

describe('[I9] nobody who is not there', () => {
  it('takes a seat or says a word in a gathering that is no rehearsal', () => {
    const b = bench(gathering);
    b.done(facilitator, 'openGathering', {
      ...rehearsalOfNothing(DAY),
      gathering: id('gathering'),
      code: 'VERO',
    });
    const ada = person('seat-ada');
    const as = { origin: 'simulata' as const };
    expect(b.refusal(ada, 'takeSeat', { seat: 'seat-ada', sector: null }, as)).toBe('not_a_rehearsal');
    b.done(ada, 'takeSeat', { seat: 'seat-ada', sector: null });
    for (const [type, ask] of [
      ['proposeTopic', { topic: 'tema-0001', title: 'un tema' }],
      ['shareIdea', { idea: 'idea-0001', text: 'una idea' }],
      ['moveTo', { to: 'roaming' }],
    ] as const)
      expect(b.refusal(ada, type, ask, as)).toBe('not_a_rehearsal');
    expect(b.facts).toHaveLength(2);
  });

  it('a rehearsal belongs to no path', () => {
    const b = bench(gathering);
    const ask = { ...rehearsalOfNothing(DAY), gathering: id('gathering'), code: 'PROVA', rehearsal: true };
    expect(b.refusal(facilitator, 'openGathering', { ...ask, path: 'path-0001' })).toBe('only_rehearsed');
  });
});
