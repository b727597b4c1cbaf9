/** The author of a fact in the log: the person or their helper, the device it names, and the readers that are told. */
import { describe, expect, it } from 'vitest';
import { gathering } from '@/domain/gathering/catalogue';
import { id, office, person } from './given';
import { opened } from './opened';

describe('the author of a fact', () => {
  const helper = office('helper', 'account-3');
  const dot = (g: ReturnType<typeof opened>) => {
    const topic = g.topic(g.seat('seat-bruno'));
    g.done(office(), 'openVoting', { quota: 5 });
    return { topic, dots: 1 };
  };

  it('is told with the device it came by; of an unsigned one no device but paper or a simulation is told', () => {
    const g = opened();
    const topic = g.topic(g.seat('seat-anna'));
    const write = (anonymous: boolean, origin?: 'carta' | 'totem' | 'ufficio') => {
      const note = { note: id('note'), topic, kind: 'altro', text: 'x', anonymous };
      return g.done(helper, 'writeNote', note, origin && { origin }).origin;
    };
    expect([write(false, 'carta'), write(false, 'totem'), write(false)]).toEqual([
      'carta',
      'totem',
      'ufficio',
    ]);
    expect([write(true, 'carta'), write(true, 'totem'), write(true)]).toEqual([
      'carta',
      'telefono',
      'telefono',
    ]);
  });

  it('may say that their device is the totem, and nothing else of it', () => {
    const g = opened();
    const mine = g.seat('seat-anna');
    const by = (origin?: 'carta' | 'totem' | 'segreteria') =>
      g.done(mine, 'proposeTopic', { topic: id('topic'), title: 'x' }, origin && { origin }).origin;
    expect([by(), by('totem'), by('carta'), by('segreteria')]).toEqual([
      'telefono',
      'totem',
      'telefono',
      'telefono',
    ]);
  });

  it('is the person for whom a helper acts, with the helper beside; a participant acts for nobody else', () => {
    const g = opened();
    const paper = id('seat');
    g.done(helper, 'takeSeat', { seat: paper, sector: null }, { for: paper, origin: 'segreteria' });
    const propose = () => ({ topic: id('topic'), title: 'x' });
    expect(g.done(helper, 'proposeTopic', propose(), { for: paper })).toMatchObject({
      ...{ by: paper, via: helper.id, origin: 'segreteria' },
    });
    const bruno = g.seat('seat-bruno');
    expect(g.refusal(bruno, 'proposeTopic', propose(), { for: paper })).toBe('not_allowed');
    const own = g.done(bruno, 'proposeTopic', propose(), { for: 'seat-bruno' });
    expect([own.by, own.via]).toEqual(['seat-bruno', undefined]);
  });

  it('is nobody’s business where a fact is unsigned: nobody does it for another', () => {
    const g = opened();
    const paper = id('seat');
    g.done(helper, 'takeSeat', { seat: paper, sector: null }, { for: paper, origin: 'segreteria' });
    const topic = g.topic(g.seat('seat-anna'));
    const note = { note: id('note'), topic, kind: 'altro', text: 'x', anonymous: true };
    expect(g.refusal(helper, 'writeNote', note, { for: paper })).toBe('not_allowed');
  });

  it('is named in the state by signed facts alone', () => {
    const g = opened();
    const ask = dot(g);
    const quiet = person('seat-quiet');
    g.done(quiet, 'takeSeat', { seat: 'seat-quiet', sector: null });
    delete g.state.named['seat-quiet'];
    g.done(quiet, 'placeDots', ask);
    expect(Object.keys(g.state.named)).not.toContain('seat-quiet');
    expect(Object.keys(g.open.named)).not.toContain('null');
    g.done(quiet, 'proposeTopic', { topic: id('topic'), title: 'x' });
    for (const state of [g.state, g.open]) expect(state.named['seat-quiet']).toBe(true);
  });

  it('sees their own facts whole; the time written on paper is told by those who enter it', () => {
    const g = opened();
    const ask = dot(g);
    const mine = g.seat('seat-anna');
    const fact = g.done(mine, 'placeDots', ask);
    const seen = (seat: string | null) => gathering.seenBy({ kind: 'public', seat }, g.state, fact);
    expect(seen('seat-anna')).toBe(fact);
    expect([seen('seat-bruno').by, seen(null).by]).toEqual([null, null]);
    const at = { saidAt: Date.UTC(2014, 4, 17, 6, 0) };
    const propose = () => ({ topic: id('topic'), title: 'x' });
    expect(g.done(helper, 'proposeTopic', propose(), at).saidAt).toBe(at.saidAt);
    expect(g.done(helper, 'proposeTopic', propose()).saidAt).toBeUndefined();
    expect(g.done(mine, 'proposeTopic', propose(), at).saidAt).toBeUndefined();
  });
});
