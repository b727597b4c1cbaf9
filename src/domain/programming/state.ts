/** The state of a path: its log folded, from people's words to the year's goals. */
import type { StreamState } from '../deed';
import type { ImportRecord } from './imports';
import type { CodeWords, CodingWords, Reading } from './reading-shapes';
import type { EvidenceWords } from './evidence';
import type { GoalWords } from './goals';
import type { Reshape } from './merge-split';
import type { ExperienceWords } from './experiences';
import type { InvitationWords } from './invitations';
import type { OrganizationWords } from './organizations';
import type { MeetingWords } from './meetings';
import type { PhaseWords } from './path-phases';
import type { SectorWords } from './sectors';
import type { MeasureWords } from './measures';
import type { NeedWords } from './needs';
import type { Inherited } from './inheritance';
import type { AboutWords } from './opening';
import type { ProposalWords } from './proposals';
import type { Publication, Published } from './publication';
import type { ProjectWords } from './projects';
import type { ResourceWords } from './resources';
import type { PaperWords } from './paper-contributions';
import type { SheetWords } from './intervention-sheets';
import type { MemberWords, WorkTableWords } from './work-table-shapes';

/** One field before somebody changed it: nothing of a path is ever overwritten without history. */
export type Change = { seq: number; at: number; by: string | null; field: string; before: unknown };
export type Thing = { id: string; at: number; by: string | null; removed: boolean; history: Change[] };
export type Named<W> = Record<string, Thing & W>;

export type Phase = Thing & PhaseWords;
export type Meeting = Thing & MeetingWords;
export type SectorRow = Thing & SectorWords;
export type Organization = Thing & OrganizationWords;
export type Invitation = Thing & InvitationWords;
export type Experience = Thing & ExperienceWords;
export type Paper = Thing & PaperWords;
export type Code = Thing & CodeWords & { mergedInto: string | null; splitFrom: string | null };
/** Words of a source, from `start` up to `end` of the text at that time, with the codes given to them. */
export type Coding = Thing & CodingWords & { ref: string; start: number; end: number; quote: string };
export type Need = Thing & NeedWords;
/** The licence under which the office publishes; without one, its data are only for their recipients. */
export const LICENCES = ['nessuna', 'CC-BY-4.0', 'CC-BY-SA-4.0', 'CC0-1.0'] as const;
export type Licence = (typeof LICENCES)[number];

export const OUTCOMES = ['da_esaminare', 'accolta', 'accolta_in_parte', 'rinviata', 'non_accolta'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export type Proposal = Thing &
  ProposalWords & { outcome: Outcome; outcomeReason: string; outcomeAt: number | null };
export type Evidence = Thing & EvidenceWords & { quote: string };
export type WorkTable = Thing & WorkTableWords;
export type Member = Thing & MemberWords;
export type Project = Thing &
  ProjectWords & { assessment: Assessment; assessmentReason: string; assessedAt: number | null };
export type Resource = Thing & ResourceWords;
export type Goal = Thing & GoalWords;
export type Measure = Thing & MeasureWords;
export type Sheet = Thing & SheetWords;

/** Is it worth facing in a participatory way? The question the Community Lab asks of every theme (domain §2.1). */
export const PARTICIPATORY = ['non_detto', 'si', 'no', 'come'] as const;
export const ASSESSMENTS = ['non_valutato', 'confermato', 'rivisitabile', 'scarsa_utilita'] as const;
export type Assessment = (typeof ASSESSMENTS)[number];
export const MOBILITIES = ['fluttuante', 'intoccabile', 'non_classificata'] as const;
export type Mobility = (typeof MOBILITIES)[number];

/** Somebody's view that a project could be revisited: unsigned, for planners, never exported (domain §2.5). */
export type Hint = { id: string; project: string; judgement: Assessment; reason: string; ref: string | null };
export const ANSWERS = ['si', 'no', 'quando'] as const;
/** A request to the planning office, with its answer when there is one. */
export type Request = {
  id: string;
  ref: string | null;
  text: string;
  from: string;
  at: number;
  answer: (typeof ANSWERS)[number] | null;
  reason: string;
  when: string;
  answers: { at: number; answer: (typeof ANSWERS)[number]; reason: string; when: string }[];
};

export type Path = StreamState & {
  id: string;
  code: string;
  demo: boolean;
  /** Null until the path is opened. */
  about: (Thing & AboutWords) | null;
  inherited: Inherited | null;
  /** Opened by mistake and discarded: it is in no list until it is restored. */
  discarded: { at: number; by: string | null } | null;
  phases: Named<PhaseWords>;
  sectors: Named<SectorWords>;
  meetings: Named<MeetingWords>;
  organizations: Named<OrganizationWords>;
  invitations: Named<InvitationWords>;
  experiences: Named<ExperienceWords>;
  papers: Named<PaperWords>;
  codes: Record<string, Code>;
  codings: Record<string, Coding>;
  readings: Record<string, Reading>;
  /** Report rows set aside without a link, with the reason; they leave the list of items to examine. */
  aside: Record<string, { reason: string; at: number }>;
  /** Planners' own strands for a topic (`gathering/topic/id`); the convener's stay as they are. */
  strands: Record<string, ('A' | 'B' | 'C')[]>;
  needs: Named<NeedWords>;
  proposals: Record<string, Proposal>;
  evidence: Record<string, Evidence>;
  tables: Record<string, WorkTable>;
  members: Named<MemberWords>;
  projects: Record<string, Project>;
  resources: Named<ResourceWords>;
  hints: Record<string, Hint>;
  goals: Named<GoalWords>;
  measures: Named<MeasureWords>;
  requests: Record<string, Request>;
  sheets: Named<SheetWords>;
  /** The things each import created, by the id of its command. */
  imports: Record<string, ImportRecord>;
  /** Every merge and split, oldest first, with what moved, to undo it. */
  reshapes: Reshape[];
  /** Public texts, by `what/id`, in their words when published; and every step, by its id. */
  published: Record<string, Published>;
  publications: Record<string, Publication>;
};

export const emptyPath = (): Path => ({
  seq: 0,
  chain: 0,
  named: {},
  id: '',
  code: '',
  demo: false,
  about: null,
  inherited: null,
  discarded: null,
  phases: {},
  sectors: {},
  meetings: {},
  organizations: {},
  invitations: {},
  experiences: {},
  papers: {},
  codes: {},
  codings: {},
  readings: {},
  aside: {},
  strands: {},
  needs: {},
  proposals: {},
  evidence: {},
  tables: {},
  members: {},
  projects: {},
  resources: {},
  hints: {},
  goals: {},
  measures: {},
  requests: {},
  sheets: {},
  imports: {},
  reshapes: [],
  published: {},
  publications: {},
});
