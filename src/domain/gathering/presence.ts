/** How a circle turned out: what its report says comes first, then what people marked; nothing is made of missing taps. */
import type { Gathering } from './state';
import type { Session } from './state/session';

/** `unmarked`: it is over, and nobody marked who was there. */
export type Came = 'circle' | 'only_convener' | 'nobody' | 'unmarked';

/** What the report of a topic says of it, or null while nothing is written. */
function statedIn(state: Gathering, topic: string): 'circle' | 'only_convener' | 'nobody' | null {
  const report = state.reports[topic];
  if (!report || report.outcome === 'not_written') return null;
  if (report.outcome !== 'circle') return report.outcome;
  const written = report.publishedAt !== null || Object.values(report.fields).some((f) => f.text !== '');
  return written ? 'circle' : null;
}

/**
 * More than one person marked that they were there. Whether the one who did so alone was who proposed it is nobody's to
 * know: that one tap tells nothing of how many came.
 */
export const isMarked = (session: Pick<Session, 'attended'>): boolean => session.attended > 1;

/** Null while it can still turn out otherwise. `over`: the circle's time, or the day, is over. */
export function cameTo(state: Gathering, session: Session, over: boolean): Came | null {
  const stated = statedIn(state, session.topic);
  // The report's own word wins, also over a tap made by mistake.
  if (stated === 'nobody' || stated === 'only_convener') return stated;
  if (isMarked(session) || stated === 'circle') return 'circle';
  return over ? 'unmarked' : null;
}
