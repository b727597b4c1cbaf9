/** The server's structured log: one JSON line for what happens, by level, and never a person's words or names. */
import pino, { type DestinationStream, type Logger } from 'pino';

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * What the log may say. Nothing in it names a person, a seat, a device or a command's id: a line tells what the server
 * did, never who did what. `stream` is the code that people know the stream by; `type` a deed's name; times are in ms.
 */
export type LogLine =
  | { at: 'connection'; transport: string }
  | { at: 'disconnection'; transport: string; reason: string; seconds: number }
  | { at: 'hello'; stream: string; surface: string; ms: number }
  | { at: 'command'; stream: string; type: string; seq: number; ms: number }
  | { at: 'refusal'; stream: string | null; type: string; refused: string; ms: number }
  | { at: 'commit'; facts: number; ms: number; failed?: true }
  | { at: 'slow_turn'; ms: number };

/** Which lines are worth which level: the everyday ones only when somebody looks for something. */
const LEVEL: Record<LogLine['at'], 'warn' | 'info' | 'debug'> = {
  connection: 'info',
  disconnection: 'info',
  hello: 'info',
  refusal: 'info',
  slow_turn: 'warn',
  command: 'debug',
  commit: 'debug',
};

export type ServerLog = {
  write(line: LogLine): void;
  /** What the technician should know: in the program's own words, see compose.ts. */
  warn(what: string, error?: unknown): void;
};

/** `destination`: standard output where left out. */
export function createServerLog(level: LogLevel, destination?: DestinationStream): ServerLog {
  const options = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: errorLine },
  };
  const log: Logger = destination ? pino(options, destination) : pino(options);
  return {
    write(line) {
      log[LEVEL[line.at]](line, line.at);
    },
    warn(what, error) {
      log.warn(error === undefined || error === null ? {} : { err: error }, what);
    },
  };
}

/** Only what an error says of the program: libraries hang other things on theirs, such as what they were given. */
function errorLine(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  return { type: error.name, ...(typeof code === 'string' ? { code } : {}), stack: error.stack };
}

/** Says nothing: for tests, benches, and wherever nobody asked for a log. */
export const silentLog: ServerLog = { write() {}, warn() {} };
