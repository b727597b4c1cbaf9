/** The metadata of open data, read back by a JSON-LD processor and held to what DCAT-AP_IT makes mandatory. */
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { dcatApIt, type Publisher } from '@/reports/dcat';
import { openLicence } from '@/reports/licences';
import type { PathExport } from '@/reports/path-json';

const DCAT = 'http://www.w3.org/ns/dcat#';
const DCT = 'http://purl.org/dc/terms/';
const FOAF = 'http://xmlns.com/foaf/0.1/';
const IT = 'http://dati.gov.it/onto/dcatapit#';
const BASE = 'https://cerchi.unione.test/dati/';
const path = { code: 'PATTO', title: 'Nuovo «Patto»', intro: 'Da «capo» a piè', licence: 'CC-BY-4.0' };
const published = [
  { what: 'goal', id: 'goal-1', licence: 'CC-BY-4.0' },
  { what: 'goal', id: 'goal-2', licence: 'CC0-1.0' },
  { what: 'goal', id: 'goal-3', licence: 'nessuna' },
];
const data = {
  path,
  published,
  exportedAt: '2015-01-31T10:00:00.000Z',
  notice: null,
} as unknown as PathExport;
const by: Publisher = {
  name: 'Unione delle Terre',
  ipa: 'uterre',
  contact: 'dati@unione.test',
  address: 'https://cerchi.unione.test/esiti/PATTO',
};
const tables = [
  { name: 'needs', title: 'Bisogni' },
  { name: 'goals', title: 'Obiettivi' },
];

type Node = Record<string, { '@id'?: string; '@value'?: string }[]> & { '@id': string; '@type': string[] };
const read = async (asked: Publisher): Promise<Node[]> =>
  (await jsonld.flatten(JSON.parse(JSON.stringify(dcatApIt(data, tables, asked))), undefined, {
    base: BASE,
  })) as unknown as Node[];
const MANDATORY: Record<string, string[]> = {
  Catalog: [`${DCT}title`, `${DCT}description`, `${DCT}publisher`, `${DCT}modified`, `${DCAT}dataset`],
  Dataset: [
    `${DCT}identifier`,
    `${DCT}title`,
    `${DCT}description`,
    `${DCT}modified`,
    `${DCAT}theme`,
    `${DCT}rightsHolder`,
    `${DCT}accrualPeriodicity`,
  ],
  Distribution: [`${DCT}format`, `${DCAT}accessURL`, `${DCT}license`],
  Agent: [`${DCT}identifier`, `${FOAF}name`],
};

describe('the DCAT-AP_IT metadata', () => {
  it('says all that the profile makes mandatory, and points at nothing that is not there', async () => {
    const expanded = await read(by);
    for (const [kind, fields] of Object.entries(MANDATORY)) {
      const nodes = expanded.filter((n) => n['@type']?.includes(IT + kind));
      expect(nodes.length, kind).toBe(kind === 'Distribution' ? 5 : 1);
      for (const node of nodes)
        for (const field of fields) {
          const [value] = node[field] ?? [];
          expect(value?.['@id'] ?? value?.['@value'], `${kind} ${field}`).toMatch(/\S/);
        }
    }
    const ids = new Set(expanded.map((n) => n['@id']));
    const dataset = expanded.find((n) => n['@type']?.includes(`${IT}Dataset`));
    for (const field of [`${DCAT}distribution`, `${DCT}rightsHolder`, `${DCAT}contactPoint`])
      for (const { '@id': id = '' } of dataset?.[field] ?? []) expect(ids).toContain(id);
    const files = expanded.flatMap((n) => n[`${DCAT}downloadURL`] ?? []).map((u) => u['@id']);
    expect(files).toEqual([`${BASE}data/goals.csv`, `${BASE}data/needs.csv`, `${BASE}path.json`]);
  });

  it('where nobody reaches the server the files themselves are the address', async () => {
    const access = (await read({ ...by, address: null })).flatMap((n) => n[`${DCAT}accessURL`] ?? []);
    expect(access.map((u) => u['@id'])).toContain(`${BASE}path.json`);
  });

  it('[decision 51] has the public page as one form for each licence that its texts have', async () => {
    const pages = async (asked: Publisher) =>
      (await read(asked)).filter((n) => n[`${DCT}title`]?.[0]?.['@value']?.startsWith('Esiti pubblicati'));
    const all = await pages(by);
    expect(all.map((n) => n[`${DCT}license`]?.[0]?.['@id']).sort()).toEqual([
      'https://creativecommons.org/licenses/by/4.0/',
      'https://creativecommons.org/publicdomain/zero/1.0/',
    ]);
    expect(new Set(all.map((n) => n[`${DCAT}accessURL`]?.[0]?.['@id']))).toEqual(new Set([by.address]));
    const documents = (await read(by)).filter((n) => n['@type']?.includes(`${IT}LicenseDocument`));
    expect(documents.map((n) => n['@id']).sort()).toEqual(
      all.map((n) => n[`${DCT}license`]?.[0]?.['@id']).sort(),
    );
    // A server that nobody reaches has no page to point at.
    expect(await pages({ ...by, address: null })).toEqual([]);
  });

  it('is not made without an open licence or the body’s code', () => {
    const closed = { ...data, path: { ...path, licence: 'nessuna' } } as unknown as PathExport;
    expect(dcatApIt(closed, tables, by)).toBeNull();
    expect(dcatApIt(data, tables, { ...by, ipa: '' })).toBeNull();
  });
});

it('no licence is open where none was chosen', () => {
  for (const none of [undefined, null, 'nessuna'] as const) expect(openLicence(none)).toBeNull();
  expect(openLicence('CC0-1.0')?.short).toBe('CC0 1.0');
});
