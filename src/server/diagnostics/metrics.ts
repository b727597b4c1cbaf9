/** The server's figures for Prometheus: counted from the log's lines, which name nobody, and read from what is there now. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { LogLine } from './server-log';
import type { Turns } from './event-loop-delay';

/** The sources that are read at each request. */
type Now = {
  connections(): number;
  /** Gatherings and paths that are in memory. */
  awake(): { gathering: number; path: number };
  turns(): Turns;
  /** When the newest automatic copy was made, in epoch ms; null when there is none. */
  lastCopy(): number | null;
};

type Metrics = {
  /** Hears every line of the log, whatever its level. */
  hear(line: LogLine): void;
  /** Registers what is asked of the house. Called once, when it stands. */
  watch(now: Now): void;
  text(): Promise<string>;
  contentType: string;
};
/** With what opens them: whoever bears the secret may read. */
export type OpenMetrics = Metrics & { secret: string };

export function createMetrics(secret: string, clock: () => number = Date.now): OpenMetrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register, prefix: 'cerchi_' });
  const commitSeconds = new Histogram({
    name: 'cerchi_commit_seconds',
    help: 'Time of one transaction, up to the sync of the disk',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  });
  const facts = new Counter({ name: 'cerchi_facts_total', help: 'Facts written to the log', registers });
  const failures = new Counter({
    name: 'cerchi_commit_failures_total',
    help: 'Transactions that the disk refused',
    registers,
  });
  const answers = new Histogram({
    name: 'cerchi_command_seconds',
    help: 'Time from a command to its answer, in the server',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  });
  const refusals = new Counter({
    name: 'cerchi_refusals_total',
    help: 'What was asked over a socket and refused, by its code',
    labelNames: ['refused'] as const,
    registers,
  });
  return {
    secret,
    contentType: register.contentType,
    text: () => register.metrics(),
    hear(line) {
      if (line.at === 'refusal') refusals.inc({ refused: line.refused });
      else if (line.at === 'command') answers.observe(line.ms / 1000);
      else if (line.at === 'commit') {
        if (line.failed) failures.inc();
        else facts.inc(line.facts);
        commitSeconds.observe(line.ms / 1000);
      }
    },
    watch(now) {
      const gauge = (name: string, help: string, read: () => number | null) =>
        new Gauge({
          name,
          help,
          registers,
          collect() {
            const value = read();
            if (value === null) this.remove();
            else this.set(value);
          },
        });
      gauge('cerchi_connections', 'Sockets that are open', () => now.connections());
      gauge('cerchi_turn_p99_seconds', 'Lateness of the event loop in the last minute, p99', () =>
        seconds(now.turns().p99),
      );
      gauge('cerchi_turn_max_seconds', 'Longest turn of the event loop in the last two minutes', () =>
        seconds(now.turns().max),
      );
      gauge('cerchi_copy_age_seconds', 'Age of the newest automatic copy; absent when there is none', () => {
        const at = now.lastCopy();
        return at === null ? null : Math.max(0, (clock() - at) / 1000);
      });
      new Gauge({
        name: 'cerchi_rooms_awake',
        help: 'Gatherings and paths that are in memory',
        labelNames: ['kind'] as const,
        registers,
        collect() {
          for (const [kind, count] of Object.entries(now.awake())) this.set({ kind }, count);
        },
      });
    },
  };
}

const seconds = (ms: number): number => ms / 1000;
