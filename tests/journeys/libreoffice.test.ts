/** Every document and spreadsheet of a path opened by LibreOffice; skipped with a message where it is not installed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayIn } from '@/i18n/read';
import { PAPERS } from '@/reports/documents/papers';
import { officeTables } from '@/reports/office-tables';
import { packageTables } from '@/reports/package-tables';
import { pathData } from '@/server/documents/export-data';
import { documentOf, FORMS } from '@/server/documents/documents';
import type { StreamRow } from '@/server/streams/streams';
import { workbook } from '@/server/documents/writers/workbook';
import { type Demo, demonstration } from '../reports/demo';

const soffice = spawnSync('soffice', ['--version']).status === 0;
const say = sayIn('it', ['common', 'record', 'documents']);
const KINDS = [...PAPERS, 'dossier-tavolo-poverta', 'dossier-tavolo-cabina', 'atti-DEMO'];

describe.skipIf(!soffice)(
  'opened in LibreOffice (apt-get install libreoffice-writer libreoffice-calc)',
  () => {
    let demo: Demo;
    let row: StreamRow;
    const folder = mkdtempSync(join(tmpdir(), 'cerchi-lo-'));
    const opened = (to: string, files: readonly string[]): void => {
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const run = spawnSync('soffice', [
        profile,
        '--headless',
        '--convert-to',
        to,
        '--outdir',
        folder,
        ...files,
      ]);
      expect(run.status).toBe(0);
      expect(run.stderr.toString()).not.toMatch(/error/i);
    };
    beforeAll(async () => {
      demo = await demonstration();
      const found = demo.house.streams.index.find('PATTO');
      if (!found) throw new Error('no path');
      row = found;
    });
    afterAll(async () => {
      rmSync(folder, { recursive: true, force: true });
      await demo.close();
    });

    it.each(['odt', 'docx'])(
      'every document as %s opens, with its title and its pages of text',
      async (ending) => {
        const files: string[] = [];
        for (const kind of KINDS) {
          const doc = documentOf(demo.house.streams, row, kind, say);
          const form = FORMS[ending];
          if (!doc || !form) throw new Error(`no ${kind}.${ending}`);
          const file = join(folder, `${kind}-${ending}.${ending}`);
          writeFileSync(file, await form.write(doc));
          files.push(file);
        }
        opened('txt:Text', files);
        for (const kind of KINDS) {
          const doc = documentOf(demo.house.streams, row, kind, say);
          const text = readFileSync(join(folder, `${kind}-${ending}.txt`), 'utf8');
          expect(text, kind).toContain(doc?.title);
          expect(text.length, kind).toBeGreaterThan(1000);
        }
      },
    );

    it.each(['ods', 'xlsx'] as const)('the spreadsheet as %s opens, every sheet of it', async (ending) => {
      const tables = officeTables(packageTables(pathData(demo.house.streams, row)), say);
      const file = join(folder, `tabelle-${ending}.${ending}`);
      writeFileSync(file, await workbook[ending](tables, { title: 'Prova', lines: [] }));
      opened('pdf', [file]);
      expect(statSync(join(folder, `tabelle-${ending}.pdf`)).size).toBeGreaterThan(20_000);
    });
  },
);
