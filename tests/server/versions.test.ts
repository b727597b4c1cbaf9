/** A data folder written by an earlier version opens, and folds to the same state as then. */
import { describe, expect, it } from 'vitest';
import { fold, layOutVersion, versions } from '../harm/versions';
import { newFolder } from './house';

/** Since tables can be merged and split again, their history also tells when they were closed. */
const withoutClosings = (state: unknown): unknown =>
  JSON.parse(JSON.stringify(state), (key, value: unknown) =>
    key === 'history' && Array.isArray(value)
      ? value.filter((step) => (step as { field?: string }).field !== 'closed')
      : value,
  );

describe('[S50] data of earlier versions', () => {
  it('are kept here', () => {
    expect(versions()).toContain('2026-11-24');
  });

  it.each(versions())('%s opens, and means what it meant', (name) => {
    const { database, before } = layOutVersion(name, newFolder());
    const now = fold(database);
    expect(Object.keys(now).sort()).toEqual(Object.keys(before).sort());
    for (const [code, was] of Object.entries(before)) {
      const is = now[code];
      // Another test, of the upgrade, checks its lines to the letter.
      expect([code, is?.facts, is?.wrong]).toEqual([code, was.facts, []]);
      // A later version may know more of it, never something else; it forgets the device of an anonymous note.
      const meant = structuredClone(was.state) as {
        notes?: Record<string, { anonymous: boolean; origin: string }>;
      };
      for (const note of Object.values(meant.notes ?? {}))
        if (note.anonymous && note.origin !== 'carta') note.origin = 'telefono';
      expect(withoutClosings(is?.state)).toMatchObject(withoutClosings(meant) as object);
    }
  });
});
