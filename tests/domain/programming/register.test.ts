/**
 * An entry revised by two planners: a value one had read is never called stale, one they had not is never overwritten.
 */
import { describe, expect, it } from 'vitest';
import { opened, planner, second } from './opened';

describe('an entry of a register', () => {
  it('is revised by whoever has read its last change, up to that very fact', () => {
    const b = opened();
    const need = b.add('addNeed', { title: 'Primo' });
    const { seq } = b.done(second, 'reviseNeed', { id: need, title: 'Secondo' });
    expect(b.refusal(planner, 'reviseNeed', { id: need, title: 'Terzo', since: seq - 1 })).toBe(
      'stale_version',
    );
    expect(b.refusal(planner, 'reviseNeed', { id: need, title: 'Terzo', since: seq })).toBe('accepted');
    expect(b.state.needs[need]?.title).toBe('Terzo');
  });

  it('is refused for the one field that somebody changed meanwhile, with its value, among several', () => {
    const b = opened();
    const need = b.add('addNeed', { title: 'Primo' });
    const { seq } = b.done(second, 'reviseNeed', { id: need, title: 'Secondo' });
    const ask = { id: need, title: 'Terzo', description: 'com’è', hardship: 'solitudine', since: seq - 1 };
    expect(b.ask(planner, 'reviseNeed', ask)).toEqual({
      refused: 'stale_version',
      detail: { field: 'title', now: 'Secondo' },
    });
    const { since: _, ...whole } = ask;
    expect(b.refusal(planner, 'reviseNeed', whole)).toBe('accepted');
  });

  it('names the field of another shape, and needs what its blank lacks', () => {
    const b = opened();
    const add = (words: object) => b.ask(planner, 'addNeed', { id: 'need-new01', ...words });
    expect(add({ title: 7 })).toEqual({ refused: 'malformed', detail: { field: 'title' } });
    expect(add({ title: '  ' })).toEqual({ refused: 'blank_text', detail: { field: 'title' } });
    expect(add({})).toEqual({ refused: 'blank_text', detail: { field: 'title' } });
    expect(add({ title: 'x', levels: [] })).toMatchObject({ refused: 'malformed' });
  });

  it('keeps what others changed in other fields', () => {
    const b = opened();
    const need = b.add('addNeed', { title: 'Primo', description: 'com’era' });
    const { seq } = b.done(second, 'reviseNeed', { id: need, description: 'come è' });
    expect(b.refusal(planner, 'reviseNeed', { id: need, title: 'Terzo', since: seq - 1 })).toBe('accepted');
    expect(b.state.needs[need]).toMatchObject({ title: 'Terzo', description: 'come è' });
  });

  it('tells only the fields that change, and nothing when none does', () => {
    const b = opened();
    const need = b.add('addNeed', { title: 'Primo', description: 'com’era' });
    expect(b.refusal(planner, 'reviseNeed', { id: need, title: 'Primo' })).toBe('nothing_to_change');
    const fact = b.done(planner, 'reviseNeed', { id: need, title: 'Altro', description: 'com’era' });
    expect(fact.data).toEqual({ id: need, title: 'Altro' });
  });

  it('is added once, under its own id', () => {
    const b = opened();
    const need = b.add('addNeed', { title: 'Primo' });
    expect(b.refusal(second, 'addNeed', { id: need, title: 'Un altro' })).toBe('id_already_used');
    expect(b.refusal(second, 'reviseNeed', { id: 'need-nobody', title: 'Chi?' })).toBe('unknown_thing');
    expect(b.state.needs[need]?.title).toBe('Primo');
  });
});
