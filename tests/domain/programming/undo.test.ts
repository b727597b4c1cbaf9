/**
 * For every planners' deed with an undo: doing and undoing it leaves the path as it was, whatever unrelated happened
 * between.
 */
import { describe, expect, it } from 'vitest';
import { programming } from '@/domain/programming/catalogue';
import { leavesAsItWas } from './undo-property';
import { WAYS } from './undo-ways';

describe('the way back', () => {
  // Each run draws other cases; the slow project tries many more (tests/slow/undo.test.ts).
  it.each(Object.keys(WAYS))(
    'of %s leaves the path as it was, whatever somebody else did meanwhile',
    (name) => leavesAsItWas(name, 3),
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
