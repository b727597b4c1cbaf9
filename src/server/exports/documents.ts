/** Lists the documents, and writes each in the requested form. */
import type { Doc } from '@/reports/document';
import { dossier } from '@/reports/documents/dossier';
import { goalsDocument } from '@/reports/documents/goals';
import { programme } from '@/reports/documents/yearly-programme';
import { sheetsDocument } from '@/reports/documents/intervention-sheets';
import { needsProposals } from '@/reports/documents/needs-proposals';
import { outcomesDocument } from '@/reports/documents/outcomes';
import { PATH_DOCUMENTS, type PathDocument } from '@/reports/documents/document-names';
import { finalReport } from '@/reports/documents/final-report';
import { participatoryProposal } from '@/reports/documents/participatory-proposal';
import { pathDocument } from '@/reports/documents/path-document';
import { proceedings } from '@/reports/documents/proceedings';
import { resourceMapDocument } from '@/reports/documents/resource-map';
import type { Setting } from '@/reports/documents/document-parts';
import { fileName, plainName } from '@/reports/file-name';
import type { Say } from '@/i18n/say';
import { bookData } from './book-data';
import { pathData } from './export-data';
import type { Streams, StreamRow } from '../streams/streams';
import { FORM_TYPES, type Form } from '../file-formats/formats';
import { writeApart } from './document-process';
import { gatheringRows } from '../streams/path-gatherings';

const OF_PATH: Record<PathDocument, (setting: Setting) => Doc> = {
  percorso: pathDocument,
  'proposta-partecipata': participatoryProposal,
  'relazione-finale': finalReport,
  'quadro-bisogni-proposte': needsProposals,
  'mappa-risorse': resourceMapDocument,
  obiettivi: goalsDocument,
  'schede-intervento': sheetsDocument,
  'programma-attuativo': programme,
  'registro-esiti': outcomesDocument,
};

/** `dossier-<table>`, `atti-<code>`, or one of those above; null when there is no such document. */
export function documentOf(streams: Streams, row: StreamRow, what: string, say: Say): Doc | null {
  if (what.startsWith('atti-')) {
    const gathering = gatheringRows(streams, row).find((g) => g.code === what.slice(5).toUpperCase());
    return gathering ? proceedings({ ...bookData(streams, gathering, null), say }) : null;
  }
  const setting = { data: pathData(streams, row), say };
  if (what.startsWith('dossier-')) return dossier(setting, what.slice(8));
  const paper = PATH_DOCUMENTS.find((p) => p === what);
  return paper ? OF_PATH[paper](setting) : null;
}

export type WriteJob = typeof writeApart;
type Writer = {
  type: string;
  write(doc: Doc, folder?: string | null, id?: string, by?: WriteJob): Promise<Uint8Array>;
};
/**
 * `folder`: the folder of photographs; `id`: the EPUB's identifier. Each document is written in a process of its own, or by
 * the caller's `by`.
 */
export const FORMS: Record<string, Writer> = Object.fromEntries(
  Object.entries(FORM_TYPES).map(([form, type]) => [
    form,
    {
      type,
      write: (doc, folder = null, id = `urn:cerchi:${doc.name}`, by = writeApart) =>
        by({ form: form as Form, doc, folder, id }),
    },
  ]),
);

export const nameOf = (doc: Doc, ending: string): string =>
  fileName(doc.day, doc.subtitle, plainName(doc.name), ending);
