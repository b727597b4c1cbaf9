/** A path shaped for Decidim: each meeting with its closure, each proposal with its answer, in the fields Decidim names. */
import type { PathExport } from './path-json';

const STATES: Record<string, string> = {
  accolta: 'accepted',
  accolta_in_parte: 'accepted',
  rinviata: 'evaluating',
  non_accolta: 'rejected',
};
const it = (words: string) => ({ it: words });

export function decidimJson(data: PathExport) {
  const { path } = data;
  return {
    notice: data.notice,
    participatory_process: {
      slug: path.code.toLowerCase(),
      title: it(path.title ?? ''),
      subtitle: it(path.method ?? ''),
      description: it(path.intro ?? ''),
      developer_group: it([path.promoter, path.body].filter(Boolean).join(', ')),
      steps: data.phases.map((p) => ({
        title: it(p.label),
        description: it(p.dateText),
        start_date: p.from,
        end_date: p.to,
        position: p.order,
      })),
    },
    meetings: data.gatherings
      .filter((g) => g.dateStatus === 'svolto')
      .map((g) => ({
        id: g.id,
        reference: g.code ?? g.id,
        title: it(g.title),
        description: it(g.agenda.join('\n')),
        start_time: g.date,
        location: it(g.venue),
        attendees_count: g.attendance ?? g.people ?? 0,
        contributions_count:
          data.sources.filter((s) => s.gathering !== null && s.gathering === g.code).length + g.linesOnPaper,
        attending_organizations: data.invitations
          .filter((i) => i.meeting === g.id && i.status === 'presente')
          .map((i) => i.profile || (data.organizations.find((o) => o.id === i.organization)?.name ?? ''))
          .join(', '),
        closing_report: it(closing(data, g)),
        closed_at: g.date,
      })),
    proposals: data.proposals.map((p) => ({
      id: p.id,
      title: it(p.title),
      body: it([p.description, ...quotes(data, p.id)].filter(Boolean).join('\n')),
      category: it(data.workTables.find((t) => t.id === p.workTable)?.newName ?? ''),
      state: STATES[p.outcome] ?? null,
      answer: it(p.outcomeReason),
      answered_at: p.outcomeAt,
      related_meetings: [
        ...new Set(
          data.evidence.filter((e) => e.targetId === p.id && e.gathering).map((e) => e.gathering ?? ''),
        ),
      ],
    })),
  };
}

const quotes = (data: PathExport, id: string): string[] =>
  data.evidence.flatMap((e) => (e.targetId === id && e.quote ? [`«${e.quote}» (${e.place ?? ''})`] : []));

/** The minutes; where there are none, what the groups wrote of their circles. */
function closing(data: PathExport, g: PathExport['gatherings'][number]): string {
  if (g.minutes) return g.minutes;
  return data.sources
    .filter((s) => s.kind === 'report' && s.gathering === g.code && s.text)
    .map((s) => `${s.topic ?? ''}: ${s.text}`)
    .join('\n');
}
