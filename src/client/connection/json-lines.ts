/** Reads an answer of JSON lines, each line in a task of its own, down to the line that closes it. */
import type { Refused } from '@/protocol/wire';
import { linesIn } from '@/protocol/closing-line';
import { yieldToMain } from '../scheduling/yield-to-main';

/**
 * The server's refusal, or null when every line was read. Throws when the answer breaks off; a proxy may end such an answer as
 * if it were whole, so only its closing line proves that it is.
 */
export async function eachLine(
  url: string,
  take: (line: unknown) => void,
  asked: RequestInit = {},
): Promise<Refused | null> {
  const headers = { ...asked.headers, accept: 'application/x-ndjson' };
  const answer = await fetch(url, { ...asked, headers });
  if (!answer.ok) return (await answer.json()) as Refused;
  const body = answer.body?.getReader();
  if (!body) return { ok: false, refused: 'unreachable' };
  const text = new TextDecoder();
  let rest = '';
  let taken = 0;
  let closed = false;
  for (;;) {
    const { done, value } = await body.read();
    const lines = (rest + (done ? text.decode() : text.decode(value, { stream: true }))).split('\n');
    rest = done ? '' : (lines.pop() ?? '');
    for (const line of lines) {
      if (line === '') continue;
      const said: unknown = JSON.parse(line);
      const closing = linesIn(said);
      if (closed || (closing !== null && closing !== taken))
        throw new Error(`line ${taken + 1} of ${url} does not follow`);
      closed = closing !== null;
      if (closed) continue;
      taken += 1;
      take(said);
      await yieldToMain();
    }
    if (!done) continue;
    if (!closed) throw new Error(`${url} broke off after ${taken} lines`);
    return null;
  }
}
