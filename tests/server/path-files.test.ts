/** Every file of a path by its name: what it is called when it arrives, its type, and that it is there at all. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { WriteJob } from '@/server/exports/documents';
import { type PathFile, pathFile, pathFileNames } from '@/server/exports/path-files';
import { DETAILS } from '../office-details';
import { demoHouse } from './demo-house';
import type { TestHouse } from './house';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let house: TestHouse;
const asked: { form: string; id: string; folder: string | null }[] = [];
beforeAll(async () => {
  house = await demoHouse();
});
afterAll(async () => {
  await house.close();
  house.remove();
});
/** The writers of documents have tests of their own: here it counts what they are asked for. */
const made = (file: string, lang = 'it'): Promise<PathFile | null> => {
  const row = house.streams.index.find('PATTO');
  if (!row) throw new Error('no path');
  const write: WriteJob = async ({ form, id, folder }) => {
    asked.push({ form, id, folder });
    return new Uint8Array([1]);
  };
  const desk = {
    streams: house.streams,
    folder: '/the/folder',
    office: () => DETAILS,
    publicUrl: null,
    write,
  };
  return pathFile(desk, row, file, lang);
};
const text = (file: PathFile | null): string =>
  typeof file?.body === 'string' ? file.body : new TextDecoder().decode(file?.body);

describe('the files of a path', () => {
  it('are documents in five forms, data, tables and sheets, each named once', () => {
    const row = house.streams.index.find('PATTO');
    const names = row ? pathFileNames(house.streams, row) : [];
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((n) => n.startsWith('percorso.'))).toEqual(
      ['pdf', 'epub', 'odt', 'docx', 'html'].map((form) => `percorso.${form}`),
    );
    expect(names).toEqual(
      expect.arrayContaining([
        ...['dossier-tavolo-poverta.odt', 'atti-DEMO.html', 'tutto.json', 'decidim.json', 'codici.qdc'],
        ...['lettura.qdpx', 'pacchetto.zip', 'tabelle.xlsx', 'tabelle.ods', 'decidim-proposte.csv'],
        ...['osservatorio.csv', 'sources.csv', 'goal_measures.csv'],
      ]),
    );
  });

  it('have a type that programs know them by, and a name with the day, the path and what they are', async () => {
    const types: Record<string, [type: string, what: string]> = {
      'tutto.json': ['application/json; charset=utf-8', 'dati.json'],
      'decidim.json': ['application/json; charset=utf-8', 'decidim.json'],
      'codici.qdc': ['text/xml; charset=utf-8', 'codici.qdc'],
      'lettura.qdpx': ['application/zip', 'lettura.qdpx'],
      'tabelle.xlsx': ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'tabelle.xlsx'],
      'tabelle.ods': ['application/vnd.oasis.opendocument.spreadsheet', 'tabelle.ods'],
      'decidim-proposte.csv': ['text/csv; charset=utf-8', 'decidim-proposte.csv'],
      'osservatorio.csv': ['text/csv; charset=utf-8', 'osservatorio.csv'],
      'needs.csv': ['text/csv; charset=utf-8', 'needs.csv'],
    };
    const today = new Date(house.streams.clock()).toISOString().slice(0, 10);
    for (const [file, [type, what]] of Object.entries(types)) {
      const there = await made(file);
      expect(there?.type, file).toBe(type);
      expect(there?.name).toMatch(new RegExp(`^${today}_[a-z0-9-]+_${what}$`));
    }
    expect((await made('pacchetto.zip'))?.type).toBe('application/zip');
  });

  it('hold what their name says, in the language that was asked for', async () => {
    expect(JSON.parse(text(await made('tutto.json')))).toMatchObject({ format: 'cerchi-path' });
    expect(text(await made('tutto.json'))).toContain('\n  "version": 1');
    expect(JSON.parse(text(await made('decidim.json')))).toHaveProperty(
      'participatory_process.slug',
      'patto',
    );
    expect(text(await made('decidim.json'))).toContain('\n  "meetings"');
    expect(text(await made('codici.qdc'))).toContain('<CodeBook');
    expect(text(await made('decidim-risultati.csv'))).toMatch(/^id;category\/id/);
    expect(text(await made('osservatorio.csv'))).toContain('Legge di riferimento');
    expect(text(await made('needs.csv'))).toMatch(/^\uFEFFDATI DIMOSTRATIVI/);
    expect(text(await made('needs.csv', 'en'))).not.toBe(text(await made('needs.csv')));
  });

  it('name their columns even where they have no rows', async () => {
    const row = house.streams.index.find('PATTO');
    const path = row && house.streams.path(row).whole();
    if (!path) throw new Error('no path');
    const measures = path.measures;
    Object.assign(path, { measures: {} });
    const sheet = text(await made('goal_measures.csv')).split('\r\n');
    Object.assign(path, { measures });
    expect(sheet[1]).toContain('Valore');
    expect(sheet[2]).toMatch(/^;+$/);
    expect(sheet[3]).toBe('');
  });

  it('are written as documents with the photographs’ folder, under an address of their own', async () => {
    asked.length = 0;
    const file = await made('mappa-risorse.odt');
    expect(file?.type).toBe('application/vnd.oasis.opendocument.text');
    expect(file?.name).toMatch(/_mappa-risorse\.odt$/);
    const id = house.streams.index.find('PATTO')?.id;
    expect(asked).toMatchObject([
      { form: 'odt', id: `urn:cerchi:${id}:mappa-risorse`, folder: '/the/folder/photos' },
    ]);
    expect(await made('atti-demo.html')).toMatchObject({ type: 'text/html; charset=utf-8' });
  });

  it('are not there under any other name', async () => {
    for (const none of [
      ...['altro.pdf', 'dossier-nessuno.odt', 'atti-NESSUNO.odt', 'projects.exe', 'constructor.csv'],
      ...['__proto__.pdf', 'tabelle.pdf', 'needs.json', 'tutto.csv', 'needs', '', '.csv'],
    ])
      expect(await made(none), none).toBeNull();
  });
});
