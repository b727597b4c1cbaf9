/** When the states of streams are stored: in quiet moments, later after the disk refused, and at a clean stop. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { scheduleStates } from '@/server/streams/state-schedule';
import type { Streams } from '@/server/streams/streams';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function scheduled() {
  const said: unknown[] = [];
  const asked: string[] = [];
  const disk = { full: false, left: 0 };
  let load: () => void = () => {};
  const loaded = new Promise<void>((done) => (load = done));
  const streams: Pick<Streams, 'checkRest' | 'storeOne'> = {
    checkRest: async () => void asked.push('check'),
    storeOne: async (facts, quiet) => {
      asked.push(`store ${facts} ${quiet}`);
      if (disk.full) throw new Error('full');
      disk.left -= 1;
      return disk.left >= 0;
    },
  };
  const s = scheduleStates(streams as Streams, loaded, (what, error) => said.push([what, error]));
  const pass = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    return asked.splice(0);
  };
  return { ...s, said, disk, load: () => load(), pass };
}
const REFUSED = ['a state could not be stored; the next start folds more of the log', new Error('full')];

describe('the states of streams', () => {
  it('are looked at every five seconds, once all are loaded', async () => {
    const s = scheduled();
    expect(await s.pass(20_000)).toEqual([]);
    s.load();
    expect(await s.pass(4999)).toEqual([]);
    expect(await s.pass(1)).toEqual(['check', 'store 500 1500']);
    expect(await s.pass(10_000)).toEqual(['check', 'store 500 1500', 'check', 'store 500 1500']);
    s.stop();
    expect(await s.pass(10_000)).toEqual([]);
  });

  it('are tried again ten minutes after the disk refused one', async () => {
    const s = scheduled();
    s.load();
    s.disk.full = true;
    expect(await s.pass(5000)).toEqual(['check', 'store 500 1500']);
    expect(s.said).toEqual([REFUSED]);
    s.disk.full = false;
    expect(await s.pass(595_000)).toEqual(Array.from({ length: 119 }, () => 'check'));
    expect(await s.pass(5000)).toEqual(['check', 'store 500 1500']);
    s.stop();
  });

  it('are all stored at a clean stop, for three seconds at most', async () => {
    const s = scheduled();
    s.stop();
    s.disk.left = 2;
    await s.storeAll();
    expect(await s.pass(0)).toEqual(['store 500 0', 'store 500 0', 'store 500 0']);
    s.disk.left = 9;
    const clock = vi.spyOn(performance, 'now');
    for (const at of [1000, 1000, 3999, 4000]) clock.mockReturnValueOnce(at);
    await s.storeAll();
    expect(await s.pass(0)).toEqual(['store 500 0', 'store 500 0']);
    s.disk.full = true;
    await s.storeAll();
    expect(s.said).toEqual([REFUSED]);
  });
});
