/** npm run -s harm -- crash|power|disk|postgres|chaos: everything that could lose words is done on purpose, and counted. */
import { parseArgs } from 'node:util';
import { live } from './chaos';
import { TROUBLES, troubleDisk } from './disk';
import { type Careless, cutPower } from './power';
import { besiegeWithJunk } from './hostile';
import { rush } from './rush';
import { besiegeBySlow } from './slow';
import { noShim } from './shim';
import { passThrough } from './proxy';
import { noPostgres } from './region/database-server';
import { DATABASE_TROUBLES, troubleDatabase } from './region/database-troubles';
import { BLOWS, besiegeRegion } from './region/region-siege';
import { putBackOlder } from './restored';
import { besiege } from './siege';
import { keepVersion } from './versions';

const HELP = `harm — does on purpose what could lose somebody's words

  crash --kills 200    the server is killed (SIGKILL) at random moments while people write
  power --cuts 100     the power is cut: what the disk was not asked to sync is gone, or torn
                       (--careless normal|early: a build that must be found out)
  disk                 the disk is full, read-only, slow, gone, while people write

  chaos --seeds 1000   a thousand bad days: links that drop, delay, halve and reorder, minutes without
                       network, tabs closed and reopened, clocks an hour wrong, two devices on a seat

  postgres --times 50  two processes on PostgreSQL: the owner is killed, frozen, or cut off from the database, or the
                       database fails over to a replica (--blow crash|freeze|split|failover for one of these,
                       --careless unwatched|unfenced: a build that must be found out)
  database --seconds 60  two processes on PostgreSQL, which is slow, full, read-only, silent and gone while people write
                       (--trouble slow|full|read-only|silent|gone for one of these)

  proxy --seeds 30     real phones through a network that drops, delays, slices, goes half open, refuses and swallows

  restore --times 10   a copy is made while people write, more is written, the copy is put back, and phones return

  rush --joins 2000    a hall joins from one address in a minute while somebody there guesses codes
  slow --lines 1000    lines that ask and do not read, for --seconds 120, beside people who work
  keep NAME            keeps the data folder this version writes, for later versions to be held to

  hostile --count 50000  messages and requests that nobody honest sends: answered, and nothing has changed

  --seed N   another course of events     --json   the figures on the last line
Exit codes: 0 nothing lost · 1 something is wrong · 2 usage`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string', default: '200' },
    seeds: { type: 'string' },
    joins: { type: 'string', default: '2000' },
    lines: { type: 'string', default: '1000' },
    seconds: { type: 'string' },
    trouble: { type: 'string' },
    count: { type: 'string', default: '50000' },
    times: { type: 'string' },
    blow: { type: 'string' },
    cuts: { type: 'string', default: '100' },
    careless: { type: 'string' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});

function show(figures: Record<string, unknown>, wrong: string[]): number {
  for (const w of wrong.slice(0, 40)) console.log(`WRONG ${w}`);
  if (wrong.length > 40) console.log(`WRONG … and ${wrong.length - 40} more`);
  if (values.json) console.log(JSON.stringify(figures));
  else
    console.log(
      Object.entries(figures)
        .map(([k, v]) => `${v} ${k}`)
        .join(', '),
    );
  return wrong.length > 0 ? 1 : 0;
}

const HARMS: Record<string, () => Promise<number>> = {
  async crash() {
    const kills = Number(values.kills);
    const { wrong, ...figures } = await besiege({
      blows: kills,
      seed: Number(values.seed),
      said: (line) => console.log(line),
    });
    return show({ kills, ...figures }, wrong);
  },
};

/** Number of cuts after which a careless build must have shown itself. */
const PROOF = 4;

HARMS.power = async () => {
  const cannot = noShim();
  if (cannot) {
    console.error(cannot);
    return 2;
  }
  const said = (line: string) => console.log(line);
  const [cuts, seed] = [Number(values.cuts), Number(values.seed)];
  if (values.careless) {
    const { wrong, ...figures } = await cutPower({ cuts, seed, careless: values.careless as Careless, said });
    return show({ cuts, ...figures }, wrong);
  }
  const { wrong, ...figures } = await cutPower({ cuts, seed, said });
  const found: Record<string, number> = {};
  for (const careless of ['normal', 'early'] as const) {
    const { lost } = await cutPower({ cuts: PROOF, seed, people: 8, careless });
    console.log(`a build that is careless (${careless}) loses ${lost} in ${PROOF} cuts`);
    if (lost === 0) wrong.push(`the harness did not notice a build that is careless (${careless})`);
    found[careless] = lost;
  }
  return show({ cuts, ...figures, careless: found }, wrong);
};

HARMS.disk = async () => {
  const cannot = noShim();
  if (cannot) {
    console.error(cannot);
    return 2;
  }
  const { wrong, recovered, ...figures } = await troubleDisk(Number(values.seed));
  return show({ troubles: TROUBLES.length, recovered: recovered.length, ...figures }, wrong);
};

const sorted = (ms: readonly number[]): number[] => [...ms].sort((a, b) => a - b);

