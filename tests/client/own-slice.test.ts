/** The seat's own private slice over the public state, laid before the library that copies states is loaded. */
import { describe, expect, it } from 'vitest';
import { layMine } from '@/client/replica/gathering-replica';
import { emptyGathering, type Gathering } from '@/domain/gathering/state';
import type { Note } from '@/domain/gathering/state/note';
import type { Private, Seat } from '@/domain/gathering/state/seat';
import { ANY_SEAT } from '@/protocol/page-header';

const note = (id: string, author: string | null, sector: string | null = null) =>
  ({ id, author, sector, text: id }) as Note;

const publicState = (): Gathering => ({
  ...emptyGathering(),
  notes: { mine: note('mine', 'anna'), unsigned: note('unsigned', null), other: note('other', 'bruno') },
});
const anna = { seat: { sector: 'volontariato' } as Seat, private: { circle: 'c1' } as Private };

describe('the slice of a seat', () => {
  it('is laid over a copy: what the page was drawn with stays as it was', () => {
    const state = publicState();
    const before = structuredClone(state);
    const laid = layMine(state, { ...anna, notes: [note('unsigned', 'anna')] }, { seat: 'anna' });
    expect(state).toEqual(before);
    expect(laid.private).toEqual({ anna: anna.private });
    expect(laid.seats['anna']).toBe(anna.seat);
    expect(laid.named['anna']).toBe(true);
  });

  it('[E25] puts the person’s sector on their own texts, signed or not, and on nobody else’s', () => {
    const state = publicState();
    const laid = layMine(state, { ...anna, notes: [note('unsigned', 'anna')] }, { seat: 'anna' });
    const sectors = Object.values(laid.notes).map(({ id, author, sector }) => [id, author, sector]);
    expect(sectors).toEqual([
      ['mine', 'anna', 'volontariato'],
      ['unsigned', 'anna', 'volontariato'],
      ['other', 'bruno', null],
    ]);
    expect(laid.notes['other']).toBe(state.notes['other']);
  });

  it('brings no text that the public state does not have, and keeps a table in which nothing changes', () => {
    const state = publicState();
    const laid = layMine(state, { ...anna, notes: [note('withdrawn', 'clara')] }, { seat: 'clara' });
    expect(laid.notes).toBe(state.notes);
    expect(laid.ideas).toBe(state.ideas);
  });

  it('takes the place of the slice that stood for any seat, but not on the page of any seat', () => {
    const any = { ...publicState(), private: { [ANY_SEAT]: anna.private } };
    expect(Object.keys(layMine(any, anna, { seat: 'anna' }).private)).toEqual(['anna']);
    expect(Object.keys(layMine(any, { ...anna, private: null }, { seat: ANY_SEAT }).private)).toEqual([
      ANY_SEAT,
    ]);
  });

  it('leaves the state as it is where nobody sits', () => {
    const state = publicState();
    expect(layMine(state, anna, { seat: null })).toBe(state);
    expect(layMine(state, null, { seat: 'anna' })).toBe(state);
  });
});
