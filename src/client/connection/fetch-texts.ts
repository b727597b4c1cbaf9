/** Fetches all texts written along a path: whole, or not at all. */
import type { Along } from '@/domain/programming/path-texts';
import { eachLine } from './json-lines';

/** Rest after the first answer that broke off; it doubles up to the longest one. In milliseconds. */
const AGAIN = 1000;
const AGAIN_MOST = 30_000;

/** Null when the server refuses. An answer that breaks off is asked for again for as long as it is `wanted`. */
export async function fetchTexts(code: string, wanted: () => boolean): Promise<Along | null> {
  for (let rest = AGAIN; wanted(); rest = Math.min(rest * 2, AGAIN_MOST)) {
    const all: Along = { said: [], meetings: [] };
    try {
      // A gathering is a line, and is read in a task of its own: a year of them is several megabytes.
      const refused = await eachLine(`/api/path/${code}/said`, (line) => {
        const { said, meetings } = line as Along;
        for (const s of said) all.said.push(s);
        for (const m of meetings) all.meetings.push(m);
      });
      return refused ? null : all;
    } catch {
      await new Promise((again) => setTimeout(again, rest * (1 + Math.random() / 2)));
    }
  }
  return null;
}
