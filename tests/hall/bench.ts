/** `npm run -s bench`: every figure beside its baseline in the same run. A table, then with --json one object. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { type Figure, figure, type Group, type Run } from './figure';
import { analysis } from './figures/analysis';
import { book } from './figures/book';
import { dayBytes } from './figures/day-bytes';
import { fanout } from './figures/fanout';
import { frames } from './figures/wall';
import { page } from './figures/page';
import { loads } from './figures/loads';
import { first } from './figures/first';
import { fsyncs } from './figures/fsyncs';
import { lateBoard, lateJoin } from './figures/late-join';
import { memory } from './figures/memory';
import { office } from './figures/office';
import { officeBeside } from './figures/office-beside';
import { balanced, durablePostgres, offices } from './figures/region';
import { reload } from './figures/reload';
import { restart } from './figures/restart';
import { durable, growth } from './figures/room';
import { stalled } from './figures/stalled';
import { storm } from './figures/storm';
import { typing } from './figures/typing';
import { wake, wakeYear } from './figures/wake';
import { margins, waits } from './graphs';
import { table } from './table';

const GROUPS: readonly Group[] = [
  first,
  fanout,
  durable,
  growth,
  durablePostgres,
  balanced,
  offices,
  memory,
  storm,
  wake,
  wakeYear,
  dayBytes,
  lateJoin,
  restart,
  reload,
  fsyncs,
  stalled,
  analysis,
  office,
  officeBeside,
  book,
  loads,
  page,
  lateBoard,
  typing,
  frames,
];

const argument = (name: string): string | null => {
  const i = process.argv.indexOf(`--${name}`);
  return i < 0 ? null : (process.argv[i + 1] ?? '');
};
const has = (name: string): boolean => process.argv.includes(`--${name}`);

const quick = has('quick');
const times = Number(argument('runs') ?? (quick ? 1 : 3));
const only = argument('only')?.split(',') ?? null;
/** Figures measured before, to be drawn or printed again. */
const from = argument('from')?.split(',') ?? null;
const wanted = (g: Group): boolean => from === null && (!only || g.rows.some((r) => only.includes(r.key)));

const figures: Figure[] = [];
const failed: Record<string, string> = {};
const began = Date.now();
for (const group of GROUPS.filter(wanted)) {
  const runs: Record<string, Run>[] = [];
  try {
    for (let i = 0; i < times; i++) {
      process.stderr.write(`  ${group.rows.map((r) => r.key).join(', ')}: run ${i + 1} of ${times}\n`);
      runs.push(await group.run(quick));
    }
    for (const row of group.rows)
      figures.push(
        figure(
          row,
          runs.flatMap((r) => r[row.key] ?? []),
        ),
      );
  } catch (e) {
    for (const row of group.rows) failed[row.key] = e instanceof Error ? e.message : String(e);
  }
}

const before = from?.map(
  (file) => JSON.parse(readFileSync(file, 'utf8')) as { figures: Figure[]; conditions: object },
);
for (const { figures: stored } of before ?? []) figures.push(...stored);

const conditions = before?.[0]?.conditions ?? {
  at: new Date(began).toISOString(),
  seconds: Math.round((Date.now() - began) / 1000),
  node: process.version,
  cores: cpus().length,
  cpu: cpus()[0]?.model ?? '',
  runs: times,
  quick,
};
console.log(table(figures, failed, conditions as Record<string, unknown>));
const result = {
  ...Object.fromEntries(figures.map((f) => [f.key, f.ratio])),
  ...Object.fromEntries(Object.keys(failed).map((k) => [k, null])),
  conditions,
  figures,
  failed,
};
const pictures = argument('pictures');
if (pictures) {
  mkdirSync(pictures, { recursive: true });
  writeFileSync(`${pictures}/bench-margins.svg`, margins(figures));
  const curves = figures.find((f) => f.curves)?.curves;
  if (curves) writeFileSync(`${pictures}/bench-fanout.svg`, waits(curves));
}
const out = argument('out');
if (out) writeFileSync(out, `${JSON.stringify(result, null, 1)}\n`);
if (has('json')) console.log(JSON.stringify(result));
process.exit(Object.keys(failed).length > 0 ? 1 : 0);
