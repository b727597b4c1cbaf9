/** A topic's written report: three texts, rows that can be cited, photographs, and the origin of each. */
import type { Hidden } from './hidden';

export const REPORT_FIELDS = ['summary', 'agreements', 'distances'] as const;
export type ReportField = (typeof REPORT_FIELDS)[number];

export const OUTCOMES = ['circle', 'only_convener', 'nobody', 'not_written'] as const;

export const ITEM_KINDS = [
  'bisogno',
  'proposta',
  'prossimo_passo',
  'richiesta',
  'risorsa',
  'distanza',
  'esperienza',
  'domanda',
  'risultato',
  'altro',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** One addressable row of a report (domain §1.7): the unit of evidence. */
export type ReportItem = {
  id: string;
  kind: ItemKind;
  text: string;
  who: string;
  byWhen: string;
  rev: number;
  removed: boolean;
  /** The note it was taken from. */
  note: string | null;
  hidden: Hidden | null;
};

export type ReportVersion = { at: number; by: string | null; what: string; before: string; after: string };

/** One per topic; a continuation adds its part to the same report (E09). */
export type Report = {
  topic: string;
  status: 'da_iniziare' | 'bozza' | 'pubblicato' | 'completato_dopo' | 'verificato';
  outcome: (typeof OUTCOMES)[number];
  outcomeReason: string;
  /** Each field has its own revision number, so two writers never overwrite a whole form (E28). */
  fields: Record<ReportField, { text: string; rev: number; at: number; by: string | null }>;
  items: Record<string, ReportItem>;
  itemOrder: string[];
  photos: { id: string; hash: string; caption: string; w: number; h: number; at: number; removed: boolean }[];
  publishedAt: number | null;
  completedAt: number | null;
  verifiedAt: number | null;
  /** The state before the office verified it, to undo that. */
  unverified?: { status: Report['status']; verifiedAt: number | null };
  /** "bozza ricavata dalle note, non scritta dal gruppo" (E26). */
  fromNotes: boolean;
  /** Its three texts are withheld. */
  hidden: Hidden | null;
  versions: ReportVersion[];
};

/** Before anybody has written in it. */
export const blankReport = (topic: string): Report => ({
  topic,
  status: 'da_iniziare',
  outcome: 'circle',
  outcomeReason: '',
  fields: Object.fromEntries(
    REPORT_FIELDS.map((f) => [f, { text: '', rev: 0, at: 0, by: null }]),
  ) as unknown as Report['fields'],
  items: {},
  itemOrder: [],
  photos: [],
  publishedAt: null,
  completedAt: null,
  verifiedAt: null,
  fromNotes: false,
  hidden: null,
  versions: [],
});
