/**
 * A trace of the sync machine that a person can copy from their phone: events, standing and effects, and none of their
 * words.
 */
import type { SyncEffect, SyncEvent, SyncState } from './state';

/** The last so many lines are kept. */
const LINES = 400;
const lines: string[] = [];

/** True if this page was opened with `?traccia`. Walking between its screens does not end it. */
export const TRACING = typeof location !== 'undefined' && new URLSearchParams(location.search).has('traccia');

/** One line: time, event, standing, effects. It names commands by id and name; never facts, names or texts. */
export function traceStep<S extends { seq: number }>(
  event: SyncEvent<S>,
  state: SyncState<S>,
  effects: readonly SyncEffect<S>[],
  now: number,
): void {
  const { standing, confirmed, outbox, tries, proof } = state;
  lines.push(
    [
      new Date(now).toISOString().slice(11, 23),
      said(event),
      `${standing.at} seq ${confirmed.seq} ${proof}`,
      `outbox ${outbox.length}/${Object.keys(tries).length}`,
      effects.map(asked).join(', ') || '–',
    ].join(' | '),
  );
  if (lines.length > LINES) lines.shift();
}

/** All lines, oldest first. */
export const traceText = (): string => lines.join('\n');

function said<S>(event: SyncEvent<S>): string {
  switch (event.type) {
    case 'welcome': {
      const { welcome: w, attempt } = event;
      if (!w.ok) return `welcome ${attempt} ${w.refused}`;
      const missing = w.missing ? ` missing ${w.missing.length}` : '';
      return `welcome ${attempt} seq ${w.seq} ${w.facts ? `+${w.facts.length}` : 'whole'}${w.parted ? ' diverged' : ''}${missing}`;
    }
    case 'frame':
      return `frame ${event.frame.from}+${event.frame.facts.length}`;
    case 'own':
      return `own ${event.facts.map((f) => f.seq).join(' ')}`;
    case 'asked':
      return `asked ${event.command.type} ${event.command.id}`;
    case 'answered':
      return `answered ${event.id} ${event.answer.ok ? event.answer.seq : event.answer.refused}`;
    case 'timeout':
      return `timeout ${'id' in event ? event.id : `hello ${event.attempt}`}`;
    case 'tick':
      return `tick ${event.tick}`;
    default:
      return event.type;
  }
}

function asked<S>(effect: SyncEffect<S>): string {
  switch (effect.type) {
    case 'hello':
      return `hello ${effect.attempt} since ${effect.hello.since} asks ${effect.hello.answered.length}`;
    case 'send':
      return `send ${effect.command.id}${effect.again ? ' again' : ''}`;
    case 'persist':
      return `persist ${effect.what}`;
    case 'forget':
      return `forget ${effect.id}`;
    case 'schedule':
      return `schedule ${effect.tick} ${effect.ms}`;
    default:
      return effect.type;
  }
}
