/** Late May: the notes are read, coded, starred, and part of them read a second time. */
import type { On } from './path-asking';
import { AGAIN, CODES, CONTRARY, MERGED, PARTS, READ, SECOND, STARRED } from './path-reading';
import { noteAt, split } from './path-refs';

const span = (line: string): { ref: string; start: number; end: number } => {
  const { ref, text } = noteAt(line);
  const words = PARTS[line] ?? text;
  const start = text.indexOf(words);
  return { ref, start, end: start + words.length };
};
const named = (line: string): string => line.replace('.', '-');

export function read(on: On): void {
  for (const { on: _, ...code } of [...CODES, { ...MERGED, definition: '', family: '', area: null }]) {
    const { id, label, definition, family, area } = code;
    on('2014-05-26', '09:00', 'makeCode', { id, label, definition, family, area });
  }
  const given = new Map<string, string[]>();
  for (const { id, on: lines } of [...CODES, MERGED])
    for (const line of split(lines)) given.set(line, [...(given.get(line) ?? []), id]);
  const [starred, contrary] = [new Set(split(STARRED)), new Set(split(CONTRARY))];
  for (const line of new Set([...given.keys(), ...starred, ...contrary]))
    on('2014-05-26', '09:30', 'codeWords', {
      id: `lettura-${named(line)}`,
      ...span(line),
      codes: given.get(line) ?? [],
      star: starred.has(line),
      contrast: contrary.has(line),
    });
  on('2014-05-27', '09:00', 'mergeCode', { id: MERGED.id, into: MERGED.into });
  for (const code of CODES.slice(0, 12))
    on('2014-05-27', '09:10', 'reviseCode', { id: code.id, status: 'consolidato' });
  for (const [line, code] of Object.entries(SECOND))
    on('2014-05-27', '14:00', 'codeWords', {
      id: `seconda-${named(line)}`,
      ...span(line),
      codes: [code],
      second: true,
    });
  for (const line of split(READ))
    if (!given.has(line)) on('2014-05-27', '15:00', 'markReading', { ref: noteAt(line).ref, state: 'letto' });
  for (const line of split(AGAIN))
    on('2014-05-27', '15:10', 'markReading', {
      ref: noteAt(line).ref,
      state: 'da_rivedere',
      memo: 'Da rileggere in due.',
    });
}
