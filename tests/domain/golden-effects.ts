/** Effects of deeds against the expected ones in a file, one a line. `GOLDEN=write` writes them again. */
import { readFileSync, writeFileSync } from 'node:fs';

/** `file`: its absolute path. Returns the expected effects by their names, in the file's order. */
export function goldenEffects(
  file: string,
  effects: Readonly<Record<string, () => unknown>>,
): Map<string, unknown> {
  if (process.env.GOLDEN === 'write')
    writeFileSync(
      file,
      Object.entries(effects)
        .map(([name, effect]) => `${JSON.stringify([name, effect()])}\n`)
        .join(''),
    );
  return new Map(
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as [string, unknown]),
  );
}
