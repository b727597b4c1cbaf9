/** DCAT-AP_IT metadata of a path's data package, as JSON-LD, for the catalogue of an Italian public body (docs/export.md). */
import { openLicence, type OpenLicence } from './licences';
import type { PathExport } from './path-json';

/** `ipa`: the body's code in the index of public administrations; `address`: where the public page is, null where nobody reaches it. */
export type Publisher = { name: string; ipa: string; contact: string; address: string | null };

const THEME = 'http://publications.europa.eu/resource/authority/data-theme/SOCI';
const YEARLY = 'http://publications.europa.eu/resource/authority/frequency/ANNUAL';
const FILE_TYPE = 'http://publications.europa.eu/resource/authority/file-type';

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatapit: 'http://dati.gov.it/onto/dcatapit#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  owl: 'http://www.w3.org/2002/07/owl#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

const inItalian = (words: string) => ({ '@value': words, '@language': 'it' });
const onDay = (iso: string) => ({ '@value': iso.slice(0, 10), '@type': 'xsd:date' });
const the = (id: string) => ({ '@id': id });

/** The texts on the public page that are published under one licence. */
const pageUnder = (licence: OpenLicence, address: string) => ({
  '@id': `#esiti-${licence.short.replaceAll(' ', '-')}`,
  '@type': ['dcat:Distribution', 'dcatapit:Distribution'],
  'dct:title': inItalian(`Esiti pubblicati con licenza ${licence.short}`),
  'dct:format': the(`${FILE_TYPE}/HTML`),
  'dcat:accessURL': the(address),
  'dct:license': the(licence.address),
});

/** Null where the office has chosen no open licence, or has no code of its own: then it is nobody's open data yet. */
export function dcatApIt(
  data: PathExport,
  tables: readonly { name: string; title: string }[],
  by: Publisher,
) {
  const licence = openLicence(data.path.licence);
  if (!licence || by.ipa === '') return null;
  const { path } = data;
  // Relative names are resolved against the file itself: the package is true wherever it lies.
  const own = (part: string) => `#${part}`;
  const identifier = `${by.ipa}:cerchi-${path.code.toLowerCase()}`;
  const licensed = ({ address, type, italian, version }: OpenLicence) => ({
    '@id': address,
    '@type': ['dct:LicenseDocument', 'dcatapit:LicenseDocument'],
    'dct:type': the(type),
    'foaf:name': inItalian(italian),
    'owl:versionInfo': version,
  });
  const distribution = (file: string, title: string, format: string) => ({
    '@id': own(file),
    '@type': ['dcat:Distribution', 'dcatapit:Distribution'],
    'dct:title': inItalian(title),
    'dct:format': the(`${FILE_TYPE}/${format}`),
    'dcat:accessURL': the(by.address ?? file),
    'dcat:downloadURL': the(file),
    'dct:license': the(licence.address),
  });
  const files = [
    ...tables.map((t) => distribution(`data/${t.name}.csv`, t.title, 'CSV')),
    distribution('path.json', 'Tutto in JSON', 'JSON'),
  ];
  // The public page is another form of the dataset; its texts have licences of their own (decision 51).
  const published = [...new Set(data.published.map((p) => p.licence))].flatMap((l) => openLicence(l) ?? []);
  const pages = by.address === null ? [] : published.map((l) => pageUnder(l, by.address as string));
  const agent = {
    '@id': own('ente'),
    '@type': ['foaf:Agent', 'dcatapit:Agent'],
    'dct:identifier': by.ipa,
    'foaf:name': inItalian(by.name),
  };
  const contact = {
    '@id': own('recapito'),
    '@type': ['vcard:Organization', 'dcatapit:Organization'],
    'vcard:fn': by.name,
    'vcard:note': by.contact,
  };
  const dataset = {
    '@id': own('dataset'),
    '@type': ['dcat:Dataset', 'dcatapit:Dataset'],
    'dct:identifier': identifier,
    'dct:title': inItalian([data.notice, path.title].filter(Boolean).join(' · ')),
    'dct:description': inItalian(path.intro || path.title || ''),
    'dct:modified': onDay(data.exportedAt),
    'dct:issued': onDay(data.exportedAt),
    'dct:language': the('http://publications.europa.eu/resource/authority/language/ITA'),
    'dcat:theme': the(THEME),
    'dct:accrualPeriodicity': the(YEARLY),
    'dct:rightsHolder': the(agent['@id']),
    'dct:publisher': the(agent['@id']),
    'dcat:contactPoint': the(contact['@id']),
    'dcat:distribution': [...files, ...pages].map((f) => the(f['@id'])),
    ...(by.address ? { 'dcat:landingPage': the(by.address) } : {}),
  };
  const licences = new Set([licence, ...(pages.length > 0 ? published : [])]);
  const catalogue = {
    '@id': own('catalogo'),
    '@type': ['dcat:Catalog', 'dcatapit:Catalog'],
    'dct:title': inItalian(by.name),
    'dct:description': inItalian(`${by.name}: dati della programmazione partecipata`),
    'dct:publisher': the(agent['@id']),
    'dct:modified': onDay(data.exportedAt),
    'dcat:dataset': the(dataset['@id']),
  };
  return {
    '@context': CONTEXT,
    '@graph': [catalogue, dataset, ...files, ...pages, agent, contact, ...[...licences].map(licensed)],
  };
}
