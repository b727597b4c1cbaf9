/**
 * A whole hall joins from one IP address while somebody at the same address guesses codes: only the guesser is slowed.
 */
import { openSpace, testHouse } from '../server/house';

export type Rush = {
  joins: number;
  refused: number;
  joinP50: number;
  joinP99: number;
  seconds: number;
  recoveryGuesses: number;
  recoveryLooked: number;
  slowedAfterMs: number;
  codeGuesses: number;
  honestRecoveries: number;
  honestRefused: number;
};

const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const word = (length: number): string =>
  Array.from({ length }, () => LETTERS[Math.floor(Math.random() * LETTERS.length)]).join('');
const at = (sorted: number[], part: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);

/**
 * `joins` people spread evenly over `seconds`, and two guessers who never wait: at a recovery code, at gatherings'
 * codes.
 */
export async function rush({ joins, seconds }: { joins: number; seconds: number }): Promise<Rush> {
  const house = await testHouse();
  await openSpace(house);
  const ask = (path: string, body: unknown) =>
    fetch(house.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    }).then(async (r) => (await r.json()) as { ok: boolean; refused?: string; recovery?: string });
  // Warm-up: the program has been running for a while when a hall comes.
  for (let i = 0; i < 20; i++) await ask('/api/find', { code: 'PROVA' });
  let over = false;
  const started = performance.now();
  let recoveryGuesses = 0;
  let recoveryLooked = 0;
  let slowedAfterMs = -1;
  // The worst case for us: the guesser knows how their victim's code begins.
  const guessRecovery = async () => {
    const first = performance.now();
    let sent = first;
    while (!over) {
      recoveryGuesses += 1;
      const answer = await ask('/api/recover', { code: 'PROVA', recovery: `K7${word(6)}` });
      if (answer.refused === 'wrong_recovery_code') recoveryLooked += 1;
      // Their seventh guess is the first that is delayed: measured from when it was sent.
      if (answer.refused === 'too_fast' && slowedAfterMs < 0) slowedAfterMs = sent - first;
      sent = performance.now();
    }
  };
  let codeGuesses = 0;
  const guessCode = async () => {
    while (!over) {
      codeGuesses += 1;
      await ask('/api/find', { code: word(6) });
    }
  };
  const guessing = [guessRecovery(), guessCode()];

  const took: number[] = [];
  const recoveries: string[] = [];
  let refused = 0;
  const join = async (i: number) => {
    await new Promise((r) => setTimeout(r, (i / joins) * seconds * 1000));
    const from = performance.now();
    const answer = await ask('/api/join', { code: 'PROVA', label: `Persona ${i}`, sector: 'volontariato' });
    took.push(performance.now() - from);
    if (!answer.ok) refused += 1;
    else if (answer.recovery && !answer.recovery.startsWith('K7')) recoveries.push(answer.recovery);
  };
  await Promise.all(Array.from({ length: joins }, (_, i) => join(i)));
  // Phones with an empty battery come back while the guessing goes on.
  let honestRefused = 0;
  const back = recoveries.slice(0, Math.ceil(joins / 20));
  for (const recovery of back)
    if (!(await ask('/api/recover', { code: 'PROVA', recovery })).ok) honestRefused += 1;
  over = true;
  const lasted = (performance.now() - started) / 1000;
  await Promise.all(guessing);
  await house.close();
  house.remove();
  took.sort((a, b) => a - b);
  return {
    joins,
    refused,
    joinP50: at(took, 0.5),
    joinP99: at(took, 0.99),
    seconds: Math.round(lasted),
    recoveryGuesses,
    recoveryLooked,
    slowedAfterMs: Math.round(slowedAfterMs),
    codeGuesses,
    honestRecoveries: back.length,
    honestRefused,
  };
}
