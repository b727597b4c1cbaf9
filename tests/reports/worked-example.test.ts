/**
 * One small year in every export, whole: the files beside this test, in `golden`, are read like the documents
 * themselves. A change of what an export says shows there; `npx vitest run --update` with this file writes them again.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { givenBack } from '@/domain/programming/public-outcomes';
import { filmOf } from '@/reports/day-film';
import { dcatApIt } from '@/reports/dcat';
import { DECIDIM_FILES, decidimCsv, decidimJson } from '@/reports/decidim';
import type { Doc } from '@/reports/document';
import { dossier } from '@/reports/documents/dossier';
import { finalReport } from '@/reports/documents/final-report';
import { goalsDocument } from '@/reports/documents/goals';
import { sheetsDocument } from '@/reports/documents/intervention-sheets';
import { needsProposals } from '@/reports/documents/needs-proposals';
import { outcomesDocument } from '@/reports/documents/outcomes';
import { participatoryProposal } from '@/reports/documents/participatory-proposal';
import { pathDocument } from '@/reports/documents/path-document';
import { proceedings } from '@/reports/documents/proceedings';
import { resourceMapDocument } from '@/reports/documents/resource-map';
import { programme } from '@/reports/documents/yearly-programme';
import { gatheringJson } from '@/reports/gathering-json';
import { observatoryRows } from '@/reports/observatory';
import { officeTables } from '@/reports/office-tables';
import { openPart, passedOn } from '@/reports/open-data';
import { descriptor, typedCsv } from '@/reports/package-descriptor';
import { packageTables } from '@/reports/package-tables';
import { type PathExport, pathJson } from '@/reports/path-json';
import { qdc, qdpx } from '@/reports/refi-qda';
import { documentLines, sayKeys } from './document-lines';
import { blankPath, LABELS, workedPath } from './worked-path';

let year: ReturnType<typeof workedPath>;
let data: PathExport;
beforeAll(() => {
  year = workedPath();
  data = pathJson(year.path, year.gatherings, { exportedAt: Date.UTC(2014, 11, 31, 10, 0) });
});

const worked = (text: string, name: string) => expect(text).toMatchFileSnapshot(`golden/${name}.txt`);
/** Each entry of an object, and each member of a list in it, on a line. */
const listed = (all: object): string =>
  Object.entries(all)
    .flatMap(([key, value]) =>
      Array.isArray(value)
        ? [`${key}:`, ...value.map((x) => `  ${JSON.stringify(x)}`)]
        : [`${key}: ${JSON.stringify(value)}`],
    )
    .join('\n')
    .concat('\n');

describe('the documents of a path', () => {
  const kinds: Record<string, (setting: { data: PathExport; say: typeof sayKeys }) => Doc | null> = {
    percorso: pathDocument,
    'proposta-partecipata': participatoryProposal,
    'relazione-finale': finalReport,
    'quadro-bisogni-proposte': needsProposals,
    'mappa-risorse': resourceMapDocument,
    obiettivi: goalsDocument,
    'registro-esiti': outcomesDocument,
    'programma-attuativo': programme,
    'schede-intervento': sheetsDocument,
    dossier: (setting) => dossier(setting, 'table-0001'),
    'dossier-voti': (setting) => dossier(setting, 'table-0002'),
    'dossier-unito': (setting) => dossier(setting, 'table-0006'),
  };
  const written = (kind: string, of: PathExport): string => {
    const doc = kinds[kind]?.({ data: of, say: sayKeys });
    return doc ? documentLines(doc) : '';
  };

  it.each(Object.keys(kinds))('%s: its words in their order, and nothing else', (kind) =>
    worked(written(kind, data), kind),
  );

  it('of a year in which little was written yet leave out what is not there, and the lines that the body fills in stay', () => {
    const blank = pathJson(blankPath(), [], { exportedAt: 0 });
    return worked(
      Object.keys(kinds)
        .map((kind) => written(kind, blank))
        .join('\n'),
      'anno-vuoto',
    );
  });

  it('there is no dossier of a table that nobody knows, and there is one of a closed table', () => {
    expect(dossier({ data, say: sayKeys }, 'table-none')).toBeNull();
    expect(dossier({ data, say: sayKeys }, 'table-0003')?.name).toBe('dossier-Tavolo vecchio');
  });
});

