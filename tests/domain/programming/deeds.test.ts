/**
 * Every deed of a path, whole: its fact, what it changes, what a revision replaces, who sees it, and each refusal. The
 * expected ones lie in `golden/deeds.jsonl`, one a line. Whoever changes a deed on purpose writes them again by
 * `GOLDEN=write npx vitest run --project fast tests/domain/programming/deeds.test.ts` and reads the difference.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programming } from '@/domain/programming/catalogue';
import { goldenEffects } from '../golden-effects';
import { EFFECTS } from './deed-effects';

const expected = goldenEffects(join(import.meta.dirname, 'golden', 'deeds.jsonl'), EFFECTS);

describe('on a path with some of everything', () => {
  it.each(Object.keys(EFFECTS))('%s says, changes and refuses what it did', (name) => {
    expect(EFFECTS[name]?.()).toEqual(expected.get(name));
  });

  it('each deed is tried', () => {
    const tried = JSON.stringify([...expected.values()]);
    const untried = Object.values(programming.deeds).filter((d) => !tried.includes(`"type":"${d.fact}"`));
    expect(untried.map((d) => d.command).sort()).toEqual(['discardPath', 'openPath', 'recoverPath']);
    expect([...expected.keys()]).toEqual(Object.keys(EFFECTS));
  });
});
