/** Questions about reports: those on the news wall, and those still awaited. */
import { hasMet } from './session-queries';
import type { Gathering } from './state';
import type { Report } from './state/report';
import type { Topic } from './state/topic';
import { topicsInOrder } from './topic-queries';

/** Reports on the news wall, newest first. */
export const hungReports = (state: Gathering): { topic: Topic; report: Report }[] =>
  topicsInOrder(state)
    .flatMap((topic) => {
      const report = state.reports[topic.id];
      return report && report.publishedAt !== null ? [{ topic, report }] : [];
    })
    .sort((a, b) => (b.report.publishedAt ?? 0) - (a.report.publishedAt ?? 0));

/** Topics that met and whose report is not on the wall yet: a gentle nudge, never a block. */
export const awaitedReports = (state: Gathering): Topic[] =>
  topicsInOrder(state).filter(
    (t) =>
      t.standing === 'open' && hasMet(state, t.id) && (state.reports[t.id]?.publishedAt ?? null) === null,
  );
