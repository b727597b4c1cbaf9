/** The last line of an answer of JSON lines says how many came before it: without it the answer was cut short. */

export const closingLine = (lines: number): string => JSON.stringify({ lines });

/** The number in a closing line, or null for any other line. */
export const linesIn = (line: unknown): number | null => {
  const keys = typeof line === 'object' && line !== null ? Object.keys(line) : [];
  const lines = keys.length === 1 && keys[0] === 'lines' ? (line as { lines: unknown }).lines : null;
  return typeof lines === 'number' ? lines : null;
};
