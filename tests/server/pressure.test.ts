import { afterEach, describe, expect, it, vi } from 'vitest';
import { Pressure } from '@/server/pressure';
import { device, join_, openSpace, testHouse, until } from './house';

afterEach(() => vi.useRealTimers());

describe('pressure', () => {
  it('is felt when the turns of this process come late, also within a turn, and passes', () => {
    vi.useFakeTimers();
    let now = 0;
    const pressure = new Pressure(() => now);
    now = 250;
    vi.advanceTimersByTime(250);
    expect(pressure.wait()).toBeNull();
    now = 5500;
    expect(pressure.wait()).toBeGreaterThanOrEqual(1000);
    vi.advanceTimersByTime(250);
    expect(pressure.wait()).toBeGreaterThanOrEqual(1000);
    now += 250;
    vi.advanceTimersByTime(250);
    expect(pressure.wait()).toBeNull();
    pressure.stop();
  });

  it('[E19] who writes into a hall that cannot keep up is told to wait a moment, and loses nothing', async () => {
    const house = await testHouse();
    await openSpace(house);
    const { cookie } = await join_(house.url, 'PROVA', 'Anna');
    const phone = device(house.url, 'PROVA', cookie);
    await until('in', () => phone.snapshot().link === 'live');
    const told: unknown[] = [];
    phone.subscribe(() => told.push(phone.snapshot().patience?.refused));
    phone.ask('proposeTopic', { topic: 'topic-one', title: 'con calma' });
    // The whole process is busy with something else for a while.
    const end = Date.now() + 4600;
    while (Date.now() < end);
    await until('it was asked to wait', () => told.includes('busy'));
    expect(phone.delivery('topic-one')).toBe('saved');
    await until('it has arrived', () => phone.delivery('topic-one') === 'seen', 15_000);
    expect(phone.snapshot().patience).toBeNull();
    phone.close();
    await house.close();
    house.remove();
  }, 30_000);
});
