/** Commands a second that a hall of phones can send while every phone receives each within a quarter second. */
import type { Fired } from '../crowd';
import type { Group, Run } from '../figure';
import { stand, type Which } from '../stand';

const PHONES = 500;
const WITHIN = 250;
const ROOF = 24_000;

type Highest = { rate: number; p99: number; answer: number; trials: Record<string, number> };

type Turn = <T>(act: () => Promise<T>) => Promise<T>;
/** One at a time, in order: the three searches run side by side, so a busy machine is busy for all of them. */
function turns(): Turn {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const mine = last.then(act);
    last = mine.catch(() => {});
    return mine;
  };
}

/** The highest rate of commands at which the last phone still receives in time: doubled until not, then bisected. */
function highest(which: Which, from: number, quick: boolean, turn: Turn): Promise<Highest> {
  return stand(
    which,
    PHONES,
    async ({ crowd }) => {
      const seconds = quick ? 1.5 : 3;
      const trials: Record<string, number> = {};
      let best: Highest = { rate: 0, p99: 0, answer: 0, trials };
      const once = async (rate: number): Promise<boolean> => {
        const f = await turn(() => crowd.ask<Fired>('fire', { rate, seconds }));
        const p99 = f.unheard > 0 ? Number.POSITIVE_INFINITY : f.last.p99;
        trials[rate] = Math.min(trials[rate] ?? Number.POSITIVE_INFINITY, Math.round(p99));
        if (f.refused > 0 || p99 > WITHIN) return false;
        if (rate > best.rate) best = { rate, p99, answer: f.answer.p99, trials };
        return true;
      };
      // Twice, so that a hiccup of the machine does not decide; the same for all three.
      const holds = async (rate: number): Promise<boolean> => (await once(rate)) || once(rate);
      await turn(() => crowd.ask('fire', { rate: from, seconds: 1 }));
      let low = 0;
      let high = from;
      // On a machine with no time to spare even the first rate may be too much.
      while (high > 4 && !(await holds(high))) high = Math.round(high / 2);
      while (high <= ROOF && (await holds(high))) {
        low = high;
        high *= 2;
      }
      for (let i = 0; i < (quick ? 2 : 4) && low > 0 && high <= ROOF; i++) {
        const middle = Math.round(Math.sqrt(low * high));
        if (await holds(middle)) low = middle;
        else high = middle;
      }
      return best;
    },
    { pace: 1_000_000 },
  );
}

export const fanout: Group = {
  rows: [
    {
      key: 'fanout_vs_naive',
      what: 'commands a second heard by 500 phones within 250 ms',
      against: 'bare Socket.IO, an emit per message, nothing kept',
      target: { at: 'least', value: 5 },
    },
    {
      key: 'fanout_vs_ideal',
      what: 'the same',
      against: 'frames and group commit without a domain',
      target: { at: 'least', value: 0.8 },
    },
  ],
  async run(quick) {
    const turn = turns();
    const [naive, ours, ideal] = await Promise.all([
      highest('naive', 20, quick, turn),
      highest('ours', 100, quick, turn),
      highest('ideal', 100, quick, turn),
    ]);
    const curve = ({ trials }: Highest) =>
      Object.entries(trials).flatMap(([rate, ms]): [number, number][] =>
        Number.isFinite(ms) ? [[Number(rate), ms]] : [],
      );
    const curves = { naive: curve(naive), ideal: curve(ideal), ours: curve(ours) };
    const row = (base: Highest): Run => ({
      curves,
      ratio: ours.rate / base.rate,
      ours: ours.rate,
      baseline: base.rate,
      unit: '/s',
      more: { ours_p99_ms: ours.p99, baseline_p99_ms: base.p99, ours_answer_p99_ms: ours.answer },
    });
    return { fanout_vs_naive: row(naive), fanout_vs_ideal: row(ideal) };
  },
};
