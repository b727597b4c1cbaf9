/** Strands and sectors as lines of text, one name a line, and back. */

/** `name` empty: the founding document's own, in the reader's language. */
type NamedLine<Id> = { id: Id; name: string };

/** `founding`: all ids, each with its name in the founding document. */
export const namesIn = <Id>(named: readonly NamedLine<Id>[], founding: readonly NamedLine<Id>[]): string =>
  named.map(({ id, name }) => name || founding.find((f) => f.id === id)?.name || '').join('\n');

/** A line that is left as it was keeps its id, wherever it stands; another takes the first id that is free. Lines beyond the ids are left out. */
export function namesFrom<Id>(
  lines: string,
  before: readonly NamedLine<Id>[],
  founding: readonly NamedLine<Id>[],
): NamedLine<Id>[] {
  const said = lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, founding.length);
  const own = (line: string): Id | undefined => before.find((b) => b.name === line)?.id;
  const ids = said.map((line) => own(line) ?? founding.find((f) => f.name === line)?.id);
  // A renamed line stands where it stood: its id is tried first.
  const free = [...before, ...founding].map((f) => f.id).filter((id, i, all) => all.indexOf(id) === i);
  return said.flatMap((line, i) => {
    const kept = ids[i];
    const at = before[i]?.id;
    const id = kept ?? (at !== undefined && !ids.includes(at) ? at : free.find((f) => !ids.includes(f)));
    if (id === undefined) return [];
    ids[i] = id;
    return [{ id, name: founding.find((f) => f.id === id)?.name === line ? '' : line }];
  });
}
