/** Passphrases of the office: hashed with argon2id, and never one that everybody tries first. */
import { hash, verify } from '@node-rs/argon2';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

export const PASSPHRASE_MIN = 10;
/**
 * Rejects passphrases that are guessed within so many tries: the most common of the lists, repeats, keyboard rows,
 * one's own name.
 */
const GUESSES = 1e7;

let lists: ZxcvbnFactory | undefined;

/**
 * True if it is among the first ones tried, or little more than the account's own name. `name` as typed by its owner.
 */
export function isCommonPassphrase(passphrase: string, name: string): boolean {
  const plain = (s: string) =>
    s
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '');
  const own = plain(name);
  const rest = own.length >= 3 ? plain(passphrase).split(own).join('') : plain(passphrase);
  if (own.length >= 3 && rest.length < 6 && plain(passphrase).includes(own)) return true;
  lists ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const words = [name, ...name.split(/\s+/), 'cerchi', 'open space', 'nuovo patto', 'frase', 'passphrase'];
  return lists.check(passphrase.slice(0, 100), words).guesses < GUESSES;
}

export const hashed = (passphrase: string): Promise<string> => hash(passphrase);

/** A hash that no passphrase matches: made once, so that an unknown name takes as long as a wrong passphrase. */
let nobodys: Promise<string> | undefined;

/** One argon2id check in every case, with or without an account. */
export async function verified(kept: string | null, passphrase: string): Promise<boolean> {
  nobodys ??= hash('nobody has this passphrase');
  const right = await verify(kept ?? (await nobodys), passphrase);
  return right && kept !== null;
}
