/** What one gathering is at a moment: the log folded. Every screen is drawn from this. */
import type { Kept } from '../deed';
import type { Origin, Sector, Strand } from '../words';

/** domain §1.8, in order. They guide, they do not lock; only voting and the archive do. */
export const PHASES = [
  'draft',
  'check_in',
  'opening',
  'proposing',
  'market',
  'sessions',
  'news',
  'reading',
  'voting',
  'actions',
  'closing',
  'completing',
  'concluded',
  'archived',
] as const;
export type Phase = (typeof PHASES)[number];

/** What kind of meeting of the path this is; the others have an agenda of prompts instead of a market. */
export const FORMATS = ['open_space', 'listening', 'thematic', 'training', 'launch', 'work_table'] as const;
export type Format = (typeof FORMATS)[number];

export const SCENES = [
  'welcome',
  'principles',
  'announcing',
  'board',
  'matrix',
  'now',
  'news',
  'reading',
  'voting',
  'results',
  'actions',
  'quiet',
  'replay',
  'ideas',
] as const;
/** `auto` follows the phase. */
export type Scene = (typeof SCENES)[number] | 'auto';

export const NOTE_KINDS = [
  'esperienza',
  'bisogno',
  'risorsa',
  'distanza',
  'proposta',
  'domanda',
  'risultato',
  'altro',
] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export const HIDING_REASONS = ['dato_personale', 'offensivo', 'fuori_luogo', 'altro'] as const;
/** Withheld from all but staff and author. I10: deleting is hiding; `cleared` is the one exception, and has no text left. */
export type Hidden = {
  reason: (typeof HIDING_REASONS)[number];
  note: string;
  at: number;
  flagged: boolean;
  cleared?: true;
};

/** A seat of which no more than the sector is known. */
export const SECTOR_ALONE = { subgroup: null, municipality: null, newVoice: false } as const;

/** A seat without its label: labels live in the seats table and travel apart (§5 of the design). */
export type Seat = {
  id: string;
  n: number;
  sector: Sector | null;
  subgroup: string | null;
  municipality: string | null;
  newVoice: boolean;
  origin: Origin;
  at: number;
  erased: boolean;
};

/** What only this seat and staff may know. Server holds all of them, a phone its own. */
export type Private = {
  interests: Record<string, true>;
  /** Session id, `'roaming'`, or null when she has not said. */
  circle: string | null;
  /** Session ids she has been in, in order; for counts only. */
  visited: string[];
  dots: Record<string, number>;
  notes: Record<string, true>;
  /** Has said her closing word. */
  word: boolean;
};

export type Slot = { id: string; day: string; label: string; start: string; end: string; released: boolean };
export type Space = {
  id: string;
  name: string;
  kind: 'room' | 'informal';
  stepFree: boolean;
  note: string;
  released: boolean;
};

export type Topic = {
  id: string;
  /** I11: by order of posting, stable for ever; shown as T01. */
  n: number;
  title: string;
  /** Earlier titles, oldest first. */
  titles: { title: string; at: number }[];
  line: string;
  strands: Strand[];
  /** Null: nobody has taken it on yet ("chi la prende?"). */
  convener: string | null;
  coConveners: string[];
  /** Who has offered to convene beside, not yet answered. */
  offers: string[];
  at: number;
  origin: Origin;
  standing: 'open' | 'withdrawn' | 'merged';
  mergedInto: string | null;
  splitFrom: string | null;
  /** Ideas of the path's earlier meetings that inspired it. */
  ideas: string[];
  /** The topic whose report gave rise to it ("apre un nuovo tema"). */
  sparkedBy: string | null;
  announcedAt: number | null;
  hidden: Hidden | null;
  /** Seats interested, with those of topics merged into it, deduplicated where known. */
  interested: number;
};

export type Session = {
  id: string;
  topic: string;
  slot: string;
  space: string;
  state: 'planned' | 'running' | 'ended' | 'cancelled';
  /** 1, or 2… for a continuation in a later slot. */
  part: number;
  at: number;
  startedAt: number | null;
  endedAt: number | null;
  movedFrom: { slot: string; space: string; at: number }[];
  noteTaker: string | null;
  /** How many are in this circle now (I12: how many, never who). */
  present: number;
  /** How many distinct seats have ever been in it. */
  attended: number;
};

export type Note = {
  id: string;
  n: number;
  topic: string;
  session: string | null;
  kind: NoteKind;
  text: string;
  /** Null: anonymous, or a reader who may not know. */
  author: string | null;
  anonymous: boolean;
  sector: Sector | null;
  origin: Origin;
  at: number;
  saidAt: number | null;
  versions: { text: string; kind: NoteKind; at: number }[];
  withdrawn: boolean;
  hidden: Hidden | null;
};

export type Swap = { id: string; mine: string; theirs: string; at: number };
export type Merge = {
  id: string;
  /** Convener of `from` or `into` who asked; the other one's consent is awaited. */
  by: string;
  from: string;
  into: string;
  state: 'offered' | 'done' | 'declined' | 'undone';
  at: number;
  /** Seats whose interest came along; each fold knows only those it may. */
  added: string[];
  joined: string | null;
  /** Cells of `from` that became free. */
  freed: string[];
};

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
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];
/** One addressable row of a report (§1.7): the unit of evidence. */
export type ReportItem = {
  id: string;
  kind: ItemKind;
  text: string;
  who: string;
  byWhen: string;
  rev: number;
  removed: boolean;
  /** The note it was drawn from. */
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
  /** What stood before the office verified it, for whoever takes that back. */
  unverified?: { status: Report['status']; verifiedAt: number | null };
  /** "bozza ricavata dalle note, non scritta dal gruppo" (E26). */
  fromNotes: boolean;
  /** Its three texts withheld. */
  hidden: Hidden | null;
  versions: ReportVersion[];
};

