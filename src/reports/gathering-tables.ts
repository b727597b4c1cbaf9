/** A gathering's export as tables, a CSV each. */
import type { GatheringExport } from './gathering-json';

type Rows = readonly Record<string, unknown>[];

/** One sheet for each kind of thing; a thing's parts have a sheet of their own. */
export const gatheringTables = (data: GatheringExport): Record<string, Rows> => ({
  seats: data.seats,
  topics: data.topics,
  sessions: data.sessions,
  interests: data.interests,
  presences: data.presences,
  notes: data.notes,
  reports: data.reports.map(({ items: _, photos: __, versions: ___, ...report }) => report),
  'report-items': data.reports.flatMap((r) => r.items.map((item) => ({ topic: r.topic, ...item }))),
  votes: data.votes,
  clusters: data.clusters,
  actions: data.actionGroups,
  ideas: data.ideas,
  announcements: data.announcements,
});
