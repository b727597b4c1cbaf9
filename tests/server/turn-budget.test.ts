/** Large answers over the turns of the event loop. */
import { describe, expect, it } from 'vitest';
import { TurnBudget } from '@/server/sockets/turn-budget';

const MB = 1024 * 1024;

describe('large answers', () => {
  it('are one in each turn of the loop once a turn has sent enough', async () => {
    const turns: (() => void)[] = [];
    const budget = new TurnBudget((turn) => turns.push(turn));
    const sent: number[] = [];
    const send = async (n: number, bytes: number) => {
      await budget.room();
      sent.push(n);
      budget.spend(bytes);
    };
    const settled = () => new Promise((done) => setImmediate(done));
    await send(0, 100);
    await send(1, 1 * MB);
    const rest = [2, 3, 4].map((n) => send(n, n === 3 ? 100 : 1 * MB));
    const after: number[][] = [];
    for (let turn = 0; turn < 5; turn++) {
      await settled();
      after.push([...sent]);
      turns.shift()?.();
    }
    await Promise.all(rest);
    expect(after).toEqual([
      [0, 1],
      [0, 1, 2],
      [0, 1, 2, 3],
      [0, 1, 2, 3, 4],
      [0, 1, 2, 3, 4],
    ]);
    await send(5, 100);
    expect(sent.at(-1)).toBe(5);
  });
});
