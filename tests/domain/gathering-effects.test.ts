/**
 * Every deed of a gathering, whole: its fact, what it changes for all and in public, what a revision replaces, who sees what
 * of it, and each refusal. The expected ones lie in `effects/gathering.jsonl`, one a line. Whoever changes a deed on
 * purpose writes them again by `GOLDEN=write npx vitest run --project fast tests/domain/gathering-effects.test.ts` and
 * reads the difference.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EFFECTS } from './gathering-effects';

const file = join(import.meta.dirname, 'effects', 'gathering.jsonl');
if (process.env.GOLDEN === 'write')
  writeFileSync(
    file,
    Object.entries(EFFECTS)
      .map(([name, effect]) => `${JSON.stringify([name, effect()])}\n`)
      .join(''),
  );
const expected = new Map(
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as [string, unknown]),
);

describe('in a gathering with something of everything', () => {
  it.each(Object.keys(EFFECTS))('%s says, changes and refuses what it did', (name) => {
    expect(EFFECTS[name]?.()).toEqual(expected.get(name));
  });

  it('each deed is tried', () => {
    expect([...expected.keys()]).toEqual(Object.keys(EFFECTS));
  });
});
