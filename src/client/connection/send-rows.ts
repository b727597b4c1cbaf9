/** Sends reviewed rows of a sheet, and hears how many are done. */
import type { Refused } from '@/protocol/wire';
import { eachLine } from './json-lines';

type Line = { done: number } | { answer: { ok: true } | Refused };

export async function sendRows(
  code: string,
  body: { id: string; what: string; rows: readonly unknown[] },
  heard: (done: number) => void,
): Promise<{ ok: true } | Refused> {
  const unreachable: Refused = { ok: false, refused: 'unreachable' };
  let answer: { ok: true } | Refused | null = null;
  try {
    const headers = { 'content-type': 'application/json' };
    const sent = { method: 'POST', headers, body: JSON.stringify(body) };
    const refused = await eachLine(
      `/api/import/rows/${code}`,
      (line) => {
        const told = line as Line;
        if ('done' in told) heard(told.done);
        else answer = told.answer;
      },
      sent,
    );
    return answer ?? refused ?? unreachable;
  } catch {
    return answer ?? unreachable;
  }
}
