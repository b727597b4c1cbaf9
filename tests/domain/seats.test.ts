/** Taking a seat, and what readers know of it. */
import { describe, expect, it } from 'vitest';
import { gathering } from '@/domain/gathering/catalogue';
import { office, person } from './given';
import { opened } from './opened';

const MORE = { subgroup: 'giovani_migranti', municipality: 'Soliera', newVoice: true };

describe('a seat', () => {
  it('[E36] where there are minors keeps the sector and nothing more, whatever was sent', () => {
    const g = opened();
    g.done(person('seat-grown'), 'takeSeat', { seat: 'seat-grown', sector: 'volontariato', ...MORE });
    expect(g.state.seats['seat-grown']).toMatchObject(MORE);
    const { title, question, sponsor, venue, fifthPrinciple } = g.state;
    g.done({ id: 'account-1', role: 'owner', seat: null }, 'reviseGathering', {
      title,
      question,
      sponsor,
      venue,
      fifthPrinciple,
      minors: true,
    });
    const young = g.done(person('seat-young'), 'takeSeat', {
      seat: 'seat-young',
      sector: 'gruppi_innovativi',
      ...MORE,
    });
    const nothing = { subgroup: null, municipality: null, newVoice: false };
    expect(young.data).toEqual({ seat: 'seat-young', n: 2, sector: 'gruppi_innovativi', ...nothing });
    expect(g.state.seats['seat-young']).toMatchObject({ sector: 'gruppi_innovativi', ...nothing });
  });

  it('[E25] is told to others as a number alone: neither which nor of what sector', () => {
    const g = opened();
    const fact = g.done(person('seat-anna'), 'takeSeat', {
      seat: 'seat-anna',
      sector: 'volontariato',
      ...MORE,
    });
    const told = gathering.seenBy({ kind: 'public' }, g.state, fact);
    expect(told).toMatchObject({ by: null, data: { seat: '', n: 1, sector: null, newVoice: false } });
    expect([g.open.people, g.open.seats]).toEqual([1, {}]);
  });

  it('[E35] is emptied once, by who sits there or who keeps the record; only the sector stays', () => {
    const g = opened();
    const anna = person('seat-anna');
    g.done(anna, 'takeSeat', { seat: 'seat-anna', sector: 'volontariato', ...MORE });
    const bruno = g.seat('seat-bruno');
    const erase = (by: typeof anna, seat = 'seat-anna') => g.refusal(by, 'eraseSeat', { seat });
    expect([erase(bruno), erase(office('helper')), erase(office('facilitator'))]).toEqual([
      'not_allowed',
      'not_allowed',
      'not_allowed',
    ]);
    expect(erase(anna, 'seat-nobody')).toBe('unknown_seat');
    expect(erase(anna)).toBe('accepted');
    expect(g.state.seats['seat-anna']).toMatchObject({
      erased: true,
      sector: 'volontariato',
      subgroup: null,
      municipality: null,
      newVoice: false,
    });
    expect(erase(office('planner'))).toBe('erased_seat');
    expect(erase(office('planner'), 'seat-bruno')).toBe('accepted');
  });
});
