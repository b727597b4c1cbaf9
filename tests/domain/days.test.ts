import { describe, expect, it } from 'vitest';
import { office, person } from './given';
import { opened } from './opened';

const holder = office();
const DAY = '2014-05-17';
const evening = { id: 'slot-009', day: DAY, label: 'sera', start: '18:00', end: '19:00' };

describe('days', () => {
  it('are added, moved with their slots, and left out when nothing stands in them', () => {
    const g = opened();
    g.done(holder, 'changeDay', { from: null, to: '2014-05-18' });
    expect(g.open.days).toEqual([DAY, '2014-05-18']);
    g.done(holder, 'addSlot', { ...evening, day: '2014-05-18' });
    expect(g.refusal(holder, 'changeDay', { from: '2014-05-18', to: null })).toBe('in_use');
    g.done(holder, 'changeDay', { from: '2014-05-18', to: '2014-05-24' });
    expect(g.open.days).toEqual([DAY, '2014-05-24']);
    expect(g.open.slots.find((s) => s.id === evening.id)?.day).toBe('2014-05-24');
    g.done(holder, 'changeDay', { from: null, to: '2014-05-25' });
    g.done(holder, 'changeDay', { from: '2014-05-25', to: null });
    expect(g.open.days).toEqual([DAY, '2014-05-24']);
  });

  it('two of them become one only where no slot comes upon another', () => {
    const g = opened();
    g.done(holder, 'addSlot', { ...evening, day: '2014-05-18' });
    g.done(holder, 'addSlot', {
      ...evening,
      id: 'slot-010',
      start: '10:30',
      end: '11:00',
      day: '2014-05-19',
    });
    expect(g.refusal(holder, 'changeDay', { from: '2014-05-19', to: DAY })).toBe('slot_overlaps');
    g.done(holder, 'changeDay', { from: '2014-05-18', to: DAY });
    expect(g.open.days).toEqual([DAY, '2014-05-19']);
  });

  it('a day that a slot was moved to is a day of the gathering', () => {
    const g = opened();
    g.done(holder, 'reviseSlot', {
      slot: 'slot-003',
      day: '2014-05-18',
      label: 'domenica',
      start: '10:00',
      end: '11:00',
    });
    expect(g.open.days).toEqual([DAY, '2014-05-18']);
  });
});

describe('slots', () => {
  it('of one day never come upon each other, also when one is moved or held back', () => {
    const g = opened();
    const at = (start: string, end: string) => ({ ...evening, start, end });
    expect(g.refusal(holder, 'addSlot', at('10:30', '10:40'))).toBe('slot_overlaps');
    expect(g.refusal(holder, 'addSlot', at('09:00', '18:00'))).toBe('slot_overlaps');
    expect(g.refusal(holder, 'addSlot', at('12:40', '13:00'))).toBe('slot_overlaps');
    g.done(holder, 'addSlot', at('10:50', '11:00'));
    const moved = { slot: evening.id, day: DAY, label: 'tra', start: '10:50', end: '11:01' };
    expect(g.refusal(holder, 'reviseSlot', moved)).toBe('slot_overlaps');
    g.done(holder, 'reviseSlot', { ...moved, end: '10:55' });
    expect(g.open.slots.map((s) => s.start)).toEqual(['10:00', '10:50', '11:00', '12:00']);
  });
});

describe('a gathering made by mistake', () => {
  it('is thrown away while nobody has entered, does nothing more, and is taken back', () => {
    const g = opened();
    g.done(holder, 'discardGathering', { discarded: true });
    expect(g.open.discardedAt).not.toBeNull();
    expect(
      g.refusal(person('seat-anna'), 'takeSeat', {
        seat: 'seat-anna',
        sector: null,
      }),
    ).toBe('discarded_gathering');
    expect(g.refusal(holder, 'changePhase', { phase: 'opening' })).toBe('discarded_gathering');
    g.done(holder, 'discardGathering', { discarded: false });
    g.seat('seat-anna');
    expect(g.refusal(holder, 'discardGathering', { discarded: true })).toBe('people_entered');
  });
});
