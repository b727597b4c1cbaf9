/** The hellos of one connection: in turn, at a limited rate. */
import { describe, expect, it } from 'vitest';
import { HelloQueue } from '@/server/sockets/hello-queue';

const MB = 1024 * 1024;

describe('hellos of one line', () => {
  type Line = { id: string; data: { hellos?: { last: Promise<void>; waiting: number } } };

  it('are answered one after the other, and no more than a few wait', async () => {
    const queue = new HelloQueue<Line>(
      100,
      () => 0,
      () => null,
    );
    const line: Line = { id: 'line-1', data: {} };
    let [running, most] = [0, 0];
    const welcome = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((done) => setTimeout(done, 5));
      running -= 1;
      return 'welcome';
    };
    const answers = await Promise.all(Array.from({ length: 20 }, () => queue.run(line, welcome)));
    expect(most).toBe(1);
    expect(answers.filter((a) => a === 'welcome')).toHaveLength(4);
    expect(answers.filter((a) => typeof a === 'object' && a.refused === 'too_fast')).toHaveLength(16);
    expect(await queue.run(line, welcome)).toBe('welcome');
  });

  it('are paced, wait while the line has much unread, and are put off while memory is short', async () => {
    const state = { unread: 0, shed: null as number | null };
    const queue = new HelloQueue<Line>(
      3,
      () => state.unread,
      () => state.shed,
    );
    const line: Line = { id: 'line-2', data: {} };
    const welcome = async () => 'welcome';
    state.shed = 4000;
    expect(await queue.run(line, welcome)).toMatchObject({ refused: 'busy', detail: { ms: 4000 } });
    state.shed = null;
    state.unread = MB;
    const waits = queue.run(line, welcome);
    setTimeout(() => {
      state.unread = 0;
    }, 150);
    expect(await waits).toBe('welcome');
    await queue.run(line, welcome);
    await queue.run(line, welcome);
    expect(await queue.run(line, welcome)).toMatchObject({ refused: 'too_fast' });
  });

  it('leave nothing of the welcome with the connection, whether it came or failed', async () => {
    const queue = new HelloQueue<Line>(
      100,
      () => 0,
      () => null,
    );
    const line: Line = { id: 'line-3', data: {} };
    expect(await queue.run(line, async () => 'welcome')).toBe('welcome');
    expect(await line.data.hellos?.last).toBeUndefined();
    await expect(queue.run(line, () => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk');
    expect(line.data.hellos?.waiting).toBe(0);
    expect(await queue.run(line, async () => 'again')).toBe('again');
  });
});