describe('the book of a gathering', () => {
  const book = (n: number, publicly: boolean) => {
    const [state] = year.gatherings.slice(n);
    if (!state) throw new Error('no gathering');
    const exported = gatheringJson(state, {
      labels: LABELS,
      publicly,
      exportedAt: Date.UTC(2014, 4, 19, 8, 0),
    });
    const given = givenBack(year.path, year.look);
    return { exported, given };
  };

  it('of a market: topics with their circles, reports and notes, the map, the harvest, the indexes', () => {
    const { exported, given } = book(0, false);
    const doc = proceedings({
      data: exported,
      say: sayKeys,
      address: 'https://example.org/atti/MERCATO',
      givenBack: [given],
    });
    return worked(documentLines(doc), 'atti-mercato');
  });

  it('of a listening meeting: the ideas to each prompt, and minutes', () =>
    worked(documentLines(proceedings({ data: book(1, true).exported, say: sayKeys })), 'atti-ascolto'));

  it('as data, for the office', () => worked(listed(book(0, false).exported), 'mercato-ufficio'));
  it('as data, in public', () => worked(listed(book(0, true).exported), 'mercato-pubblico'));
});

describe('the replay of a day', () => {
  it('has the board, the circles and the people at a few moments, by their time', () =>
    worked(listed(filmOf(year.facts, 9)), 'filmato'));
});

describe('the data of a path', () => {
  it('whole, for the office', () => worked(listed(data), 'percorso-dati'));

  it('as tables: their keys, their types, their rows', () =>
    worked(
      packageTables(data)
        .map((t) => `${t.title}\n${JSON.stringify(t.fields)}\n${t.primaryKey}\n${typedCsv(t)}`)
        .join('\n')
        .replaceAll('\r\n', '\n'),
      'tabelle',
    ));

  it('as tables of an office: headings in words, names in place of ids', () =>
    worked(
      officeTables(packageTables(data), sayKeys)
        .map((t) => listed({ [t.name]: t.title, columns: t.columns, rows: t.rows }))
        .join('\n'),
      'tabelle-ufficio',
    ));

  it('its package is described', () => worked(listed(descriptor(data, packageTables(data))), 'pacchetto'));

  it('in an open catalogue it is described by whoever publishes it, without judgements and memos', () => {
    const open = passedOn(openPart(data));
    const by = { name: 'Unione', ipa: 'unione_x', contact: 'a@example.org', address: null };
    const tables = packageTables(open).filter((t) => ['needs', 'published'].includes(t.name));
    const address = 'https://example.org/percorso/ESEMPIO';
    const graph = (at: string | null) => dcatApIt(open, tables, { ...by, address: at })?.['@graph'] ?? [];
    return worked(
      listed({
        ...open,
        changes: open.changes,
        '@graph': graph(null),
        '@graph with address': graph(address),
      }),
      'dati-aperti',
    );
  });

  it('for Decidim: published parts as its importers read them', () =>
    worked(
      [
        listed(decidimJson(data)),
        ...Object.values(DECIDIM_FILES).map((sheet) => decidimCsv(data, sheet).replaceAll('\r\n', '\n')),
      ].join('\n'),
      'decidim',
    ));

  it('for the Region’s observatory: each field with its value', () =>
    worked(
      observatoryRows(data, sayKeys)
        .map((row) => Object.values(row).join(': '))
        .join('\n')
        .concat('\n'),
      'osservatorio',
    ));

  it('for programs that read codes: codebook, sources, codings', () => {
    const { project, sources } = qdpx(data);
    const lines = (xml: string) => xml.replaceAll('><', '>\n<');
    return worked([lines(qdc(data)), lines(project), listed({ sources })].join('\n'), 'refi-qda');
  });
});