export type PaperBatch = { id: string; voters: number; dots: Record<string, number>; at: number };
export type Voting = {
  state: 'none' | 'open' | 'closed';
  /** Dots per person, and whether several may go on one topic. */
  quota: number;
  cumulative: boolean;
  round: number;
  /** How many have voted: all that is public before closing (I7). */
  voters: number;
  paper: PaperBatch[];
  /** Totals by topic, filled at closing only. */
  totals: Record<string, { phone: number; paper: number }>;
  log: { at: number; what: 'opened' | 'closed' | 'reopened'; reason: string }[];
};
export type Cluster = {
  id: string;
  name: string;
  topics: string[];
  at: number;
  initiator: string | null;
  dissolved: boolean;
};
export type Action = {
  id: string;
  n: number;
  title: string;
  what: string;
  initiator: string | null;
  adhesions: string[];
  resources: string;
  byWhen: string;
  due: string | null;
  nextStep: string;
  cluster: string | null;
  topic: string | null;
  status: 'open' | 'done' | 'dropped';
  at: number;
  hidden: Hidden | null;
};

export type Announcement = {
  id: string;
  text: string;
  at: number;
  kind: 'avviso' | 'mattino' | 'sera';
  until: number | null;
  withdrawn: boolean;
};
export type Idea = {
  id: string;
  n: number;
  text: string;
  kind: NoteKind;
  sector: Sector | null;
  prompt: string | null;
  author: string | null;
  at: number;
  versions: { text: string; kind: NoteKind; at: number }[];
  /** When the paper it stood on was written. */
  saidAt: number | null;
  hidden: Hidden | null;
  withdrawn: boolean;
  origin: Origin;
};

/** The agenda of the formats that have no market: prompts, speakers, materials, minutes. */
export type Programme = {
  prompts: { id: string; text: string }[];
  speakers: string[];
  materials: { id: string; title: string; href: string }[];
  minutes: string;
};

export type Gathering = Kept & {
  id: string;
  code: string;
  path: string | null;
  format: Format;
  title: string;
  question: string;
  sponsor: string;
  days: string[];
  timezone: string;
  venue: string;
  demo: boolean;
  rehearsal: boolean;
  minors: boolean;
  fifthPrinciple: boolean;
  phase: Phase;
  phases: { phase: Phase; at: number }[];
  scene: Scene;
  /** Whose turn it is to say a topic aloud, and until when. */
  spotlight: { topic: string; until: number } | null;
  timer: { session: string | null; slot: string | null; endsAt: number } | null;
  gong: { at: number } | null;
  closingWord: boolean;
  words: { id: string; text: string; at: number; hidden: Hidden | null }[];
  /** Until when reports may be completed, epoch milliseconds; null for no limit. */
  completion: number | null;
  frozen: { at: number; hash: string; upTo: number } | null;

  /** How many have taken a seat; who they are is in `seats`, complete only for staff. */
  people: number;
  seats: Record<string, Seat>;
  private: Record<string, Private>;
  roaming: number;

  slots: Slot[];
  spaces: Space[];
  topics: Record<string, Topic>;
  topicOrder: string[];
  sessions: Record<string, Session>;
  queue: string[];
  swaps: Record<string, Swap>;
  merges: Record<string, Merge>;
  notes: Record<string, Note>;
  /** Note ids by topic, in order of arrival. */
  notesOf: Record<string, string[]>;
  reports: Record<string, Report>;
  voting: Voting;
  clusters: Record<string, Cluster>;
  actions: Record<string, Action>;
  announcements: Announcement[];
  programme: Programme;
  /** The prompt being talked about; null when it is none, or all. */
  prompt: string | null;
  ideas: Record<string, Idea>;
  /** E06: cells left by a moved session, with where it went, for the rest of that slot. */
  arrows: { slot: string; space: string; session: string; at: number }[];
};

export const emptyGathering = (): Gathering => ({
  seq: 0,
  chain: 0,
  named: {},
  id: '',
  code: '',
  path: null,
  format: 'open_space',
  title: '',
  question: '',
  sponsor: '',
  days: [],
  timezone: 'Europe/Rome',
  venue: '',
  demo: false,
  rehearsal: false,
  minors: false,
  fifthPrinciple: false,
  phase: 'draft',
  phases: [],
  scene: 'auto',
  spotlight: null,
  timer: null,
  gong: null,
  closingWord: false,
  words: [],
  completion: null,
  frozen: null,
  people: 0,
  seats: {},
  private: {},
  roaming: 0,
  slots: [],
  spaces: [],
  topics: {},
  topicOrder: [],
  sessions: {},
  queue: [],
  swaps: {},
  merges: {},
  notes: {},
  notesOf: {},
  reports: {},
  voting: { state: 'none', quota: 5, cumulative: true, round: 0, voters: 0, paper: [], totals: {}, log: [] },
  clusters: {},
  actions: {},
  announcements: [],
  programme: { prompts: [], speakers: [], materials: [], minutes: '' },
  prompt: null,
  ideas: {},
  arrows: [],
});

/** The private slice of a seat, made on first touch. */
export function privateOf(state: Gathering, seat: string): Private {
  let mine = state.private[seat];
  if (!mine) {
    mine = { interests: {}, circle: null, visited: [], dots: {}, notes: {}, word: false };
    state.private[seat] = mine;
  }
  return mine;
}

/** T01…: the number everybody cites. */
export const topicNumber = (n: number): string => `T${String(n).padStart(2, '0')}`;
/** T05-N12: the note's paragraph id, counted within its topic. */
export const noteNumber = (topicN: number, n: number): string =>
  `${topicNumber(topicN)}-N${String(n).padStart(2, '0')}`;
