/**
 * The state of one gathering: its log folded. Every screen is drawn from this. The types of its parts are in `state/`,
 * which needs no library: screens read them before the domain code is loaded (decision 17).
 */
import type { StreamState } from '../deed';
import type { Cluster, Action } from './state/action';
import type { Announcement } from './state/announcement';
import type { Gong, Spotlight, Timer } from './state/clock-signals';
import type { FloorMap } from './state/floor-map';
import type { Format, Programme, SectorName, StrandName } from './state/format';
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
import { DOTS_EACH, type Voting } from './state/voting';

export type Gathering = StreamState & {
  id: string;
  code: string;
  /** When it was discarded, nobody having joined; null otherwise. */
  discardedAt: number | null;
  path: string | null;
  format: Format;
  title: string;
  question: string;
  sponsor: string;
  days: string[];
  timezone: string;
  venue: string;
  /** The hall's Wi-Fi, and how to join it; empty where any will do. */
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
  /** The last turn to announce a topic; `speaking` tells if it is still under way. */
  spotlight: Spotlight | null;
  timer: Timer | null;
  gong: Gong | null;
  closingWord: boolean;
  words: { id: string; text: string; at: number; hidden: Hidden | null }[];
  /** Deadline for completing reports, epoch milliseconds; null for no limit. */
  completion: number | null;
  frozen: { at: number; hash: string; upTo: number } | null;
  /** When the keys of unsigned acts' authors were last destroyed. */
  forgottenAt: number | null;

  /** Number of people who have taken a seat; they are in `seats`, complete only for staff. */
  people: number;
  seats: Record<string, Seat>;
  private: Record<string, Private>;
  roaming: number;

  slots: Slot[];
  spaces: Space[];
  map: FloorMap;
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
  /** The prompt being discussed; null when it is none, or all. */
  prompt: string | null;
  /** This gathering's own strands: the founding document's unless set otherwise; maybe none. */
  strands: StrandName[];
  /** As strands: the founding document's unless it was said otherwise; maybe none. */
  sectors: SectorName[];
  ideas: Record<string, Idea>;
  /** E06: cells left by a moved session, with its new cell, for the rest of that slot. */
  arrows: { slot: string; space: string; session: string; at: number }[];
  /** Open calls for help, for the helpers: only staff know whose they are. */
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
  map: { picture: null, spots: {} },
  topics: {},
  topicOrder: [],
  sessions: {},
  queue: [],
  swaps: {},
  merges: {},
  notes: {},
  notesOf: {},
  reports: {},
  voting: {
    ...{ state: 'none', quota: DOTS_EACH, cumulative: true, round: 0 },
    ...{ voters: 0, paper: [], totals: {}, log: [] },
  },
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
  sectors: [
    { id: 'operatori_sociali', name: '' },
    { id: 'istituzioni', name: '' },
    { id: 'terzo_settore_cooperazione', name: '' },
    { id: 'volontariato', name: '' },
    { id: 'gruppi_innovativi', name: '' },
    { id: 'altri_punti_di_vista', name: '' },
  ],
  ideas: {},
  arrows: [],
  helpCalls: {},
});
