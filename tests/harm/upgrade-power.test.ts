/** The power is cut while a folder of before is upgraded: its log, its secrecy and everybody's hold on her own acts stay. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { Fact } from '@/domain/deed';
import { bundledProgram } from '../bundled-program';
import { dump, opened, sealedIn, tellsNothing, told } from './sealed-lines';
import { buildShim, noShim } from './shim';
import { FINISHED, STEPS } from './upgrade-crash';
import { fold, layOutVersion } from './versions';

const script = fileURLToPath(new URL('./upgrade-crash.ts', import.meta.url));
const COPY = join('copies', 'cerchi-2026-11-24T10-00-00.backup');
const DATABASE = 'cerchi.sqlite';

let workshop = '';
afterEach(() => {
  if (workshop !== '') rmSync(workshop, { recursive: true, force: true });
});

/** A folder of before with an automatic copy in it, all of it on the disk. */
class OldFolder {
  readonly folder: string;
  private readonly disk: string;
  private readonly shim: string;
  readonly was: Map<string, Fact[]>;

  constructor(private readonly careless = '') {
    workshop = mkdtempSync(join(tmpdir(), 'cerchi-upgrade-'));
    this.folder = join(workshop, 'folder');
    this.disk = join(workshop, 'disk');
    this.shim = buildShim('unsynced', workshop);
    mkdirSync(join(this.folder, 'copies'), { recursive: true });
    const { database } = layOutVersion('2026-11-24', this.folder);
    copyFileSync(database, join(this.folder, COPY));
    cpSync(this.folder, this.disk, { recursive: true });
    this.was = this.aside((folder) => told(join(folder, DATABASE)));
  }

  /** Opens it as the server does; at this step of this file the power goes. */
  cutAt(step: string, file: string): void {
    const run = [bundledProgram(script), join(this.folder, DATABASE), step, join(this.folder, file)];
    const child = spawnSync(process.execPath, run, {
      encoding: 'utf8',
      env: {
        ...process.env,
        LD_PRELOAD: this.shim,
        CUT_FROM: this.folder,
        CUT_TO: this.disk,
        HARM_CARELESS: this.careless,
      },
    });
    expect([child.signal, child.stderr]).toEqual(['SIGKILL', '']);
    rmSync(this.folder, { recursive: true });
    cpSync(this.disk, this.folder, { recursive: true });
  }

  /** Looks at a second one, because looking changes it. */
  aside<T>(look: (folder: string) => T): T {
    const folder = mkdtempSync(join(workshop, 'aside-'));
    cpSync(this.folder, folder, { recursive: true });
    return look(folder);
  }

  /** Every line with its author, as the keys on this disk tell; lines that are not encrypted, as they were. */
  lines(file: string): Map<string, Fact[]> {
    return this.aside((folder) => {
      const at = join(folder, file);
      if (sealedIn(dump(at).facts).length === 0) return told(at);
      // A copy's keys are beside the database.
      const apart = join(folder, 'apart');
      mkdirSync(apart);
      for (const end of ['', '-wal', '-journal'])
        if (existsSync(at + end)) copyFileSync(at + end, join(apart, DATABASE + end));
      if (existsSync(join(folder, 'keys')))
        cpSync(join(folder, 'keys'), join(apart, 'keys'), { recursive: true });
      return opened(join(apart, DATABASE));
    });
  }
}

const cannot = noShim();
describe.skipIf(cannot !== null)(
  `[S50] an upgrade without power${cannot ? ` (skipped: ${cannot})` : ''}`,
  () => {
    it.each(STEPS)('cut at “%s” of the database, then of a copy, then at its end', (step) => {
      const old = new OldFolder();
      old.cutAt(step, DATABASE);
      expect(old.lines(DATABASE)).toEqual(old.was);
      old.cutAt(step, COPY);
      expect(old.lines(DATABASE)).toEqual(old.was);
      expect(old.lines(COPY)).toEqual(old.was);
      old.cutAt(FINISHED, DATABASE);
      const files = readdirSync(old.folder).filter((name) =>
        /^cerchi\.sqlite(\.before-upgrade-\d+)?$/.test(name),
      );
      expect(files).toHaveLength(2);
      for (const file of [...files, COPY]) {
        expect(
          old.aside((folder) => tellsNothing(join(folder, file))),
          file,
        ).toBeGreaterThan(500);
        expect(old.lines(file), file).toEqual(old.was);
      }
      const wrong = old.aside((folder) =>
        Object.values(fold(join(folder, DATABASE))).flatMap((f) => f.wrong),
      );
      expect(wrong).toEqual([]);
    });

    it('a careless build, which syncs no key before its lines, is found out', () => {
      const old = new OldFolder('keys');
      old.cutAt('after COMMIT', DATABASE);
      const lost = [...old.lines(DATABASE).values()].flat().filter((fact) => fact.by === null);
      expect(lost.length).toBeGreaterThan(500);
    });
  },
);