HARMS.postgres = async () => {
  if (noPostgres) {
    console.error(noPostgres);
    return 2;
  }
  const said = (line: string) => console.log(line);
  const [times, seed] = [Number(values.times ?? 50), Number(values.seed)];
  const chosen = BLOWS.filter((b) => !values.blow || values.blow === b);
  const wrong: string[] = [];
  const figures: Record<string, unknown> = { times };
  if (!values.careless)
    for (const blow of chosen) {
      const found = await besiegeRegion({ blow, times, seed, said });
      const { wrong: so, past, againMs, ...counts } = found;
      if (past > 0) wrong.push(`${blow}: a replaced owner answered ${past} times`);
      wrong.push(...so.map((w) => `${blow}: ${w}`));
      const ms = sorted(againMs);
      const again = { p50: ms[ms.length >> 1], p95: ms[Math.floor(ms.length * 0.95)], max: ms.at(-1) };
      console.log(`${blow}: ${JSON.stringify({ ...counts, past, again })}`);
      figures[blow] = { ...counts, past, again };
    }
  for (const careless of ['unwatched', 'unfenced'] as const) {
    // One blow alone is asked for to see its figures.
    if (values.careless ? values.careless !== careless : values.blow) continue;
    const { answered, lost, duplicated, past } = await besiegeRegion({
      ...{ blow: chosen.includes('freeze') ? 'freeze' : 'split', times: PROOF, seed, people: 8 },
      careless,
    });
    console.log(
      `a build that is careless (${careless}), ${PROOF} times: ${answered} answered, ${lost} lost, ${duplicated} doubled, ${past} answers of a replaced owner`,
    );
    if (lost + duplicated + past === 0)
      wrong.push(`the harness did not notice a build that is careless (${careless})`);
  }
  return show(values.json ? figures : { times }, wrong);
};

HARMS.database = async () => {
  const cannot = noPostgres ?? noShim();
  if (cannot) {
    console.error(cannot);
    return 2;
  }
  const { wrong, figures, ...counts } = await troubleDatabase({
    seed: Number(values.seed),
    lastMs: 1000 * Number(values.seconds ?? 60),
    troubles: DATABASE_TROUBLES.filter((t) => !values.trouble || values.trouble === t),
  });
  for (const [trouble, so] of Object.entries(figures)) console.log(`${trouble}: ${JSON.stringify(so)}`);
  return show({ ...counts, ...(values.json ? figures : {}) }, wrong);
};

HARMS.keep = async () => {
  const [, name] = positionals;
  if (!name) return 2;
  await keepVersion(name);
  return 0;
};

HARMS.chaos = async () => {
  const [seeds, first] = [Number(values.seeds ?? 1000), Number(values.seed)];
  const failing: number[] = [];
  const wrong: string[] = [];
  for (let i = 0; i < seeds; i++) {
    const seed = first + i;
    // Every other day older copies are restored too.
    const found = await live(seed, seed % 2 === 0);
    if (found.length > 0) {
      failing.push(seed);
      wrong.push(...found.map((w) => `seed ${seed}: ${w}`));
    }
    if ((i + 1) % 100 === 0) console.log(`${i + 1} of ${seeds}, ${failing.length} failing`);
  }
  return show({ seeds, failing: failing.length }, wrong);
};

/** A growth above this between a fifth of it and the end means that the server keeps strangers' input. */
const GROWN_MB = 32;

HARMS.hostile = async () => {
  const { changed, refusals, ...figures } = await besiegeWithJunk({
    count: Number(values.count),
    seed: Number(values.seed),
  });
  const wrong = changed.map((code) => `${code} has changed`);
  for (const what of ['unanswered', 'cut', 'untyped', 'wentThrough', 'polluted'] as const)
    if (figures[what]) wrong.push(`${what}: ${figures[what]}`);
  if (figures.heapAfterMb > figures.heapBeforeMb + GROWN_MB) wrong.push('memory has grown');
  for (const [code, n] of Object.entries(refusals)) console.log(`${String(n).padStart(7)} ${code}`);
  return show(figures, wrong);
};

HARMS.proxy = async () => {
  const seeds = Number(values.seeds ?? 30);
  const { wrong, settledMs, troubles, ...figures } = await passThrough({
    seeds,
    seed: Number(values.seed),
    said: (line) => console.log(line),
  });
  const sorted = settledMs.sort((a, b) => a - b);
  const settled = { settledP50Ms: sorted[seeds >> 1], settledMaxMs: sorted.at(-1) };
  return show({ seeds, ...figures, ...settled, ...troubles }, wrong);
};

HARMS.restore = async () => {
  const times = Number(values.times ?? 10);
  const { wrong, ...figures } = await putBackOlder({ times, seed: Number(values.seed) });
  return show({ times, ...figures }, wrong);
};

HARMS.rush = async () => {
  const figures = await rush({ joins: Number(values.joins), seconds: 60 });
  const wrong = figures.refused + figures.honestRefused > 0 ? ['an honest person was refused'] : [];
  if (figures.recoveryGuesses > 6 * 2 + figures.seconds + 1) wrong.push('who guessed was not slowed');
  return show(figures, wrong);
};

HARMS.slow = async () => {
  const { before, control, attacked, ...figures } = await besiegeBySlow({
    lines: Number(values.lines),
    seconds: Number(values.seconds ?? 120),
    stateKb: 800,
    control: true,
  });
  const wrong = figures.lost > 0 ? [`${figures.lost} answered words are not in the log`] : [];
  if (figures.honestCut > 0) wrong.push(`${figures.honestCut} honest lines were cut`);
  if (figures.welcomed < 20) wrong.push(`only ${figures.welcomed} slow lines were given a state`);
  if (figures.memoryTimes > 1.5) wrong.push(`memory grew ${figures.memoryTimes} times`);
  if (figures.p99Times > 1.5) wrong.push(`people waited ${figures.p99Times} times as long`);
  for (const [name, spell] of Object.entries({ before, control, attacked }))
    console.log(`${name.padEnd(9)} ${JSON.stringify(spell)}`);
  return show(figures, wrong);
};

const run = HARMS[positionals[0] ?? ''];
if (!run) {
  console.error(HELP);
  process.exit(2);
}
process.exit(await run());
