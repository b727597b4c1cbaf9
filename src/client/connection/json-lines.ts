/** Reads an answer of JSON lines, each line in a task of its own. */
import type { Refused } from '@/protocol/wire';

/** Lets the page be used before the rest. */
const nextTask = (): Promise<void> => new Promise((go) => setTimeout(go));

/** The server's refusal, or null when every line was read. Throws when the answer breaks off. */
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
  for (;;) {
    const { done, value } = await body.read();
    const lines = (rest + (done ? text.decode() : text.decode(value, { stream: true }))).split('\n');
    rest = done ? '' : (lines.pop() ?? '');
    for (const line of lines) {
      if (line === '') continue;
      take(JSON.parse(line));
      await nextTask();
    }
    if (done) return null;
  }
}
