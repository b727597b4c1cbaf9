/** Mappa delle risorse: judgement by mobility, euro and hours apart, and the resources that can be freed. */
import { type Block, type Doc, heading, small, table, text } from '../document';
import { projectTable } from './project-table';
import { docOf, euros, groundedIn, type Setting, word } from './document-parts';

const ASSESSMENTS = ['rivisitabile', 'scarsa_utilita', 'confermato', 'non_valutato'] as const;
const MOBILITIES = ['fluttuante', 'intoccabile', 'non_classificata'] as const;

export function resourceMapDocument(setting: Setting): Doc {
  const { data, say } = setting;
  const { freeable, total, floating, untouchable } = data.resourceMap;
  return docOf(setting, 'mappa-risorse', say('documents.resourceMap'), [
    text(
      say('documents.mapTotals', {
        total: euros(say, total.euro),
        floating: euros(say, floating.euro),
        untouchable: euros(say, untouchable.euro),
      }),
    ),
    text(
      say('documents.freeable', {
        sum: euros(say, freeable.euro),
        revisitable: euros(say, freeable.revisitable.euro),
        low: euros(say, freeable.lowUtility.euro),
      }),
    ),
    small(say('documents.mapNote')),
    heading(2, say('documents.byEuro')),
    cross(
      setting,
      say('documents.byEuro'),
      (r) => r.amount ?? 0,
      (n) => euros(say, n),
    ),
    heading(2, say('documents.byHours')),
    cross(
      setting,
      say('documents.byHours'),
      (r) => r.hoursPerWeek ?? 0,
      (n) => say.number(n),
    ),
    small(say('documents.hoursNote')),
    heading(2, say('documents.projects')),
    projectTable(setting, data.projects),
    ...judged(setting),
  ]);
}

type Resource = Setting['data']['resources'][number];
function cross(
  { data, say }: Setting,
  title: string,
  amount: (r: Resource) => number,
  written: (n: number) => string,
): Block {
  const judgement = new Map(data.projects.map((p) => [p.id, p.assessment as string]));
  const sum = (assessment: string | null, mobility: string | null) =>
    data.resources
      .filter((r) => assessment === null || (judgement.get(r.project ?? '') ?? 'non_valutato') === assessment)
      .filter((r) => mobility === null || r.mobility === mobility)
      .reduce((n, r) => n + amount(r), 0);
  const line = (name: string, assessment: string | null) => [
    name,
    ...[...MOBILITIES, null].map((m) => written(sum(assessment, m))),
  ];
  return table(
    title,
    [say('documents.assessment'), ...MOBILITIES.map((m) => word(say, m)), say('documents.sum')],
    [...ASSESSMENTS.map((a) => line(word(say, a), a)), line(say('documents.sum'), null)],
    { figures: [1, 2, 3, 4], widths: [3, 2.4, 2.4, 2.4, 2.4], total: true },
  );
}

/** The office's judgement with its reason and evidence; colleagues' hints are not published. */
const judged = (setting: Setting): Block[] =>
  setting.data.projects
    .filter((p) => p.assessment === 'rivisitabile' || p.assessment === 'scarsa_utilita')
    .flatMap((p) => [
      heading(3, `${p.code}. ${p.title}: ${word(setting.say, p.assessment)}`),
      ...(p.assessmentReason ? [text(p.assessmentReason)] : []),
      ...groundedIn(setting, p.id),
    ]);
