/** Accounts of a test server: each signs in by a one-time link, as people of the office do. */
import type { TestHouse } from './house';

export const OFFICE = ['helper', 'facilitator', 'planner', 'owner'] as const;
export type OfficeRole = (typeof OFFICE)[number];
export const PASSPHRASE = 'una frase lunga';

/** Sends a request to one of the server's routes; returns the answer, its status and the cookie it set. */
export async function ask(house: Pick<TestHouse, 'url'>, path: string, body: unknown, cookie = '') {
  const response = await fetch(house.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', cookie },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Record<string, unknown> & { ok: boolean; refused?: string };
  return { answer, status: response.status, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

/** A new account of this role; returns its cookie. */
export async function enter(house: TestHouse, name: string, role: OfficeRole): Promise<string> {
  const token = house.accounts.invite('invite', role, null, 1);
  return (await ask(house, '/api/enter', { token, name, passphrase: PASSPHRASE })).cookie;
}

/** Another device of an account that `enter` made. */
export const signIn = (house: TestHouse, name: string) =>
  ask(house, '/api/sign-in', { name, passphrase: PASSPHRASE });
