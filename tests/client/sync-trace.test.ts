/** The trace that a person copies from their phone: it lists what the sync machine did, and none of their words. */
import { afterEach, expect, it, vi } from 'vitest';
import { phone, seated } from './fake-wire';

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
