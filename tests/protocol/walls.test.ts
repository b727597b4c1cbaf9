/** Messages about walls are stored nowhere, so their shape is all that guards them. */
import { describe, expect, it } from 'vitest';
import { WallOrder, WallReport, WallWatch } from '@/protocol/walls';
import { CommandMessage, Hello } from '@/protocol/wire';

const report = { code: 'DEMO', name: 'Ingresso', sound: 'on', awake: 'off', scene: 'now' };
const order = (what: unknown) => ({ code: 'DEMO', wall: null, order: what });

describe('a message about walls', () => {
  it('is a report of known states, named or not yet, and nothing more', () => {
    expect(WallReport.parse(report)).toEqual(report);
    expect(WallReport.parse({ ...report, name: null }).name).toBeNull();
    for (const wrong of [
      {},
      { ...report, sound: 'loud' },
      { ...report, awake: 'yes' },
      { ...report, code: 'x'.repeat(41) },
      { ...report, scene: 'x'.repeat(41) },
      { ...report, number: 1 },
    ])
      expect(WallReport.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
  });

  it('is an order to test the sound or to take a name, of one wall or of all', () => {
    expect(WallOrder.parse(order({ what: 'try' })).order).toEqual({ what: 'try' });
    expect(WallOrder.parse({ ...order({ what: 'try' }), wall: 'w1' }).wall).toBe('w1');
    expect(WallOrder.parse(order({ what: 'rename', name: 'Sala' })).order).toEqual({
      what: 'rename',
      name: 'Sala',
    });
    for (const wrong of [{}, { what: 'explode' }, { what: 'rename' }, { what: 'try', name: 'Sala' }])
      expect(WallOrder.safeParse(order(wrong)).success, JSON.stringify(wrong)).toBe(false);
    expect(WallOrder.safeParse({ ...order({ what: 'try' }), wall: 'x'.repeat(41) }).success).toBe(false);
    expect(WallOrder.safeParse({}).success).toBe(false);
  });

  it('is a watch over one gathering', () => {
    expect(WallWatch.parse({ code: 'DEMO' })).toEqual({ code: 'DEMO' });
    expect(WallWatch.safeParse({}).success).toBe(false);
    expect(WallWatch.safeParse({ code: 'DEMO', more: 1 }).success).toBe(false);
  });
});

describe('a message of a device', () => {
  const hello = { protocol: 3, code: 'DEMO', surface: 'phone', since: null };

  it('is a hello that says from where it goes on, and what it would have proven', () => {
    expect(Hello.parse(hello)).toMatchObject({ since: null, answered: [], people: 0 });
    for (const wrong of [
      { ...hello, surface: 'fridge' },
      { ...hello, since: -1 },
      { ...hello, people: -1 },
      { ...hello, code: 'x'.repeat(41) },
      { ...hello, answered: Array.from({ length: 301 }, (_, i) => `command-${i}`) },
      { ...hello, more: 1 },
    ])
      expect(Hello.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
  });

  it('is a command, resubmitted or not, with nothing beside it', () => {
    const command = { code: 'DEMO', command: { id: 'command-1', type: 'moveTo', ask: { to: null } } };
    expect(CommandMessage.safeParse(command).success).toBe(true);
    expect(CommandMessage.parse({ ...command, again: true }).again).toBe(true);
    for (const wrong of [{ ...command, again: false }, { ...command, by: 'seat-x' }, { code: 'DEMO' }])
      expect(CommandMessage.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
  });
});
