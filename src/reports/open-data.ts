/**
 * The part of a path that may be published under an open licence: all but the office's own judgements, memos and
 * drafts.
 */
import type { PathExport } from './path-json';

/** The same with internal fields emptied; unchanged while the office has chosen no open licence. */
export function openPart(data: PathExport): PathExport {
  if ((data.path.licence ?? 'nessuna') === 'nessuna') return data;
  return {
    ...data,
    sources: data.sources.map((s) => ({ ...s, memo: '', setAside: null })),
    codings: data.codings.map((c) => ({ ...c, memo: '' })),
    evidence: data.evidence.map((e) => ({ ...e, note: '' })),
    invitations: data.invitations.map((i) => ({ ...i, reason: '' })),
    workTables: data.workTables.map((t) => ({ ...t, members: t.members.map((m) => ({ ...m, why: '' })) })),
    closedTables: data.closedTables.map((t) => ({
      ...t,
      members: t.members.map((m) => ({ ...m, why: '' })),
    })),
    projects: data.projects.map((p) => ({
      ...p,
      ...{ assessment: 'non_valutato' as const, assessmentReason: '', assessedAt: null },
    })),
    publications: data.publications.map((p) => ({ ...p, reason: '' })),
    changes: [],
  };
}

/** Removes the count of new voices, which stays with the office (E25): a package is made to be passed on. */
export const passedOn = (data: PathExport): PathExport => ({
  ...data,
  gatherings: data.gatherings.map((g) => ({
    ...g,
    newVoices: null,
    newVoicesWithheld: g.newVoices !== null,
  })),
});
