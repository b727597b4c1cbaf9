/** A report before anybody has written in it. */
import { REPORT_FIELDS, type Report, type ReportField } from './state';

export const blankReport = (topic: string): Report => ({
  topic,
  status: 'da_iniziare',
  outcome: 'circle',
  outcomeReason: '',
  fields: Object.fromEntries(
    REPORT_FIELDS.map((f) => [f, { text: '', rev: 0, at: 0, by: null }]),
  ) as unknown as Record<ReportField, { text: string; rev: number; at: number; by: string | null }>,
  items: {},
  itemOrder: [],
  photos: [],
  publishedAt: null,
  completedAt: null,
  verifiedAt: null,
  fromNotes: false,
  hidden: null,
  versions: [],
});
