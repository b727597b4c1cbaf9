/** The pages' read-only interface to the streams. */
import type { Gathering } from '@/domain/gathering/state';
import type { GivenBack } from '@/domain/programming/public-outcomes';
import type { PublicationTarget } from '@/domain/programming/publication';
import type { Path } from '@/domain/programming/state';
import type { Labels, You } from '@/protocol/wire';
import type { Account } from '../identity/accounts';
import type { Identity } from '../identity/session-cookie';
import type { RequiredDetail } from '@/protocol/office-details';
import type { KeptDetails } from '../identity/office-details';
import type { Notice } from '../upkeep/privacy-notices';
import type { Keeping } from '../upkeep/retention';
import type { Leap } from '../upkeep/trusted-clock';
import type { StreamRow } from '../streams/streams';
import type { Audience } from '../streams/audience-view';

/**
 * Next loads a module once per bundle, so the pages would get a second, empty set of streams. The page API is therefore
 * stored in a global of the process.
 */
export type PageApi = {
  version: string;
  addresses: string[];
  publicUrl: string | null;
  identity(cookieHeader: string | undefined): Promise<Identity>;
  account(identity: Identity): Account | null;
  /** True if that account may work in that stream. */
  reaches(account: Account, row: StreamRow): boolean;
  /** Devices signed in to this account, newest first; `own` is the asking one. */
  entries(identity: Identity): { id: string; device: string; at: number; own: boolean }[];
  firstRun(): boolean;
  link(token: string): { purpose: string; role: string | null; target: string | null } | null;
  find(code: string): StreamRow | null;
  streams(): StreamRow[];
  /** Codes of streams that cannot be opened because their log is damaged. */
  damaged(): string[];
  /** Public: as on phones and the wall. Staff: hidden texts too. Whole: for the record, with counts by sector. */
  gathering(row: StreamRow, as: Audience | 'whole'): Readonly<Gathering>;
  /** The same as JSON text, made once for each number of its log. */
  asText(row: StreamRow, as: Audience): string;
  path(row: StreamRow): Readonly<Path>;
  /**
   * The outcomes of its notes, path by path, as anyone may read them: only published ones. `preview`: with these
   * published too, for people who may publish them.
   */
  givenBack(row: StreamRow, preview?: (path: Path) => readonly PublicationTarget[]): GivenBack[];
  labels(row: StreamRow, of: 'named' | 'all'): Labels;
  /** The privacy notice as the office wrote it, or null for the page's own text; and every version of it. */
  notice(lang: string): Notice | null;
  notices(): Notice[];
  /** Particulars of the office, empty where it said nothing. */
  officeDetails(): KeptDetails;
  /** The particulars still missing without which nobody may take a seat there; none for a rehearsal or the demonstration. */
  missingFor(row: StreamRow): RequiredDetail[];
  /** Retention of identifiers after a gathering, in days. */
  retentionDays(): number;
  /** For each gathering, how many people are still named and until when. */
  keeping(): Keeping[];
  /** The difference between the machine's clock and the time this server lived, until a person confirms the date. */
  clockLeap(): Leap | null;
  accounts(): {
    id: string;
    name: string;
    role: string;
    createdAt: number;
    revokedAt: number | null;
    /** The id of the one stream it is for, and its end. */
    scope: string | null;
    endsAt: number | null;
  }[];
  trail(): { id: number; at: number; who: string; what: string; about: string }[];
  /** The one report that a completion link has opened on this device: its screen and its writer; null for none. */
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
