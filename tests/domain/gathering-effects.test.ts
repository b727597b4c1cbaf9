/**
 * Every deed of a gathering, whole: its fact, what it changes for all and in public, what a revision replaces, who sees what
 * of it, and each refusal. The expected ones lie in `effects/gathering.jsonl`, one a line. Whoever changes a deed on
 * purpose writes them again by `GOLDEN=write npx vitest run --project fast tests/domain/gathering-effects.test.ts` and
 * reads the difference.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EFFECTS } from './gathering-effects';
import { goldenEffects } from './golden-effects';

const expected = goldenEffects(join(import.meta.dirname, 'effects', 'gathering.jsonl'), EFFECTS);

describe('in a gathering with something of everything', () => {
  it.each(Object.keys(EFFECTS))('%s says, changes and refuses what it did', (name) => {
    expect(EFFECTS[name]?.()).toEqual(expected.get(name));
  });

  it('each deed is tried', () => {
    expect([...expected.keys()]).toEqual(Object.keys(EFFECTS));
  });
});
