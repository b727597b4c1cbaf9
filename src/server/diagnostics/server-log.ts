/** The server's structured log: one JSON line for each event, by level, and never a person's words or names. */
import pino, { type DestinationStream, type Logger } from 'pino';

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * Every event that the log may contain. None names a person, a seat, a device or a command's id: a line says what the
 * server did, never for whom. `stream` is the stream's public code; `type` a deed's name; times are in ms.
 */
export type LogLine =
  | { at: 'connection'; transport: string }
  | { at: 'disconnection'; transport: string; reason: string; seconds: number }
  | { at: 'hello'; stream: string; surface: string; ms: number }
  | { at: 'command'; stream: string; type: string; seq: number; ms: number }
  | { at: 'refusal'; stream: string | null; type: string; refused: string; ms: number }
  | { at: 'commit'; facts: number; ms: number; failed?: true }
  | { at: 'slow_turn'; ms: number };

/** The level of each event: everyday events are logged only when somebody is looking for something. */
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
  /** Warnings for the technician, worded in compose.ts. */
  warn(what: string, error?: unknown): void;
};

/** `destination`: standard output by default. */
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

/** Only the error's name, code and stack: libraries attach other properties, such as their input. */
function errorLine(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  return { type: error.name, ...(typeof code === 'string' ? { code } : {}), stack: error.stack };
}

/** Discards everything: for tests, benches, and wherever no log is wanted. */
export const silentLog: ServerLog = { write() {}, warn() {} };

/** Lets somebody else hear every line too, whatever the log's level. */
export function alsoHeard(log: ServerLog, hear: ((line: LogLine) => void) | undefined): ServerLog {
  if (!hear) return log;
  return {
    warn: (what, error) => log.warn(what, error),
    write(line) {
      log.write(line);
      hear(line);
    },
  };
}
