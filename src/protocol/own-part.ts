/** The reader's own part of a page that is drawn once for everybody: never in the shared page, always beside it. */
import type { You } from './wire';

export type OwnPart = {
  you: You;
  /** The number of the public state when the page was served; the page itself may show an older one. */
  seq: number;
  /** The server's time when the page was served, epoch milliseconds. */
  now: number;
  /** The seat's recovery code, as long as its cookie has it. */
  recovery: string | null;
  /** The seat's private slice. */
  mine: unknown;
  /** The address of the whole public state, where the page is only a part of it. */
  snapshot: string | null;
};
