/** Assertions at the end of the stress day, on the log on disk and on every device. */
import { isDeepStrictEqual } from 'node:util';
import type { Gathering } from '@/domain/gathering/state';
import type { Verdict } from '@/server/upkeep/verify';
import { openStore } from '@/server/database/sqlite-store';
import type { StressDay } from './day';
import type { StressHall } from './hall';
import type { Plan } from './plan';

/** `timed`: it depends on this machine as much as on the program. */
export type Claim = { claim: string; holds: boolean; found: string; timed?: boolean };
const p95 = (xs: readonly number[]): number =>
  [...xs].sort((a, b) => a - b)[Math.max(0, Math.ceil(xs.length * 0.95) - 1)] ?? 0;
const sum = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0);

/** The lines of the log, read past the server. */
export type ReadLines = () => Promise<{ cmd: string; type: string }[]>;

export const linesOfFile =
  (file: string): ReadLines =>
  async () => {
    const store = openStore(file, { mustExist: true });
    const rows = store.$client.prepare('SELECT cmd, type FROM facts').all();
    store.$client.close();
    return rows as { cmd: string; type: string }[];
  };

/** How often each command id occurs, and how many facts of a type. */
async function readLog(read: ReadLines) {
  const rows = await read();
  const commands = new Map<string, number>();
  for (const { cmd } of rows) commands.set(cmd, (commands.get(cmd) ?? 0) + 1);
  return { commands, of: (type: string): number => rows.filter((r) => r.type === type).length };
}

export async function claims(
  hall: StressHall,
  day: StressDay,
  plan: Plan,
  read: ReadLines,
): Promise<Claim[]> {
  // The last fact of a concluded day is the server's own: authors are forgotten.
  let verdict = await verdictOf(hall);
  for (const end = Date.now() + 60_000; verdict.whole.forgottenAt === null && Date.now() < end; ) {
    await new Promise((r) => setTimeout(r, 50));
    verdict = await verdictOf(hall);
  }
  const { whole } = verdict;
  const everyone = hall.everyone();
  await settled(() => everyone.every((p) => p.waiting === 0 && p.seq === whole.seq));
  await settled(() => hall.walls.every((w) => w.snapshot().confirmed.seq === whole.seq));
  const log = await readLog(read);
  const logged = log.commands;
  const out: Claim[] = [];
  const say = (claim: string, holds: boolean, found: unknown): void =>
    void out.push({ claim, holds, found: String(found) });
  const equal = (claim: string, found: number, wanted: number): void =>
    say(claim, found === wanted, `${found} of ${wanted}`);

  const answered = everyone.flatMap((p) => p.answered);
  const lost = answered.filter((id) => !logged.has(id)).length;
  const doubled = [...logged.values()].filter((n) => n > 1).length;
  say('nothing answered is lost', lost === 0, `${lost} of ${answered.length} answered`);
  say('nothing is there twice', doubled === 0, `${doubled} of ${logged.size} command ids`);
  const waiting = sum(everyone.map((p) => p.waiting));
  say('every outbox is empty', waiting === 0, `${waiting} still waiting`);
  const behind = everyone.filter((p) => p.seq !== whole.seq).length;
  say('every device has heard to the last fact', behind === 0, `${behind} of ${everyone.length} behind`);
  const snapshot = JSON.parse(verdict.public) as unknown;
  const same = hall.walls.filter((w) => isDeepStrictEqual(plain(w.snapshot().confirmed), snapshot)).length;
  equal('every wall holds what the room holds', same, plan.walls);
  say('who wrote what is forgotten at the conclusion', whole.forgottenAt !== null, whole.forgottenAt);
  const wrong = verdict.wrong.flatMap((v) => v.wrong);
  say(
    'the log folds to the live state and its invariants hold',
    wrong.length === 0,
    wrong.join('; ') || 'yes',
  );

  const cells = Object.values(whole.sessions)
    .filter((s) => s.state !== 'cancelled')
    .map((s) => `${s.slot} ${s.space}`);
  equal('[I2] each cell has one circle', new Set(cells).size, cells.length);
  equal(
    '[E02] of those who raced for a cell, one each won',
    day.told.races.won,
    Math.min(plan.raceCells, plan.racers),
  );
  equal('[E02] the others were shown free cells', day.told.races.withAlternatives, day.told.races.lost);
  const overQuota = Object.values(whole.private).filter(
    (p) => sum(Object.values(p.dots)) > plan.quota,
  ).length;
  say('[I7] nobody has more dots than the quota', overQuota === 0, `${overQuota} over`);

  equal('people', whole.people, plan.people);
  equal('topics', whole.topicOrder.length, plan.topics);
  const standing = (s: string): number => Object.values(whole.topics).filter((t) => t.standing === s).length;
  equal('merged', standing('merged'), plan.merges);
  equal('withdrawn', standing('withdrawn'), plan.withdrawn);
  equal('circles', cells.length, plan.sessions);
  equal('interests', log.of('interestMarked'), plan.interests);
  equal('notes', Object.keys(whole.notes).length, plan.notes);
  const dots = sum(Object.values(whole.voting.totals).map((t) => t.phone));
  equal('dots', dots, plan.dots);
  const reports = Object.values(whole.reports).filter((r) => r.publishedAt !== null);
  equal('reports on time', reports.filter((r) => r.completedAt === null).length, plan.onTime);
  equal('reports late', reports.filter((r) => r.completedAt !== null).length, plan.late);
  equal('reports never written', plan.held - reports.length, plan.never);

  const within = (claim: string, xs: readonly number[]): void => {
    const at = p95(xs);
    out.push({ claim, holds: at < 2000, found: `${at.toFixed(0)} ms, ${xs.length} times`, timed: true });
  };
  within('a topic is on every board within 2 s (p95)', hall.boards);
  within('the board is there within 2 s of coming in (p95)', hall.arrivals);
  say('coming back after the cut and the fall (p95)', true, `${p95(hall.returns).toFixed(0)} ms`);
  return out;
}

const verdictOf = (hall: StressHall) =>
  hall.server.ask<{ public: string; whole: Gathering; wrong: Verdict[] }>('verdict', { code: hall.code });

const plain = (x: unknown): unknown => JSON.parse(JSON.stringify(x));

async function settled(so: () => boolean): Promise<void> {
  const end = Date.now() + 60_000;
  while (!so() && Date.now() < end) await new Promise((r) => setTimeout(r, 50));
}
