/** REFI-QDA, the exchange of NVivo, ATLAS.ti, MAXQDA and Taguette: the codebook (`.qdc`), and a project with texts and codings (`.qdpx`). */
import { strToU8, zipSync } from 'fflate';
import type { PathExport } from './path-json';

const escaped = (text: string): string =>
  text
    // Characters that no XML may hold.
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
const attributes = (all: Record<string, string | number | undefined>): string =>
  Object.entries(all)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(String(value))}"`))
    .join('');
const element = (name: string, all: Record<string, string | number | undefined>, inside = ''): string =>
  inside === '' ? `<${name}${attributes(all)}/>` : `<${name}${attributes(all)}>${inside}</${name}>`;

/** A GUID that is always the same for the same thing of the same path, so that a second import recognises it. */
export function guidOf(...names: string[]): string {
  const text = names.join('/');
  let hex = '';
  for (let part = 0; part < 4; part++) {
    let h = 0x811c9dc5 ^ (part * 0x9e3779b1);
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
    h ^= h >>> 15;
    hex += (Math.imul(h, 0x2c1b3c6d) >>> 0).toString(16).padStart(8, '0');
  }
  // Variant and version of a name-based GUID.
  const v = `${hex.slice(0, 12)}5${hex.slice(13, 16)}8${hex.slice(17)}`;
  return [v.slice(0, 8), v.slice(8, 12), v.slice(12, 16), v.slice(16, 20), v.slice(20)].join('-');
}

const themesIn = (data: PathExport) => data.themes.filter((t) => t.mergedInto === null);
const guid = (data: PathExport, kind: string, id: string): string => guidOf(data.path.id, kind, id);

/** Codes within codes; merged ones are read through the result, and are not listed. */
function codes(data: PathExport, parent: string | null, above: ReadonlySet<string> = new Set()): string {
  const all = themesIn(data);
  const known = new Set(all.map((t) => t.id));
  return all
    .filter(
      (t) => (t.parent !== null && known.has(t.parent) ? t.parent : null) === parent && !above.has(t.id),
    )
    .map((t) => {
      const description = t.definition ? element('Description', {}, escaped(t.definition)) : '';
      const named = {
        guid: guid(data, 'code', t.id),
        name: t.label,
        isCodable: 'true',
        color: colourOf(t.colour),
      };
      return element('Code', named, description + codes(data, t.id, new Set([...above, t.id])));
    })
    .join('');
}
const colourOf = (colour: string): string | undefined =>
  /^#[0-9a-f]{6}$/i.test(colour) ? colour : undefined;

/** Families of codes are sets of them. */
function sets(data: PathExport): string {
  const families = [...new Set(themesIn(data).flatMap((t) => (t.family ? t.family : [])))];
  return families
    .map((name) =>
      element(
        'Set',
        { guid: guid(data, 'family', name), name },
        themesIn(data)
          .filter((t) => t.family === name)
          .map((t) => element('MemberCode', { targetGUID: guid(data, 'code', t.id) }))
          .join(''),
      ),
    )
    .join('');
}

const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';
const ORIGIN = 'Cerchi';

/** The codebook alone. In it, a set names its codes by `guid`. */
export function qdc(data: PathExport): string {
  const members = sets(data).replaceAll('<MemberCode targetGUID=', '<MemberCode guid=');
  const space = { xmlns: 'urn:QDA-XML:codebook:1.0', origin: ORIGIN };
  const inside = element('Codes', {}, codes(data, null)) + (members ? element('Sets', {}, members) : '');
  return `${HEAD}${element('CodeBook', space, inside)}\n`;
}

/** Positions count characters, not UTF-16 code units. */
const characters = (text: string, upTo: number): number => [...text.slice(0, upTo)].length;

export type Qdpx = { project: string; sources: { path: string; text: string }[] };
/** The whole project: each source, its codings and their reader; withheld sources are left out. */
export function qdpx(data: PathExport): Qdpx {
  const readers = [1, 2].map((n) => ({ guid: guid(data, 'reader', String(n)), name: `Lettura ${n}` }));
  const readerOf = (n: number) => readers[n - 1]?.guid ?? readers[0]?.guid;
  const texts = data.sources.filter((s) => !s.withheld && s.text);
  const sources = texts.map((s) => {
    const id = guid(data, 'source', s.id);
    const text = s.text ?? '';
    const spans = data.codings.filter(
      (c) =>
        c.source === s.id && c.quote !== null && text.slice(c.start, c.end) === c.quote && c.codes.length > 0,
    );
    const selections = spans.map((c) => {
      const user = readerOf(c.reader);
      const when = { creatingUser: user, creationDateTime: c.at };
      const given = c.codes.map((code) =>
        element(
          'Coding',
          { guid: guid(data, 'coding', `${c.id}/${code}`), ...when },
          element('CodeRef', { targetGUID: guid(data, 'code', code) }),
        ),
      );
      const memo = c.memo ? element('Description', {}, escaped(c.memo)) : '';
      const place = { startPosition: characters(text, c.start), endPosition: characters(text, c.end) };
      const name = (c.quote ?? '').slice(0, 80);
      return element(
        'PlainTextSelection',
        { guid: guid(data, 'selection', c.id), name, ...place, ...when },
        memo + given.join(''),
      );
    });
    const named = { guid: id, name: s.place ?? s.id, plainTextPath: `internal://${id}.txt` };
    return { xml: element('TextSource', named, selections.join('')), path: `Sources/${id}.txt`, text };
  });
  const users = element('Users', {}, readers.map((r) => element('User', r)).join(''));
  // The schema allows no codebook without a code.
  const known = codes(data, null);
  const book = known ? element('CodeBook', {}, element('Codes', {}, known)) : '';
  const all = sources.length > 0 ? element('Sources', {}, sources.map((s) => s.xml).join('')) : '';
  const families = sets(data);
  const head = {
    xmlns: 'urn:QDA-XML:project:1.0',
    name: data.path.title ?? data.path.code,
    origin: ORIGIN,
    creationDateTime: data.exportedAt,
  };
  const inside = users + book + all + (families ? element('Sets', {}, families) : '');
  return {
    project: `${HEAD}${element('Project', head, inside)}\n`,
    sources: sources.map(({ path, text }) => ({ path, text })),
  };
}

/** The project as one zip: `project.qde` and each text beside it. */
export function qdpxFile(data: PathExport): Uint8Array {
  const { project, sources } = qdpx(data);
  return zipSync(
    {
      'project.qde': strToU8(project),
      ...Object.fromEntries(sources.map((s) => [s.path, strToU8(s.text)])),
    },
    { mtime: new Date(data.exportedAt) },
  );
}
