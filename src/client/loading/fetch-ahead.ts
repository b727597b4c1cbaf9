/** The state that the page has named is fetched while the program that folds it is still on its way. */
import type { FetchedAhead } from '../connection/wire';

/** Milliseconds. It shares a slow link with the program. */
const WITHIN = 40_000;

type Begun = { url: string; answer: Promise<Response>; dropped: AbortController };

/**
 * Runs while the page is parsed, after the reader's own part, so it can import nothing. It asks for the state when no more
 * than one script of the first screen is still on its way: sooner it would take the link from them, and once they run the
 * link would lie idle. A device that holds a state of this gathering asks for none.
 */
export const BEGIN_AHEAD = `(() => {
  const { snapshot: url } = JSON.parse(document.getElementById('own').textContent);
  const [, , code = ''] = location.pathname.split('/');
  try {
    if (!url || localStorage.getItem('cerchi:' + code.toUpperCase() + ':phone:last')) return;
    const scripts = [...document.scripts].filter((s) => s.src && !s.noModule);
    const came = () => {
      const here = new Set(performance.getEntriesByType('resource').map((e) => e.name));
      if (scripts.filter((s) => !here.has(s.src)).length > 1) return;
      document.removeEventListener('load', came, true);
      if (window.ahead === null) return;
      const dropped = new AbortController();
      window.ahead = { url, dropped, answer: fetch(url, { signal: dropped.signal }) };
      window.ahead.answer.catch(() => {});
    };
    document.addEventListener('load', came, true);
  } catch {}
})()`;

/** Goes on with what the page has begun. `answer` is null when it failed: then the welcome says where a state is. */
export function fetchAhead(url: string): FetchedAhead {
  const page = globalThis as { ahead?: Begun | null };
  const begun = page.ahead?.url === url ? page.ahead : null;
  // From now on the page begins none.
  page.ahead = null;
  const dropped = begun?.dropped ?? new AbortController();
  setTimeout(() => dropped.abort(), WITHIN);
  const answer = (begun?.answer ?? fetch(url, { signal: dropped.signal })).then(
    (response) => (response.ok ? response : null),
    () => null,
  );
  return { url, answer, drop: () => dropped.abort() };
}
