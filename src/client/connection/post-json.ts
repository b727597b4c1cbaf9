/** Posts JSON to one of the server's routes, for what no stream does. An unreachable server is an answer too. */
import type { Refusal } from '@/domain/refusal';

export type JsonAnswer<T> = ({ ok: true } & T) | ({ ok: false } & Refusal);

export async function postJson<T = object>(url: string, body: object): Promise<JsonAnswer<T>> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as JsonAnswer<T>;
  } catch {
    return { ok: false, refused: 'unreachable' };
  }
}
