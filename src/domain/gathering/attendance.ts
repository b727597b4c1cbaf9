/**
 * The outcome of a circle: its report counts first, then the people who marked their presence; missing taps mean
 * nothing.
 */
import type { Gathering } from './state';
import type { Session } from './state/session';

/** `unmarked`: it is over, and nobody marked their presence. */
export type Came = 'circle' | 'only_convener' | 'nobody' | 'unmarked';

/** The outcome in a topic's report, or null while nothing is written. */
function statedIn(state: Gathering, topic: string): 'circle' | 'only_convener' | 'nobody' | null {
  const report = state.reports[topic];
  if (!report || report.outcome === 'not_written') return null;
  if (report.outcome !== 'circle') return report.outcome;
  const written = report.publishedAt !== null || Object.values(report.fields).some((f) => f.text !== '');
  return written ? 'circle' : null;
}

/**
 * True if more than one person marked their presence. If only one did, nobody may learn whether it was the convener:
 * one tap does not tell how many came.
 */
export const isMarked = (session: Pick<Session, 'attended'>): boolean => session.attended > 1;

/** Null while it can still change. `over`: the circle's time, or the day, is over. */
export function cameTo(state: Gathering, session: Session, over: boolean): Came | null {
  const stated = statedIn(state, session.topic);
  // The report's own outcome wins, also over a tap made by mistake.
  if (stated === 'nobody' || stated === 'only_convener') return stated;
  if (isMarked(session) || stated === 'circle') return 'circle';
  return over ? 'unmarked' : null;
}
