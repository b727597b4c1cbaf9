/** Piano finanziario: yearly amounts by funding source, of every project or of some. */
import { FUNDING_SOURCES } from '@/domain/programming/resources';
import { type Block, table } from '../document';
import { euros, type Setting, word } from './document-parts';

type Sum = { funding: string; amount: number };

/** In whole cents while they are added, because euro with decimals do not add up exactly. */
function sumsOf({ data }: Setting, projects?: readonly string[]): Sum[] {
  const cents = new Map<string, number>();
  for (const r of data.resources) {
    if (!r.amount || (projects && (r.project === null || !projects.includes(r.project)))) continue;
    cents.set(r.funding, (cents.get(r.funding) ?? 0) + Math.round(r.amount * 100));
  }
  return FUNDING_SOURCES.flatMap((funding) => {
    const sum = cents.get(funding);
    return sum === undefined ? [] : [{ funding, amount: sum / 100 }];
  });
}
const totalOf = (sums: readonly Sum[]): number =>
  sums.reduce((n, s) => n + Math.round(s.amount * 100), 0) / 100;

/** Nothing where no money was entered. */
export function fundingTable(setting: Setting, projects?: readonly string[]): Block[] {
  const { say } = setting;
  const sums = sumsOf(setting, projects);
  if (sums.length === 0) return [];
  return [
    table(
      say('documents.fundingPlan'),
      [say('documents.col.funding'), say('documents.total')],
      [
        ...sums.map((s) => [word(say, s.funding), euros(say, s.amount)]),
        [say('documents.sum'), euros(say, totalOf(sums))],
      ],
      { figures: [1], widths: [6, 3], total: true },
    ),
  ];
}

/** The same in lines of words, for a cell of a sheet. */
export function fundingWords(setting: Setting, projects: readonly string[]): string {
  const { say } = setting;
  const sums = sumsOf(setting, projects);
  if (sums.length === 0) return '';
  return [
    ...sums.map((s) => `${word(say, s.funding)}: ${euros(say, s.amount)}`),
    `${say('documents.sum')}: ${euros(say, totalOf(sums))}`,
  ].join('\n');
}
