/** The standing of a device: how it begins, what its screens are told of the link, and as whom it speaks. */
import { describe, expect, it } from 'vitest';
import { actorOf, initialState, linkOf } from '@/client/sync/state';
import { AT, fact, folded, Hand, welcome, you } from './hand';
import { tiny } from './sync-world';

const kept = { unsent: [], answered: [], refused: [] };

describe('the standing of a device', () => {
  it('[Y13] is shown as its link was while it catches up, and shut is offline', () => {
    expect(linkOf({ at: 'shut' })).toBe('offline');
    expect(linkOf({ at: 'offline' })).toBe('offline');
    expect(linkOf({ at: 'opening' })).toBe('opening');
    expect(linkOf({ at: 'live', early: [] })).toBe('live');
    const again = new Hand().live().on({ type: 'again' });
    expect(linkOf(again.state.standing)).toBe('live');
    expect(linkOf(new Hand().live().on({ type: 'down' }).on({ type: 'up' }).state.standing)).toBe('offline');
  });

  it('[Y08] begins with what the page was drawn with, and nothing else', () => {
    const drawn = initialState(tiny.empty(), {
      complete: true,
      people: { bruno: 'Bruno' },
      you: you('anna'),
      now: AT,
    });
    expect(drawn).toMatchObject({
      standing: { at: 'opening' },
      ready: true,
      people: { bruno: 'Bruno' },
      heardAt: AT,
      keeping: true,
      proof: 'unproven',
      redactedOwn: [],
    });
    const bare = initialState(tiny.empty());
    expect(bare).toMatchObject({ ready: false, you: null, heardAt: 0 });
    expect(bare.people).toEqual({});
  });

  it('[Y08] goes on from the saved state, whoever it was saved for, where the page knows nobody', () => {
    const last = { confirmed: folded(fact(1, 't1')), people: {}, you: null, heardAt: AT, rev: 4 };
    const d = new Hand().on({ type: 'opened', last, kept }).on({ type: 'up' });
    expect(d.all('hello')).toMatchObject([{ hello: { since: 1, people: 4 } }]);
    const drawn = new Hand();
    drawn.state = initialState(tiny.empty(), { complete: false, people: {}, you: you('anna'), now: AT });
    drawn.on({ type: 'opened', last, kept }).on({ type: 'up' });
    expect(drawn.all('hello')).toMatchObject([{ hello: { since: null } }]);
  });

  it('[Y17] only a seat that this device had is taken again', () => {
    const nobody = new Hand({ takesSeat: true }).live({ you: you(''), returning: 'anna' });
    expect([nobody.all('takeSeat'), nobody.state.standing.at]).toEqual([[], 'live']);
    const d = new Hand({ takesSeat: true }).live().on({ type: 'down' }).on({ type: 'up' });
    d.welcomed({ you: you(''), returning: 'anna' });
    const stale = { type: 'seated' as const, attempt: d.attempt - 1, welcome: welcome({}) };
    expect(d.on({ ...stale, outcome: 'seated' }).effects).toEqual([]);
  });

  it('[Y09] an actor completes a report only where a link has opened it', () => {
    expect(actorOf(null)).toBeNull();
    expect(actorOf(you(''))).toBeNull();
    const bare = actorOf(you('anna'));
    expect(bare).toEqual({ id: 'anna', role: 'participant', seat: 'anna' });
    expect('completes' in bare!).toBe(false);
    expect(actorOf({ ...you('link'), completes: 't1' })).toMatchObject({ completes: 't1' });
  });
});
