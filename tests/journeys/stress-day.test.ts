import { describe, expect, it } from 'vitest';
import { stressDay } from '../hall/stress/run';

describe('the stress day of the domain reference, small', () => {
  it('[I2] [I7] [E02] [E14] [E18] [E19] twenty people lose the link, then the server, and nothing they were told is lost', async () => {
    const { claims, refusals } = await stressDay(20, 3000, 2014, { gone: 1500, back: 500 });
    expect(claims.filter((c) => !c.holds && !c.timed)).toEqual([]);
    expect(refusals['proposeTopic: blank_text']).toBe(1);
  });
});
