/** The command line makes every document and table of a path, in every form that the planners' page offers. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { pathFile, pathFileNames } from '@/server/exports/path-files';
import { FORM_TYPES } from '@/server/file-formats/formats';
import { officeDetails } from '@/server/identity/office-details';
import { PATH_DOCUMENTS } from '@/reports/documents/document-names';
import { bundledProgram } from '../bundled-program';
import { type Demo, demonstration } from '../reports/demo';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });
const folder = mkdtempSync(join(tmpdir(), 'cerchi-files-'));
const env = { ...process.env, CERCHI_DATA: join(folder, 'data') };
const cli = (...args: string[]) =>
  spawnSync(process.execPath, [bundledProgram('src/cli/cli.ts'), ...args], { env, encoding: 'utf8' });

let demo: Demo;
beforeAll(async () => {
  demo = await demonstration();
  expect(cli('demo').status).toBe(0);
});
afterAll(async () => {
  await demo.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the files of a path', () => {
  it('are listed in every form, and each one that is listed is made', async () => {
    const { streams } = demo.house;
    const row = streams.index.find('PATTO');
    if (!row) throw new Error('no path');
    const names = pathFileNames(streams, row);
    expect(new Set(names).size).toBe(names.length);
    for (const what of [...PATH_DOCUMENTS, 'dossier-tavolo-poverta', 'atti-DEMO'])
      for (const form of Object.keys(FORM_TYPES)) expect(names).toContain(`${what}.${form}`);
    const desk = { streams, folder, office: () => officeDetails(streams.store), publicUrl: null };
    // The slow forms are written by the same road: tests/reports/documents.test.ts opens them.
    for (const name of names.filter((n) => !/\.(pdf|epub|odt|docx|html)$/.test(n))) {
      const made = await pathFile(desk, row, name, 'it');
      expect(made?.body.length, name).toBeGreaterThan(20);
      expect(made?.name.endsWith(name.slice(name.indexOf('.'))), name).toBe(true);
    }
    for (const none of ['altro.pdf', 'projects.exe', 'constructor.csv', '__proto__.pdf', 'tabelle.pdf'])
      expect(await pathFile(desk, row, none, 'it'), none).toBeNull();
  });

  it('are written by the command line under the name asked for; one that there is not is said, with those that there are', () => {
    const to = join(folder, 'obiettivi.html');
    expect(cli('export', 'path', '--file', 'obiettivi.html', '--lang', 'en', '--out', to).status).toBe(0);
    expect(readFileSync(to, 'utf8')).toContain('Goals 2015');
    const none = cli('export', 'path', '--file', 'niente.pdf');
    expect(none.status).toBe(1);
    expect(none.stderr).toContain('programma-attuativo.pdf');
    expect(cli('export', 'path', '--file', 'all').status).toBe(2);
    expect(cli('export', 'DEMO', '--file', 'obiettivi.html').status).toBe(2);
    expect(existsSync(join(folder, 'niente.pdf'))).toBe(false);
  });
});
