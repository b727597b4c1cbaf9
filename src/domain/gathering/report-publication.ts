/**
 * The stages of a report: put on the news wall by its circle, and checked by the office against the paper (domain
 * §1.7).
 */
import * as z from 'zod/mini';
import { isRefusal, refuse } from '../refusal';
import { Id } from '../shapes';
import { deed, PEOPLE } from './deed';
import { reportOf, ownReport } from './reports';

const onlyShape = () => z.strictObject({ topic: Id });

export const publishReport = deed({
  command: 'publishReport',
  fact: 'reportPublished',
  who: PEOPLE,
  commandSchema: onlyShape,
  factSchema: () => z.strictObject({ topic: Id, late: z.boolean() }),
  decide(state, ask, { author, actor, at }) {
    const report = ownReport(state, ask.topic, author, actor, at);
    if (isRefusal(report)) return report;
    if (report.publishedAt !== null) return refuse('report_published');
    // E04: "only the convener" and "nobody came" are outcomes, and need no summary.
    const empty =
      report.fields.summary.text === '' && !report.itemOrder.some((i) => !report.items[i]?.removed);
    if (empty && report.outcome === 'circle') return refuse('report_empty');
    return { ...ask, late: state.phase === 'completing' || state.phase === 'concluded' };
  },
  apply(state, data, fact) {
    const report = reportOf(state, data.topic);
    report.status = data.late ? 'completato_dopo' : 'pubblicato';
    report.publishedAt = fact.at;
    if (data.late) report.completedAt = fact.at;
  },
});

/** The office has compared it with the sheets on the wall; not a word of it changes. */
export const verifyReport = deed({
  command: 'verifyReport',
  fact: 'reportVerified',
  who: ['planner', 'owner'],
  commandSchema: onlyShape,
  factSchema: onlyShape,
  decide(state, ask) {
    const report = state.reports[ask.topic];
    if (!report || report.publishedAt === null) return refuse('report_empty');
    return report.status === 'verificato' ? refuse('nothing_to_change') : ask;
  },
  apply(state, data, fact) {
    const report = reportOf(state, data.topic);
    report.unverified = { status: report.status, verifiedAt: report.verifiedAt };
    report.status = 'verificato';
    report.verifiedAt = fact.at;
  },
});

/** The wrong one was ticked, or it was not read to the end: it waits again as before. */
export const unverifyReport = deed({
  command: 'unverifyReport',
  fact: 'reportUnverified',
  who: ['planner', 'owner'],
  commandSchema: onlyShape,
  factSchema: onlyShape,
  decide(state, ask) {
    return state.reports[ask.topic]?.status === 'verificato' ? ask : refuse('nothing_to_change');
  },
  apply(state, data) {
    const report = reportOf(state, data.topic);
    if (report.unverified) Object.assign(report, report.unverified);
    delete report.unverified;
  },
});
