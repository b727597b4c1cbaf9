/** The contents of /healthz and /metrics, and who may read them. */
import { afterEach, expect, it } from 'vitest';
import type { Replica } from '@/client/replica/replica';
import type { Gathering } from '@/domain/gathering/state';
import { readConfig } from '@/server/config';
import { createMetrics } from '@/server/diagnostics/metrics';
import { EventLoopDelay } from '@/server/diagnostics/event-loop-delay';
import { owner } from '../harm/terms';
import { device, join_, openSpace, type TestHouse, testHouse, until } from './house';

const SECRET = 'a-secret-of-enough-signs';
let house: TestHouse | null = null;
const phones: Replica<Gathering>[] = [];
afterEach(async () => {
  for (const p of phones.splice(0)) p.close();
  await house?.close();
  house?.remove();
  house = null;
});

const read = (url: string, authorization?: string) =>
  fetch(`${url}/metrics`, authorization ? { headers: { authorization } } : {});

it('is not there when nobody was named who may read it', async () => {
  house = await testHouse();
  expect((await read(house.url)).status).toBe(404);
  expect((await read(house.url, 'Bearer ')).status).toBe(404);
  expect((await read(house.url, 'Bearer undefined')).status).toBe(404);
});

it('opens to the bearer of the secret alone', async () => {
  house = await testHouse(undefined, 0, { metrics: createMetrics(SECRET) });
  const statuses = [undefined, 'Bearer ', `Bearer ${SECRET}x`, SECRET].map(
    async (said) => (await read(house?.url ?? '', said)).status,
  );
  expect(await Promise.all(statuses)).toEqual([404, 404, 404, 404]);
  const answer = await read(house.url, `Bearer ${SECRET}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('text/plain');
});

it('refuses to start with a secret that is quickly guessed', () => {
  expect(() => readConfig({ CERCHI_METRICS: 'short' })).toThrow('CERCHI_METRICS');
  expect(readConfig({ CERCHI_METRICS: SECRET }).metricsSecret).toBe(SECRET);
  expect(readConfig({}).metricsSecret).toBeNull();
});

it('counts connections, rooms, commits and refusals, and tells nothing of who or what was said', async () => {
  house = await testHouse(undefined, 0, { metrics: createMetrics(SECRET) });
  const row = await openSpace(house);
  const anna = await join_(house.url, 'PROVA', 'Annalisa Bevilacqua');
  const phone = device(house.url, 'PROVA', anna.cookie);
  phones.push(phone);
  await until('in', () => phone.snapshot().link === 'live');
  phone.ask('proposeTopic', { topic: 'topic-one', title: 'Chi cura chi cura?' });
  await until('answered', () => phone.snapshot().outbox.length === 0);
  const stream = house.streams.gathering(row);
  await stream.submit({ id: 'phase-one-id', type: 'changePhase', ask: { phase: 'closing' } }, owner);
  await until('told', () => phone.snapshot().confirmed.phase === 'closing');
  const guest = device(house.url, 'NIENTE', null);
  phones.push(guest);
  await until('refused', () => guest.snapshot().shut !== null);

  const text = await (await read(house.url, `Bearer ${SECRET}`)).text();
  const value = (name: string) => {
    const line = text.split('\n').find((l) => l.startsWith(`${name} `));
    return line === undefined ? undefined : Number(line.split(' ')[1]);
  };
  expect(value('cerchi_connections')).toBe(2);
  expect(value('cerchi_rooms_awake{kind="gathering"}')).toBe(1);
  expect(value('cerchi_rooms_awake{kind="path"}')).toBe(0);
  expect(value('cerchi_facts_total')).toBe(stream.seq);
  expect(value('cerchi_commit_seconds_count')).toBeGreaterThan(0);
  expect(value('cerchi_command_seconds_count')).toBe(1);
  expect(value('cerchi_refusals_total{refused="unknown_code"}')).toBe(1);
  expect(value('cerchi_turn_max_seconds')).toBeGreaterThanOrEqual(0);
  expect(value('cerchi_copy_age_seconds')).toBeUndefined();
  for (const secret of ['Annalisa', 'cura', anna.seat, 'topic-one', 'PROVA', SECRET])
    expect(text).not.toContain(secret);
});

it('sees a turn that held everybody up', async () => {
  const monitor = new EventLoopDelay();
  // The first beat starts the measurement: a turn before it is not seen, so there are several.
  for (let i = 0; i < 20 && monitor.read().max < 110; i++) {
    await new Promise((r) => setTimeout(r, 20));
    const end = performance.now() + 120;
    while (performance.now() < end);
    await new Promise((r) => setTimeout(r, 20));
  }
  // A beat may have been due a little before the work began.
  expect(monitor.read().max).toBeGreaterThanOrEqual(110);
  monitor.stop();
});

it('tells of a long turn in its minute and in the next, and then no more', () => {
  const beats = { count: 1, max: 125e6, percentile: () => 25e6, reset: () => {}, enable: on, disable: on };
  const monitor = new EventLoopDelay(beats);
  expect(monitor.read()).toEqual({ p99: 20, max: 120 });
  monitor.next();
  Object.assign(beats, { max: 6e6, percentile: () => 5e6 });
  expect(monitor.read()).toEqual({ p99: 20, max: 120 });
  monitor.next();
  expect(monitor.read()).toEqual({ p99: 0, max: 1 });
  monitor.stop();
});
const on = () => true;
