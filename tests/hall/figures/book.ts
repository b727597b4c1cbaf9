/** A hall that goes on writing while its book is made again and again; how long each form takes, and how much memory. */
import { readFileSync, writeFileSync } from 'node:fs';
import { FORM_TYPES, type Form } from '@/server/file-formats/formats';
import { writeApart } from '@/server/exports/document-process';
import { books, INVENTED, REAL_FOLDER } from '../../reports/books';
import { told } from '../../reports/live-book';
import type { Fired } from '../crowd';
import type { Group } from '../figure';
import { start, withFolder } from '../program';
import type { Where } from '../stand';

const PEOPLE = 300;
const TOPICS = 72;
const NOTES = 2160;
/** Notes a second: a hall that writes as fast as thumbs can. */
const RATE = 20;
const FORMS = Object.keys(FORM_TYPES) as Form[];
const MB = 1024 * 1024;

type Made = { ms: number; cpuMs: number; peak: number; bytes: number };

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const childrenOf = (pid: number): string[] =>
  read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean);

/** Processor time of a process in ms, by ticks of 10 ms; zero where the system does not say. */
function cpuOf(pid: string): number {
  const [, , , , , , , , , , , user, system] = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /, '')
    .split(' ')
    .map(Number);
  return ((user ?? 0) + (system ?? 0)) * 10;
}

/** The most memory that a process has held since it last began to count, in bytes. */
const peakOf = (pid: string): number =>
  Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024;

function countAnew(pid: string): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // Then the peak is of its whole life.
  }
}

/**
 * `pid`: whose children write; a child may have written before. On a busy machine the processor time says more than the
 * clock.
 */
async function measured(pid: number, write: () => Promise<number>): Promise<Made> {
  const before = new Map(childrenOf(pid).map((c) => [c, cpuOf(c)]));
  for (const child of before.keys()) countAnew(child);
  const most = { cpuMs: 0, peak: 0 };
  const look = () => {
    for (const child of childrenOf(pid)) {
      const cpuMs = cpuOf(child) - (before.get(child) ?? 0);
      if (cpuMs < most.cpuMs || cpuMs === 0) continue;
      Object.assign(most, { cpuMs, peak: Math.max(most.peak, peakOf(child)) });
    }
  };
  const looking = setInterval(look, 20);
  try {
    const began = performance.now();
    const bytes = await write();
    look();
    return { ms: performance.now() - began, bytes, ...most };
  } finally {
    clearInterval(looking);
  }
}

const make = (where: Where, pid: number, form: Form): Promise<Made> =>
  measured(pid, async () => {
    const answer = await fetch(`${where.url}/api/book/${where.code}/${form}?lingua=it`);
    if (!answer.ok) throw new Error(`${form}: ${answer.status}`);
    return (await answer.arrayBuffer()).byteLength;
  });

/** The books of the folder that CERCHI_BOOKS names, in all forms; nothing where there is none. */
async function realBooks(): Promise<Record<string, number>> {
  const more: Record<string, number> = {};
  for (const real of REAL_FOLDER ? books().slice(INVENTED) : []) {
    const sent = await told(real);
    await sent.close();
    const made: Made[] = [];
    for (const form of FORMS) {
      const job = { form, folder: null, id: 'urn:bench', book: { data: sent.data }, lang: real.lang };
      made.push(await measured(process.pid, async () => (await writeApart(job)).byteLength));
    }
    more[`${real.title}_ms`] = made.reduce((n, m) => n + m.ms, 0);
    more[`${real.title}_cpu_ms`] = made.reduce((n, m) => n + m.cpuMs, 0);
    more[`${real.title}_peak_MB`] = Math.max(...made.map((m) => m.peak)) / MB;
  }
  return more;
}

const mean = (xs: readonly number[]): number => xs.reduce((n, x) => n + x, 0) / Math.max(1, xs.length);

export const book: Group = {
  rows: [
    {
      key: 'book_p99',
      what: 'ms at the 99th percentile until a note is answered in a hall of 300 while its book is made in every form',
      against: 'the same hall in the same run with no book being made',
      target: { at: 'most', value: 1.5 },
    },
    {
      key: 'book_time',
      what: 'ms to make the book of 300 people, 72 topics and 2,160 notes in all five forms, one after the other, in an idle hall',
      against: 'the same forms of the book of a hall with one topic and no note',
      target: null,
    },
  ],
  run: (quick) =>
    withFolder(async (folder) => {
      const rounds = quick ? 1 : 2;
      const seconds = quick ? 6 : 12;
      const server = await start('ours.ts', { HALL_FOLDER: folder, HALL_PACE: '600' });
      const crowd = await start('crowd.ts');
      try {
        const pid = server.pid;
        const cookies = await server.ask<string[]>('ground', {
          people: PEOPLE,
          topics: TOPICS,
          notes: NOTES,
        });
        const where = await server.ask<Where>('listen');
        const idle: Record<string, Made> = {};
        for (const form of FORMS) idle[form] = await make(where, pid, form);
        await crowd.ask('connect', { where, phones: PEOPLE, cookies });
        const [alone, beside]: [Fired[], Fired[]] = [[], []];
        const busy: number[] = [];
        await crowd.ask('fire', { rate: RATE, seconds: 2 });
        for (let r = 0; r < rounds; r++) {
          alone.push(await crowd.ask<Fired>('fire', { rate: RATE, seconds }));
          let going = true;
          const fired = crowd.ask<Fired>('fire', { rate: RATE, seconds }).finally(() => {
            going = false;
          });
          for (let n = 0; going; n++) busy.push((await make(where, pid, FORMS[n % FORMS.length] as Form)).ms);
          beside.push(await fired);
        }
        if ([...alone, ...beside].some((f) => f.refused > 0 || f.unheard > 0))
          throw new Error('a note was lost');
        const [quiet, loaded] = [alone, beside].map((fs) => mean(fs.map((f) => f.answer.p99))) as [
          number,
          number,
        ];
        const sum = Object.values(idle).reduce((n, m) => n + m.ms, 0);
        const small = await smallBook();
        return {
          book_p99: {
            ratio: loaded / quiet,
            ours: loaded,
            baseline: quiet,
            unit: 'ms',
            more: { books: busy.length, mean_book_ms: mean(busy) },
          },
          book_time: {
            ratio: sum / small,
            ours: sum,
            baseline: small,
            unit: 'ms',
            more: {
              ...Object.fromEntries(
                FORMS.flatMap((f) => [
                  [`${f}_ms`, idle[f]?.ms ?? 0],
                  [`${f}_cpu_ms`, idle[f]?.cpuMs ?? 0],
                  [`${f}_peak_MB`, (idle[f]?.peak ?? 0) / MB],
                  [`${f}_MB`, (idle[f]?.bytes ?? 0) / MB],
                ]),
              ),
              ...(await realBooks()),
            },
          },
        };
      } finally {
        await Promise.all([crowd.stop('SIGKILL'), server.stop('SIGKILL')]);
      }
    }),
};

const smallBook = (): Promise<number> =>
  withFolder(async (folder) => {
    const server = await start('ours.ts', { HALL_FOLDER: folder });
    try {
      await server.ask('ground', { people: 1, topics: 1 });
      const where = await server.ask<Where>('listen');
      let sum = 0;
      for (const form of FORMS) sum += (await make(where, server.pid, form)).ms;
      return sum;
    } finally {
      await server.stop('SIGKILL');
    }
  });
