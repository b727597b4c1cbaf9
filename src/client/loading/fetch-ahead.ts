/** The state that the page has named is fetched while the program that folds it is still on its way. */
import type { FetchedAhead } from '../connection/wire';

/** Milliseconds. It shares a slow link with the program. */
const WITHIN = 40_000;

/** `answer` is null when it failed: then the welcome says where a state is. */
export function fetchAhead(url: string): FetchedAhead {
  const dropped = new AbortController();
  setTimeout(() => dropped.abort(), WITHIN);
  const answer = fetch(url, { signal: dropped.signal }).then(
    (response) => (response.ok ? response : null),
    () => null,
  );
  return { url, answer, drop: () => dropped.abort() };
}
