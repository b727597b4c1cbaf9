/**
 * What one gathering is at a moment: the log folded. Every screen is drawn from this. What each thing in it is has its
 * own file in `state/`, which needs no library: screens read them before any deed has arrived (decision 17).
 */
import type { StreamState } from '../deed';
import type { Cluster, Action } from './state/action';
import type { Announcement } from './state/announcement';
import type { Gong, Spotlight, Timer } from './state/clock-signals';
import type { Format, Programme, StrandName } from './state/format';
import type { HelpCall } from './state/help-call';
import type { Hidden } from './state/hidden';
import type { Idea } from './state/idea';
import type { Slot, Space } from './state/matrix';
import type { Merge } from './state/merge';
import type { Note } from './state/note';
import type { Phase } from './state/phase';
import type { Report } from './state/report';
import type { Scene } from './state/scene';
import type { Seat, Private } from './state/seat';
import type { Session, Swap } from './state/session';
import type { Topic } from './state/topic';
import type { Voting } from './state/voting';

export type Gathering = StreamState & {
  id: string;
  code: string;
  /** When it was thrown away, nobody having entered; null while it stands. */
  discardedAt: number | null;
  path: string | null;
  format: Format;
  title: string;
  question: string;
  sponsor: string;
  days: string[];
  timezone: string;
  venue: string;
  /** The Wi-Fi to be on in the hall, and how; empty where any will do. */
  network: string;
  demo: boolean;
  rehearsal: boolean;
  minors: boolean;
  fifthPrinciple: boolean;
  phase: Phase;
  phases: { phase: Phase; at: number }[];
  scene: Scene;
  /** Walls that have a scene of their own, by the wall's name; any other wall shows `scene`. */
  wallScenes: Record<string, Scene>;
  /** The last turn to say a topic aloud; `speaking` tells whether it is still going on. */
  spotlight: Spotlight | null;
  timer: Timer | null;
  gong: Gong | null;
  closingWord: boolean;
  words: { id: string; text: string; at: number; hidden: Hidden | null }[];
  /** Until when reports may be completed, epoch milliseconds; null for no limit. */
  completion: number | null;
  frozen: { at: number; hash: string; upTo: number } | null;
  /** When the keys were last destroyed that told by whom unsigned acts were done. */
  forgottenAt: number | null;

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
  /** Those that this gathering has: the founding document's unless it was said otherwise; maybe none. */
  strands: StrandName[];
  ideas: Record<string, Idea>;
  /** E06: cells left by a moved session, with where it went, for the rest of that slot. */
  arrows: { slot: string; space: string; session: string; at: number }[];
  /** Hands raised, for those who help: only staff know whose they are. */
  helpCalls: Record<string, HelpCall>;
};

export const emptyGathering = (): Gathering => ({
  seq: 0,
  chain: 0,
  named: {},
  id: '',
  code: '',
  discardedAt: null,
  path: null,
  format: 'open_space',
  title: '',
  question: '',
  sponsor: '',
  days: [],
  timezone: 'Europe/Rome',
  venue: '',
  network: '',
  demo: false,
  rehearsal: false,
  minors: false,
  fifthPrinciple: false,
  phase: 'draft',
  phases: [],
  scene: 'auto',
  wallScenes: {},
  spotlight: null,
  timer: null,
  gong: null,
  closingWord: false,
  words: [],
  completion: null,
  frozen: null,
  forgottenAt: null,
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
  strands: [
    { id: 'A', name: '' },
    { id: 'B', name: '' },
    { id: 'C', name: '' },
  ],
  ideas: {},
  arrows: [],
  helpCalls: {},
});
