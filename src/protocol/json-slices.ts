/** The JSON text of a large state or fact, in pieces: whoever makes it may let other work through between two. */

/** Entries of a register in one piece: a few milliseconds. */
const ENTRIES = 250;
/** Rows of a list in one piece: each may be as long as a report. */
const ROWS = 50;

const isRecord = (x: unknown): x is Record<string, unknown> =>
  typeof x === 'object' && x !== null && !Array.isArray(x);

/** Pieces whose concatenation is `JSON.stringify(state)`, of a state made of records or lists of plain things. */
export function* jsonSlices(state: object): Generator<string, void> {
  let comma = '{';
  for (const [key, part] of Object.entries<unknown>({ ...state })) {
    if (part === undefined) continue;
    const head = `${comma}${JSON.stringify(key)}:`;
    comma = ',';
    if (Array.isArray(part) && part.length > ROWS) {
      let before = `${head}[`;
      for (let at = 0; at < part.length; at += ROWS) {
        yield before + JSON.stringify(part.slice(at, at + ROWS)).slice(1, -1);
        before = ',';
      }
      yield ']';
      continue;
    }
    const keys = isRecord(part) ? Object.keys(part) : [];
    if (!isRecord(part) || keys.length <= ENTRIES) {
      yield head + JSON.stringify(part);
      continue;
    }
    let before = `${head}{`;
    for (let at = 0; at < keys.length; at += ENTRIES) {
      const some: Record<string, unknown> = {};
      for (const k of keys.slice(at, at + ENTRIES)) some[k] = part[k];
      const text = JSON.stringify(some).slice(1, -1);
      if (text === '') continue;
      yield before + text;
      before = ',';
    }
    yield before === ',' ? '}' : `${before}}`;
  }
  yield comma === '{' ? '{}' : '}';
}

/** Number of entries of a state's records: how long its JSON takes. */
export const entriesOf = (state: object): number =>
  Object.values<unknown>({ ...state }).reduce<number>(
    (n, part) => n + (isRecord(part) ? Object.keys(part).length : 0),
    0,
  );
