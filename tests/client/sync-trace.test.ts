/** The trace that a person copies from their phone: it lists what the sync machine did, and none of their words. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { initialState, type SyncEffect, type SyncEvent, type SyncState } from '@/client/sync/state';
import { packed } from '@/protocol/packed-facts';
import { traceStep, traceText } from '@/client/sync/sync-trace';
import { phone, seated } from './fake-wire';
import { command, fact, welcome } from './hand';

afterEach(() => vi.unstubAllGlobals());

async function traced(search: string) {
  vi.resetModules();
  vi.stubGlobal('location', { search });
  return import('@/client/sync/sync-trace');
}

it('[Y15] each step is a line: the event, where the device stands, the effects; no text that was written', async () => {
  const { traceStep, traceText, TRACING } = await traced('?traccia');
  expect(TRACING).toBe(true);
  const room = seated('seat-anna');
  const anna = phone(room, 'seat-anna', undefined, { trace: traceStep });
  anna.wire.connect();
  await anna.wire.flush();
  const id = anna.replica.ask('proposeTopic', { topic: 'topic-0001', title: 'Una cosa che so solo io' });
  await anna.wire.flush();
  anna.wire.cut();
  const lines = traceText().split('\n');
  const of = (what: string) => lines.filter((l) => l.includes(what));
  expect(of('| up |')[0]).toContain('hello 1 since null');
  expect(of('| welcome 1 seq')[0]).toContain('live');
  expect(of(`| asked proposeTopic ${id} |`)[0]).toContain(`persist unsent, send ${id}`);
  expect(of(`| answered ${id}`)).toHaveLength(1);
  expect(lines.at(-1)).toContain('| down | offline');
  expect(traceText()).not.toContain('solo io');
  expect(lines.length).toBeLessThanOrEqual(400);
});

it('is off unless the page was opened with ?traccia', async () => {
  expect((await traced('?poi=io')).TRACING).toBe(false);
});

describe('a line of the trace', () => {
  const AT = Date.UTC(2014, 4, 17, 9, 8, 7, 65);
  type Event = SyncEvent<{ seq: number }>;
  type Effect = SyncEffect<{ seq: number }>;
  const device: SyncState<{ seq: number }> = {
    ...initialState({ seq: 41 }),
    outbox: [{ command: command('c1'), at: AT, seq: null }],
    tries: { c1: 'flying', c2: 'flying' },
  };
  const line = (event: Event, effects: Effect[] = []) => {
    traceStep(event, device, effects, AT);
    return traceText().split('\n').at(-1)?.split(' | ') ?? [];
  };

  it('[Y15] begins with the time, and tells where the device stands and how much it has to send', () => {
    expect(line({ type: 'up' })).toEqual([
      '09:08:07.065',
      'up',
      'opening seq 41 unproven',
      'outbox 1/2',
      '–',
    ]);
  });

  const ok = { ok: true, seq: 7 } as const;
  const refused = { ok: false, refused: 'busy' } as const;
  const hello = { since: 3, answered: ['c1', 'c2'], people: 0 };
  const item = { command: command('c1'), at: AT, seq: null };
  const events: [Event, string][] = [
    [{ type: 'welcome', attempt: 2, welcome: refused, kept: null }, 'welcome 2 busy'],
    [
      {
        type: 'welcome',
        attempt: 2,
        welcome: welcome({ seq: 7, facts: [packed(fact(7, 't'))] }),
        kept: null,
      },
      'welcome 2 seq 7 +1',
    ],
    [
      {
        type: 'welcome',
        attempt: 3,
        welcome: welcome({ seq: 7, state: {}, parted: true, missing: ['c1', 'c2'] }),
        kept: null,
      },
      'welcome 3 seq 7 whole diverged missing 2',
    ],
    [{ type: 'frame', frame: { stream: 's', from: 4, facts: [packed(fact(4, 't'))] } }, 'frame 4+1'],
    [{ type: 'own', facts: [fact(4, 't'), fact(6, 'u')] }, 'own 4 6'],
    [{ type: 'asked', command: command('c1') }, 'asked propose c1'],
    [{ type: 'answered', id: 'c1', answer: ok }, 'answered c1 7'],
    [{ type: 'answered', id: 'c1', answer: refused }, 'answered c1 busy'],
    [{ type: 'timeout', id: 'c1' }, 'timeout c1'],
    [{ type: 'timeout', attempt: 2 }, 'timeout hello 2'],
    [{ type: 'tick', tick: 'save' }, 'tick save'],
    [{ type: 'woke' }, 'woke'],
  ];
  it.each(events)('[Y15] names the event: %o', (event, said) => {
    expect(line(event)[1]).toBe(said);
  });

  const effects: [Effect, string][] = [
    [{ type: 'hello', attempt: 2, hello }, 'hello 2 since 3 asks 2'],
    [{ type: 'send', command: command('c1'), again: false }, 'send c1'],
    [{ type: 'send', command: command('c1'), again: true }, 'send c1 again'],
    [{ type: 'persist', what: 'unsent', item, who: 'anna' }, 'persist unsent'],
    [{ type: 'forget', what: 'refused', id: 'c1', who: 'anna' }, 'forget c1'],
    [{ type: 'schedule', tick: 'send', ms: 500 }, 'schedule send 500'],
    [{ type: 'renew' }, 'renew'],
  ];
  it.each(effects)('[Y15] names the effect: %o', (effect, said) => {
    expect(line({ type: 'up' }, [effect])[4]).toBe(said);
    expect(line({ type: 'up' }, [effect, { type: 'renew' }])[4]).toBe(`${said}, renew`);
  });

  it('[Y15] is kept with the four hundred last ones', () => {
    for (let i = 0; i < 403; i++) traceStep({ type: 'timeout', id: `c${i}` }, device, [], AT + i);
    const lines = traceText().split('\n');
    expect([lines.length, lines[0], lines.at(-1)]).toEqual([
      400,
      expect.stringContaining('timeout c3 '),
      expect.stringContaining('timeout c402 '),
    ]);
  });
});
