/**
 * The fields that the Region's observatory of participation asks of a process, as a sheet of fields and values to copy.
 */
import type { Say } from '@/i18n/say';
import type { PathExport } from './path-json';

/** The Region's own form may use other names: the headings are ours, the values the path's. */
export function observatoryRows({ path, ...data }: PathExport, say: Say): Record<string, unknown>[] {
  const held = data.gatherings.filter((g) => g.dateStatus === 'svolto');
  const dates = held.flatMap((g) => g.date ?? []).sort();
  const present = held.reduce((n, g) => n + (g.attendance ?? g.people ?? 0), 0);
  const answered = data.outcomes.filter((o) => o.outcome !== 'da_esaminare');
  const taken = data.proposals.filter((p) => p.outcome === 'accolta' || p.outcome === 'accolta_in_parte');
  const fields: [string, string | number | null][] = [
    ['title', path.title ?? ''],
    ['law', say('documents.observatory.lawText')],
    ['kind', say('documents.observatory.kindText')],
    ['body', path.body ?? ''],
    ['structure', path.promoter ?? ''],
    ['territory', (path.municipalities ?? []).join(', ')],
    ['year', path.year ?? null],
    ['subject', path.intro ?? ''],
    ['goals', (path.objectives ?? []).join('; ')],
    ['method', [path.method, 'Open Space Technology'].filter(Boolean).join(', ')],
    ['start', dates[0] ?? null],
    ['end', dates.at(-1) ?? null],
    ['phases', data.phases.map((p) => `${p.label} (${p.dateText || p.from})`).join('; ')],
    ['meetings', held.length],
    ['participants', present],
    // Never asked at the door: a body that asked on paper writes the aggregate here.
    ['gender', say('documents.toFill')],
    ['newVoices', held.reduce((n, g) => n + (g.newVoices ?? 0), 0)],
    ['organizations', data.organizations.length],
    ['newOrganizations', data.organizations.filter((o) => !o.alreadyInvolved).length],
    ['contributions', data.sources.length],
    ['proposals', data.proposals.length],
    ['taken', taken.length],
    ['answered', answered.length],
    ['decision', (data.goals ?? []).map((g) => `${g.code}. ${g.statement}`).join('; ')],
    ['document', say('documents.ppTitle')],
    ['followUp', say('documents.observatory.followUpText')],
  ];
  return fields.map(([key, value]) => ({
    [say('documents.observatory.field')]: say.dynamic(`documents.observatory.${key}`),
    [say('documents.observatory.value')]: value,
  }));
}
