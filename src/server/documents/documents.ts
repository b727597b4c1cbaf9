/** Which documents there are, and each in the form that was asked for. */
import type { Doc } from '@/reports/document';
import { dossier } from '@/reports/documents/dossier';
import { goalsDocument, programme, sheetsDocument } from '@/reports/documents/goals';
import { needsProposals } from '@/reports/documents/needs-proposals';
import { outcomesDocument } from '@/reports/documents/outcomes';
import { PAPERS, type Paper } from '@/reports/documents/papers';
import { pathDocument } from '@/reports/documents/path-document';
import { proceedings } from '@/reports/documents/proceedings';
import { resourceMapDocument } from '@/reports/documents/resource-map';
import type { Setting } from '@/reports/documents/setting';
import { fileName } from '@/reports/file-name';
import { printHtml } from '@/reports/print-html';
import type { Say } from '@/i18n/say';
import { gatheringData, pathData } from './export-data';
import type { Streams, StreamRow } from '../streams/streams';
import { pdfApart } from './writers/pdf-apart';
import { gatheringRows } from '../streams/path-gatherings';

const OF_PATH: Record<Paper, (setting: Setting) => Doc> = {
  percorso: pathDocument,
  'quadro-bisogni-proposte': needsProposals,
  'mappa-risorse': resourceMapDocument,
  obiettivi: goalsDocument,
  'schede-intervento': sheetsDocument,
  'programma-attuativo': programme,
  'registro-esiti': outcomesDocument,
};

/** `dossier-<table>`, `atti-<code>`, or one of those above; null when there is no such thing. */
export function documentOf(streams: Streams, row: StreamRow, what: string, say: Say): Doc | null {
  if (what.startsWith('atti-')) {
    const gathering = gatheringRows(streams, row).find((g) => g.code === what.slice(5).toUpperCase());
    return gathering ? proceedings({ data: gatheringData(streams, gathering, true), say }) : null;
  }
  const setting = { data: pathData(streams, row), say };
  if (what.startsWith('dossier-')) return dossier(setting, what.slice(8));
  const paper = PAPERS.find((p) => p === what);
  return paper ? OF_PATH[paper](setting) : null;
}

type Form = { type: string; write: (doc: Doc) => Uint8Array | string | Promise<Uint8Array> };
/** A writer is loaded when its form is first asked: none of them is needed for the hall to open. */
export const FORMS: Record<string, Form> = {
  odt: {
    type: 'application/vnd.oasis.opendocument.text',
    write: async (doc) => (await import('./writers/odt')).odt(doc),
  },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: async (doc) => (await import('./writers/docx')).docx(doc),
  },
  pdf: { type: 'application/pdf', write: pdfApart },
  html: { type: 'text/html; charset=utf-8', write: printHtml },
};

export const nameOf = (doc: Doc, ending: string): string =>
  fileName(doc.day, doc.subtitle, fileName(undefined, doc.name, '', '').slice(0, -2), ending);
