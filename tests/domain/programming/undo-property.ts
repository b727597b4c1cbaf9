/** The property of every way back: the path is as if the deed had never been done. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { programming } from '@/domain/programming/catalogue';
import { type Asked, COMMAND, does, ELSEWHERE, furnished, seen, WAYS, type World } from './undo-ways';

/** `numRuns`: how many cases are drawn: which thing is undone, and what others did meanwhile. */
export function leavesAsItWas(name: string, numRuns: number): void {
  fc.assert(
    fc.property(fc.nat(11), fc.array(fc.nat(ELSEWHERE.length - 1), { maxLength: 4 }), (n, others) => {
      const one = furnished();
      const way = WAYS[name];
      if (!way) throw new Error(name);
      const { go, back } = way(one, n);
      const before = seen(one.b.state);
      const went = does(one.b, go);
      expect(seen(one.b.state)).not.toEqual(before);
      const asked = others.map((o) => (ELSEWHERE[o] as (w: World) => Asked)(one));
      for (const a of asked) does(one.b, a);
      const cmd = one.b.facts.find((f) => f.seq === went)?.cmd;
      const came = does(one.b, [back[0], back[1].id === COMMAND ? { id: cmd } : back[1]]);
      const after = seen(one.b.state);
      // The others' deeds alone, on the original path.
      const alone = programming.replay(one.b.facts.filter((f) => f.seq !== went && f.seq !== came));
      expect(after).toEqual(seen(alone));
    }),
    { numRuns },
  );
}
