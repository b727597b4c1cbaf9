/**
 * For every planners' deed with an undo: doing and undoing it leaves the path as it was, whatever unrelated happened
 * between.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { programming } from '@/domain/programming/catalogue';
import { type Asked, COMMAND, does, ELSEWHERE, furnished, seen, WAYS, type World } from './undo-ways';

describe('the way back', () => {
  it.each(Object.keys(WAYS))(
    'of %s leaves the path as it was, whatever somebody else did meanwhile',
    (name) => {
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
        { numRuns: 8 },
      );
    },
  );

  it('is there for every deed that changes something, but for those that are never taken back in silence', () => {
    const withWay = new Set([
      ...Object.keys(WAYS),
      ...[
        'restoreThing',
        'undoReshape',
        'reopenTable',
        'unmergeCode',
        'revertPublication',
        'takeBack',
        'undoImport',
        'dropHint',
      ],
    ]);
    const NEVER = {
      openPath: 'opened by mistake, it is discarded',
      discardPath: 'next-year.test.ts',
      recoverPath: 'next-year.test.ts',
      clearQuotes: 'words withheld for good',
      addTable: 'closed with a reason, and stays',
      renameTable: 'the old name stays with its reason',
      redefineTable: 'the old object stays with its reason',
      takeRequest: 'what somebody asked is owed an answer',
      answerRequest: 'an earlier answer stays beneath the new one',
      codeWords: 'words whose coding goes were still read',
      importProjects: 'brought in by importRows since it has a way back',
      importPaper: 'brought in by importRows since it has a way back',
    };
    const without = Object.keys(programming.deeds).filter((d) => !withWay.has(d));
    expect(without.sort()).toEqual(Object.keys(NEVER).sort());
    expect(Object.keys(WAYS).length).toBeGreaterThan(40);
  });
});
