/** Conditions on the log and the phones at the end. Reads the data folder itself, not the server's answers. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { gathering } from '@/domain/gathering/catalogue';
import type { Gathering } from '@/domain/gathering/state';
import type { Fact } from '@/domain/deed';
import { readSecret } from '@/server/files/secret';
import { isSealedAuthor } from '@/server/log/author-keys';
import { Streams } from '@/server/streams/streams';
import { verifyAll } from '@/server/upkeep/verify';
import { openStore } from '@/server/database/sqlite-store';
import type { Person, Promises } from './people';
import { CODE } from './terms';

export type Judgement = {
  answered: number;
  lost: number;
  duplicated: number;
  gaps: number;
  /** Other faults, in words. */
  wrong: string[];
};

const plain = <T>(x: T): T => JSON.parse(JSON.stringify(x)) as T;

/** The state a phone on this seat should hold after these facts. */
export const asSeenBy = (seat: string, facts: readonly Fact[]): Gathering => {
  const whole = gathering.replay(plain(facts));
  return gathering.replay(facts.map((f) => plain(gathering.seenBy({ kind: 'public', seat }, whole, f))));
};

/** The fact in a stored line, with its author where a key still tells. */
const opened = (streams: Streams, stream: string, line: Fact): Fact =>
  isSealedAuthor(line.by)
    ? { ...line, ...(streams.keys.open(stream, line.seq, line.by) ?? { by: null }) }
    : line;

/** The first path where two states differ, or null when they are equal. */
export function differs(a: unknown, b: unknown, at = ''): string | null {
  if (isDeepStrictEqual(a, b)) return null;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object')
    return `${at} should be ${JSON.stringify(a)} and is ${JSON.stringify(b)}`;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const deeper = differs(a[key as never], b[key as never], `${at}/${key}`);
    if (deeper) return deeper;
  }
  return `${at} differs in the order of its keys`;
}

/**
 * The answered commands that are missing from the log of a folder whose server has just been killed. It reads a copy:
 * opening a log recovers its last writes, and the next server must be able to do that.
 */
export function notHeld(folder: string, promises: Promises): string[] {
  const beside = mkdtempSync(join(tmpdir(), 'cerchi-held-'));
  try {
    for (const file of ['cerchi.sqlite', 'cerchi.sqlite-wal'])
      if (existsSync(join(folder, file))) copyFileSync(join(folder, file), join(beside, file));
    const { $client } = openStore(join(beside, 'cerchi.sqlite'));
    const held = new Set($client.prepare('SELECT cmd FROM facts').pluck().all());
    $client.close();
    return [...promises.answered.keys()].filter((command) => !held.has(command));
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/** `missed`: answered commands that were not there when a server had been killed, even if restored since. */
export function judge(
  folder: string,
  promises: Promises,
  people: readonly Person[],
  missed: ReadonlySet<string> = new Set(),
): Judgement {
  const store = openStore(join(folder, 'cerchi.sqlite'), { mustExist: true });
  const judgement = judgeLog(new Streams(store, readSecret(folder)), promises, people, missed);
  store.$client.close();
  return judgement;
}

/** The same on an open log, of any store. */
export function judgeLog(
  streams: Streams,
  promises: Promises,
  people: readonly Person[],
  missed: ReadonlySet<string> = new Set(),
): Judgement {
  const wrong: string[] = [];
  const row = streams.index.find(CODE);
  const facts = row ? [...streams.log.since(row.id, 0)].map((f) => opened(streams, row.id, f)) : [];
  const gaps = facts.filter((f, i) => f.seq !== i + 1).length;

  let lost = missed.size;
  for (const command of missed) wrong.push(`${command} was answered and was not there after a blow`);
  const bySeq = new Map(facts.map((f) => [f.seq, f]));
  const commands = new Set(facts.map((f) => f.cmd));
  for (const [command, seq] of promises.answered)
    if (missed.has(command)) continue;
    else if (promises.renumbered ? !commands.has(command) : bySeq.get(seq)?.cmd !== command) {
      lost += 1;
      wrong.push(`${command} was answered with number ${seq}, which the log gives to ${bySeq.get(seq)?.cmd}`);
    }
  const seated = new Set(
    facts.flatMap((f) => (f.type === 'seatTaken' ? [(f.data as { seat: string }).seat] : [])),
  );
  for (const seat of promises.seats)
    if (!row || !seated.has(seat) || !streams.seats.has(row.id, seat)) {
      lost += 1;
      wrong.push(`seat ${seat} was given at the door and is not there`);
    }

  let duplicated = promises.contradicted.length;
  const once = new Set<string>();
  for (const f of facts) {
    const { topic, note } = f.data as { topic?: string; note?: string };
    const born = f.type === 'topicProposed' ? topic : f.type === 'noteWritten' ? note : null;
    for (const name of [`command ${f.cmd}`, ...(born ? [`thing ${born}`] : [])]) {
      if (once.has(name)) {
        duplicated += 1;
        wrong.push(`${name} is there twice`);
      }
      once.add(name);
    }
    const refusal = promises.refused.get(f.cmd);
    if (refusal) {
      duplicated += 1;
      wrong.push(`${f.cmd} was refused (${refusal}) and yet done`);
    }
  }

  for (const person of people) {
    const { confirmed, outbox, you } = person.replica.snapshot();
    if (you?.seat !== person.seat) wrong.push(`the phone of ${person.seat} sits on ${you?.seat}`);
    if (outbox.length > 0) wrong.push(`the phone of ${person.seat} still holds ${outbox.length} commands`);
    const apart = differs(plain(asSeenBy(person.seat, facts)), plain(confirmed));
    if (apart) wrong.push(`the phone of ${person.seat} (${confirmed.seq} of ${facts.length}): ${apart}`);
  }
  for (const v of verifyAll(streams)) wrong.push(...v.wrong.map((w) => `verify: ${w}`));
  return { answered: promises.answered.size + promises.seats.size, lost, duplicated, gaps, wrong };
}
