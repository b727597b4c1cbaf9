/** Quotations of a code: the starred ones, and contrary voices (S10). */
import { codeNow } from './codes';
import { standingOnes } from './deed';
import type { Said } from './source-text';
import type { Coding, Path } from './state';

export type Quote = { coding: string; ref: string; quote: string; said: Said };
/** Quotations whose source is withheld today are not shown, even if a copy was kept. */
function quotesWhere(path: Path, said: readonly Said[], wanted: (c: Coding, s: Said) => boolean): Quote[] {
  const byRef = new Map(said.map((s) => [s.ref, s]));
  return standingOnes(path.codings).flatMap((c) => {
    const s = byRef.get(c.ref);
    const shown = s && !s.withheld && !c.second && wanted(c, s);
    return shown ? [{ coding: c.id, ref: c.ref, quote: c.quote, said: s }] : [];
  });
}
const has = (path: Path, c: Coding, code: string) => c.codes.some((x) => codeNow(path, x)?.id === code);

/** At most three starred quotations of a code, with their source. */
export const starredQuotes = (path: Path, said: readonly Said[], code: string, most = 3): Quote[] =>
  quotesWhere(path, said, (c) => c.star && has(path, c, code)).slice(0, most);

/** S10: words marked as contrary, evidence linked with `contrasta`, and notes of distance. */
export function contrastQuotes(path: Path, said: readonly Said[], code?: string): Quote[] {
  const against = new Set(
    standingOnes(path.evidence).flatMap((e) => (e.relation === 'contrasta' ? [e.ref] : [])),
  );
  return quotesWhere(
    path,
    said,
    (c, s) =>
      (c.contrast || s.voice === 'distanza' || against.has(c.ref)) &&
      (code === undefined || has(path, c, code)),
  );
}
