/** The map of the hall: a picture or a blank sheet, and where each space is on it. */
import { describe, expect, it } from 'vitest';
import { hasMap } from '@/domain/gathering/state/floor-map';
import { office } from './given';
import { opened, ROOMS } from './opened';

const picture = (letter: string) => ({ hash: letter.repeat(64), w: 1600, h: 900 });
const [tiglio, gelso] = ROOMS;

describe('the map of the hall', () => {
  it('is hung by who keeps the spaces, and everybody sees where each of them is', () => {
    const g = opened();
    const anna = g.seat('seat-anna');
    expect(hasMap(g.open.map)).toBe(false);
    expect(g.refusal(anna, 'hangMap', picture('a'))).toBe('not_allowed');
    g.done(office(), 'hangMap', picture('a'));
    g.done(office(), 'markSpace', { space: tiglio, at: { x: 250, y: 1000 } });
    expect(g.open.map).toEqual({ picture: picture('a'), spots: { [tiglio]: { x: 250, y: 1000 } } });
    expect(g.refusal(office(), 'hangMap', picture('a'))).toBe('nothing_to_change');
    expect(g.refusal(office(), 'markSpace', { space: tiglio, at: { x: 250, y: 1000 } })).toBe(
      'nothing_to_change',
    );
    expect(g.refusal(anna, 'markSpace', { space: tiglio, at: null })).toBe('not_allowed');
  });

  it('needs no picture', () => {
    const g = opened();
    g.done(office(), 'markSpace', { space: gelso, at: { x: 0, y: 0 } });
    expect(hasMap(g.open.map)).toBe(true);
    g.done(office(), 'markSpace', { space: gelso, at: null });
    expect(hasMap(g.open.map)).toBe(false);
    expect(g.refusal(office(), 'markSpace', { space: gelso, at: null })).toBe('nothing_to_change');
  });

  it('forgets the places when its picture changes, and all of it when it is taken away', () => {
    const g = opened();
    g.done(office(), 'hangMap', picture('a'));
    g.done(office(), 'markSpace', { space: tiglio, at: { x: 1, y: 1 } });
    g.done(office(), 'hangMap', picture('b'));
    expect(g.open.map).toEqual({ picture: picture('b'), spots: {} });
    const fact = g.done(office(), 'takeMapDown', {});
    expect(fact.data).toEqual({ hash: 'b'.repeat(64) });
    expect(hasMap(g.open.map)).toBe(false);
    expect(g.refusal(office(), 'takeMapDown', {})).toBe('nothing_to_change');
  });

  it('has no place outside it, nor for a space that is not there', () => {
    const g = opened();
    for (const at of [
      { x: -1, y: 0 },
      { x: 0, y: 1001 },
      { x: 0.5, y: 0 },
    ])
      expect(g.refusal(office(), 'markSpace', { space: tiglio, at })).toBe('malformed');
    expect(g.refusal(office(), 'markSpace', { space: 'nowhere-1', at: { x: 0, y: 0 } })).toBe(
      'unknown_thing',
    );
  });

  it('[E36] has no picture where there are minors, but their spaces can be placed', () => {
    const g = opened();
    g.done(office(), 'reviseGathering', {
      title: 'Prova',
      question: '',
      sponsor: '',
      venue: '',
      fifthPrinciple: false,
      minors: true,
    });
    expect(g.refusal(office(), 'hangMap', picture('a'))).toBe('no_map_picture');
    g.done(office(), 'markSpace', { space: tiglio, at: { x: 5, y: 5 } });
  });
});
