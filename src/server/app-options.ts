/** The options of the server: what `main` reads from the environment, and what tests replace. */
import type { Server } from 'node:http';
import type { BlockList } from 'node:net';
import type { OpenMetrics } from './diagnostics/metrics';
import type { ServerLog } from './diagnostics/server-log';
import type { Statics } from './http/request-handler';
import type { Copying } from './upkeep/scheduled-backups';

export type AppOptions = {
  folder: string;
  database: string;
  publicUrl?: string | null;
  /** The proxies whose X-Forwarded-* headers are believed; by default those on this machine. */
  proxies?: BlockList;
  frameMs?: number;
  /** Least time between two commits, in milliseconds. */
  commitGapMs?: number | undefined;
  /** Messages a seat may send in ten seconds; more than hands can send. */
  pace?: number;
  /** Interval of the connections' heartbeat, in milliseconds. */
  beatMs?: number;
  clock?: () => number;
  /** A monotonic clock in milliseconds; tests replace it to let time pass. */
  monotonic?: () => number;
  /** The HTTP server to answer on; of a process that stood by it listens already. */
  http?: Server;
  /** Releases the data folder, where it is held already. */
  letGo?: () => void;
  /** Hears that the database is another process's now: nothing more can be written, and this process should end. */
  lost?: (why: string) => void;
  copies?: Pick<Copying, 'into' | 'everyMinutes'>;
  warn?: (what: string, error?: unknown) => void;
  /** The server's log; without it nothing is logged. */
  log?: ServerLog;
  /** Left out, nothing is counted and `/metrics` is not there. */
  metrics?: OpenMetrics | null;
  /** Hot reload needs a looser content security policy. */
  dev?: boolean;
  /** Serves the build's files, when there is a build. */
  statics?: Statics | undefined;
};
