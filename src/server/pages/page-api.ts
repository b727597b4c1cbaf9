/** A window from the pages onto the rooms: pages look through it and never write. */
import type { Gathering } from '@/domain/gathering/state';
import type { GivenBack } from '@/domain/programming/given-back';
import type { Target } from '@/domain/programming/publishing';
import type { Path } from '@/domain/programming/state';
import type { Labels, You } from '@/protocol/wire';
import type { Account } from '../identity/accounts';
import type { Identity } from '../identity/session-cookie';
import type { Notice } from '../upkeep/privacy-notices';
import type { Keeping } from '../upkeep/retention';
import type { Leap } from '../upkeep/trusted-clock';
import type { StreamRow } from '../streams/streams';
import type { Audience } from '../streams/audience-view';

/**
 * Next loads a module once per bundle, so the pages would meet a second, empty set of rooms.
 * The window is therefore hung where the whole process can find it.
 */
export type PageApi = {
  version: string;
  addresses: string[];
  publicUrl: string | null;
  identity(cookieHeader: string | undefined): Promise<Identity>;
  account(identity: Identity): Account | null;
  /** Whether that account may work in that stream. */
  reaches(account: Account, row: StreamRow): boolean;
  /** The devices that are in by this account, newest first; `own` is the one that asks. */
  entries(identity: Identity): { id: string; device: string; at: number; own: boolean }[];
  firstRun(): boolean;
  link(token: string): { purpose: string; role: string | null; target: string | null } | null;
  find(code: string): StreamRow | null;
  streams(): StreamRow[];
  /** Codes of those that can't be opened, for their log is damaged. */
  damaged(): string[];
  /** Public: what phones and wall see. Staff: hidden texts too. Whole: for the record, with counts by sector. */
  gathering(row: StreamRow, as: Audience | 'whole'): Readonly<Gathering>;
  /** The same as JSON text, made once for each number of its log. */
  asText(row: StreamRow, as: Audience): string;
  path(row: StreamRow): Readonly<Path>;
  /**
   * What became of what was said there, path by path, as anyone may read it: only what was published. `preview`: with these
   * published too, for whoever may publish them.
   */
  givenBack(row: StreamRow, preview?: (path: Path) => readonly Target[]): GivenBack[];
  labels(row: StreamRow, of: 'named' | 'all'): Labels;
  /** The informativa as the office wrote it, or null for the page's own words; and every version of it. */
  notice(lang: string): Notice | null;
  notices(): Notice[];
  /** For how many days identifiers are kept after a gathering. */
  retentionDays(): number;
  /** Of each gathering, how many are still named and until when. */
  keeping(): Keeping[];
  /** How far the machine's clock is from the time this server lived, until a person confirms the date. */
  clockLeap(): Leap | null;
  accounts(): {
    id: string;
    name: string;
    role: string;
    createdAt: number;
    revokedAt: number | null;
    /** The id of the one stream it is for, and when it ends. */
    scope: string | null;
    endsAt: number | null;
  }[];
  trail(): { id: number; at: number; who: string; what: string; about: string }[];
  /** The one report that a link has opened on this device: its screen, and who writes there; null for none. */
  completes(row: StreamRow, identity: Identity): { where: string; you: You } | null;
  /** The private slice of this seat. */
  slice(row: StreamRow, seat: string | null): unknown;
};

const KEY = Symbol.for('cerchi.window');
type Hung = { [KEY]?: PageApi };

export const publishPageApi = (w: PageApi): void => {
  (globalThis as Hung)[KEY] = w;
};

/** Throws when a page runs outside the one process of src/server/main.ts. */
export function pageApi(): PageApi {
  const w = (globalThis as Hung)[KEY];
  if (!w) throw new Error('no rooms here: start the app with npm start or npm run dev');
  return w;
}
