/**
 * Published parts of a path as Decidim's importers read them: rows of proposals, answers and results, and the meetings.
 */
import type { PathExport } from './path-json';

const STATES: Record<string, string> = {
  accolta: 'accepted',
  accolta_in_parte: 'accepted',
  rinviata: 'evaluating',
  non_accolta: 'rejected',
};
const it = (words: string) => ({ it: words });

/**
 * The columns that Decidim's importers read, as their sources name them (decidim-proposals `ProposalCreator`,
 * `ProposalAnswerCreator`; decidim-accountability `ResultsCsvImporter`). Texts have one column for each language.
 */
export const DECIDIM_COLUMNS = {
  proposals: ['id', 'category', 'scope', 'title/it', 'body/it', 'address', 'latitude', 'longitude'],
  proposal_answers: ['id', 'state', 'answer/it'],
  results: [
    ...['id', 'category/id', 'scope/id', 'parent/id', 'status/id', 'progress'],
    ...['title/it', 'description/it', 'start_date', 'end_date', 'proposal_urls'],
  ],
} as const;
type Sheet = keyof typeof DECIDIM_COLUMNS;
type Row = Record<string, string>;

type Published = PathExport['published'][number];
const wordsOf = <W extends Published['words']['what']>(data: PathExport, what: W) =>
  data.published.flatMap((p) =>
    p.words.what === what ? [{ ...p, words: p.words as Extract<Published['words'], { what: W }> }] : [],
  );

/** No drafts. Ids are the path's own; Decidim assigns its own to its records. */
export function decidimJson(data: PathExport) {
  const { path } = data;
  const meetings = wordsOf(data, 'meeting').flatMap((p) => {
    const held = data.gatherings.find((g) => g.id === p.id && g.dateStatus === 'svolto');
    return held ? [meetingOf(data, held, p.words)] : [];
  });
  const references = new Map(meetings.map((m) => [m.reference, m.id]));
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
    meetings,
    proposals: wordsOf(data, 'proposal').map((p) => {
      const own = data.proposals.find((x) => x.id === p.id);
      const evidence = data.evidence.filter((e) => p.words.evidence.includes(e.id));
      const at = data.published.find((x) => x.what === 'table' && x.id === own?.workTable);
      return {
        id: p.id,
        title: it(p.words.title),
        body: it([p.words.description, ...evidence.flatMap(quoteOf)].filter(Boolean).join('\n')),
        category: it(at?.words.what === 'table' ? at.words.name : ''),
        state: STATES[p.words.outcome] ?? null,
        answer: it(p.words.reason),
        answered_at: p.words.outcomeAt,
        /** References of the meetings its words come from; only those that are included. */
        related_meetings: [...new Set(evidence.flatMap((e) => e.gathering ?? []))].filter((g) =>
          references.has(g),
        ),
      };
    }),
    results: wordsOf(data, 'goal').map((p) => {
      const own = data.goals.find((g) => g.id === p.id);
      const known = new Set(wordsOf(data, 'proposal').map((x) => x.id));
      return {
        id: p.id,
        title: it(`${p.words.code} ${p.words.statement}`),
        status: p.words.status,
        end_date: own?.due ?? null,
        proposals: p.words.proposals.filter((id) => known.has(id)),
      };
    }),
  };
}

type Held = PathExport['gatherings'][number];
type MeetingWords = Extract<Published['words'], { what: 'meeting' }>;
const meetingOf = (data: PathExport, g: Held, words: MeetingWords) => ({
  id: g.id,
  reference: g.code ?? g.id,
  title: it(words.title),
  description: it(words.agenda.join('\n')),
  start_time: words.date,
  location: it(words.venue),
  attendees_count: g.attendance ?? g.people ?? 0,
  contributions_count:
    data.sources.filter((s) => s.gathering !== null && s.gathering === g.code).length + words.lines.length,
  attending_organizations: data.invitations
    .filter((i) => i.meeting === g.id && i.status === 'presente')
    .map((i) => i.profile || (data.organizations.find((o) => o.id === i.organization)?.name ?? ''))
    .join(', '),
  closing_report: it(words.minutes || closing(data, g)),
  closed_at: words.date,
});

const quoteOf = (e: PathExport['evidence'][number]): string[] =>
  e.quote ? [`«${e.quote}» (${e.place ?? ''})`] : [];

/** The groups' own reports, used if there are no minutes. */
const closing = (data: PathExport, g: Held): string =>
  data.sources
    .filter((s) => s.kind === 'report' && s.gathering === g.code && s.text)
    .map((s) => `${s.topic ?? ''}: ${s.text}`)
    .join('\n');

/**
 * One sheet as Decidim's importer reads it. `id` is a running number: proposals are created first, and their answers
 * are imported after the column `id` was replaced by Decidim's numbers.
 */
export function decidimRows(data: PathExport, sheet: Sheet): Row[] {
  const all = decidimJson(data);
  const number = new Map(all.proposals.map((p, i) => [p.id, String(i + 1)]));
  const rows: Record<Sheet, () => Row[]> = {
    proposals: () =>
      all.proposals.map((p) => ({
        id: number.get(p.id) ?? '',
        category: p.category.it,
        'title/it': p.title.it,
        'body/it': p.body.it || p.title.it,
      })),
    proposal_answers: () =>
      all.proposals.flatMap((p) =>
        p.state ? [{ id: number.get(p.id) ?? '', state: p.state, 'answer/it': p.answer.it }] : [],
      ),
    results: () =>
      all.results.map((r, i) => ({
        id: String(i + 1),
        progress: r.status === 'raggiunto' ? '100' : '0',
        'title/it': r.title.it,
        'description/it': r.proposals
          .flatMap((id) => all.proposals.find((p) => p.id === id)?.title.it ?? [])
          .join('\n'),
        end_date: r.end_date ?? '',
      })),
  };
  return rows[sheet]().map((row) =>
    Object.fromEntries(DECIDIM_COLUMNS[sheet].map((column) => [column, row[column] ?? ''])),
  );
}

/** Semicolons, as Decidim's own default; texts are unchanged, because no spreadsheet reads them here. */
export function decidimCsv(data: PathExport, sheet: Sheet): string {
  const cell = (text: string) => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const columns = DECIDIM_COLUMNS[sheet];
  return [columns, ...decidimRows(data, sheet).map((row) => columns.map((c) => row[c] ?? ''))]
    .map((cells) => `${cells.map((c) => cell(c)).join(';')}\r\n`)
    .join('');
}

/** The files by their names in the address. */
export const DECIDIM_FILES: Record<string, Sheet> = {
  'decidim-proposte': 'proposals',
  'decidim-risposte': 'proposal_answers',
  'decidim-risultati': 'results',
};
