/** The environment, read once and checked against a schema. */
import { join } from 'node:path';
import type { BlockList } from 'node:net';
import * as z from 'zod';
import { LOOPBACK, proxiesOf } from './security/trusted-proxies';
import { LOG_LEVELS, type LogLevel } from './diagnostics/server-log';

const POSTGRES = /^postgres(ql)?:\/\//;

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  CERCHI_DATA: z.string().default('data'),
  /** A PostgreSQL database, as postgres://user:password@host/name; without it, SQLite in the data folder. */
  CERCHI_DATABASE: z.string().regex(POSTGRES, 'an address that begins with postgres://').optional(),
  /** The public address behind a proxy, such as https://cerchi.example.it */
  CERCHI_URL: z.url().optional(),
  /** The proxies whose X-Forwarded-* headers are believed: addresses and networks, separated by commas. */
  CERCHI_PROXY: z.string().default(LOOPBACK),
  /**
   * The folder of automatic copies (default: copies, in the data folder), and their interval in minutes; 0 for none.
   */
  CERCHI_COPIES: z.string().optional(),
  CERCHI_COPY_MINUTES: z.coerce.number().min(0).max(1440).default(15),
  /** The level of the log on standard output, one JSON line each: silent, error, warn, info or debug. */
  CERCHI_LOG: z.enum(LOG_LEVELS).default('silent'),
  /** Whoever sends it as a bearer token may read /metrics; without it there is no /metrics. */
  CERCHI_METRICS: z.string().min(16).optional(),
  CERCHI_FRAME_MS: z.coerce.number().int().min(5).max(1000).default(60),
});

export type Config = {
  port: number;
  host: string;
  folder: string;
  database: string;
  publicUrl: string | null;
  proxies: BlockList;
  frameMs: number;
  logLevel: LogLevel;
  metricsSecret: string | null;
  copies: { into: string; everyMinutes: number };
};

/** Throws with the variable's name when one is wrong. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const parsed = Environment.safeParse(env);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ');
    throw new Error(`environment: ${wrong}`);
  }
  const e = parsed.data;
  return {
    port: e.PORT,
    host: e.HOST,
    folder: e.CERCHI_DATA,
    database: e.CERCHI_DATABASE ?? join(e.CERCHI_DATA, 'cerchi.sqlite'),
    publicUrl: e.CERCHI_URL ?? null,
    proxies: proxiesOf(e.CERCHI_PROXY),
    frameMs: e.CERCHI_FRAME_MS,
    logLevel: e.CERCHI_LOG,
    metricsSecret: e.CERCHI_METRICS ?? null,
    copies: {
      into: e.CERCHI_COPIES ?? join(e.CERCHI_DATA, 'copies'),
      // A database server has copies of its own.
      everyMinutes: e.CERCHI_DATABASE ? 0 : e.CERCHI_COPY_MINUTES,
    },
  };
}
