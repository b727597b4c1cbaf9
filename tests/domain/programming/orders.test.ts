/** The order of a path's lists: meetings, goals, members of a table. */
import { describe, expect, it } from 'vitest';
import { emptyPath, type Goal, type Meeting, type Member } from '@/domain/programming/state';
import { goalsInOrder } from '@/domain/programming/goals';
import { meetingsInOrder } from '@/domain/programming/meetings';
import { byRole } from '@/domain/programming/table-members';

const byId = <T extends { id: string }>(list: readonly T[]): Record<string, T> =>
  Object.fromEntries(list.map((x) => [x.id, x]));
const ids = (list: readonly { id: string }[]): string => list.map((x) => x.id).join(' ');

describe('in order stand', () => {
  it('the meetings of a phase: dated ones by date, then those still without one; loose ones apart', () => {
    const meeting = (id: string, phase: string | null, date: string | null, at: number, removed = false) =>
      ({ id, phase, date, at, removed }) as Meeting;
    const path = emptyPath();
    path.meetings = byId([
      meeting('undated', 'p1', null, 1),
      meeting('late', 'p1', '2014-05-02', 2),
      meeting('early', 'p1', '2014-02-01', 4),
      meeting('undated-too', 'p1', null, 3),
      meeting('gone', 'p1', '2014-01-01', 5, true),
      meeting('loose', null, '2014-03-01', 6),
    ]);
    expect(ids(meetingsInOrder(path, 'p1'))).toBe('early late undated undated-too');
    expect(ids(meetingsInOrder(path, null))).toBe('loose');
  });

  it('goals by their code, counted as numbers', () => {
    const path = emptyPath();
    path.goals = byId(['O10', 'O9', 'O1'].map((code) => ({ id: code, code }) as Goal));
    expect(ids(goalsInOrder(path))).toBe('O1 O9 O10');
  });

  it('members of a table: who leads, who takes part, who is invited, then as they came', () => {
    const member = (id: string, role: Member['role'], at: number) => ({ id, role, at }) as Member;
    const all = [
      member('new', 'invitato', 1),
      member('second', 'partecipa', 3),
      member('first', 'partecipa', 2),
      member('lead', 'coordina', 4),
    ];
    expect(ids(all.sort(byRole))).toBe('lead first second new');
  });
});
