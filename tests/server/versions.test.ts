/** A data folder written by an earlier version opens, and folds to what it folded to then. */
import { describe, expect, it } from 'vitest';
import { fold, layOutVersion, versions } from '../harm/versions';
import { newFolder } from './house';

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
      expect([code, is?.facts, is?.fingerprint, is?.wrong]).toEqual([code, was.facts, was.fingerprint, []]);
      // A later version may know more of it, never something else.
      expect(is?.state).toMatchObject(was.state as object);
    }
  });
});
