/** The goals of the year being programmed, each with its fields, its measures and the words behind it. */
import { plainly } from '@/domain/words';
import { type Block, type Doc, heading, lead, table } from '../document';
import { day, docOf, groundedIn, type Setting, tableName, word } from './document-parts';
import { measureBlocks } from './measure-blocks';

type Goal = Setting['data']['goals'][number];

const objectiveOf = ({ data, say }: Setting, n: number | null): string =>
  n === null ? '' : say('documents.objectiveN', { n, text: data.path.objectives?.[n - 1] ?? '' });

export function goalsDocument(setting: Setting): Doc {
  const { data, say } = setting;
  return docOf(setting, `obiettivi-${data.path.programmingYear ?? ''}`, title(setting), [
    table(
      title(setting),
      [say('documents.code'), say('documents.goal'), say('documents.workTable'), say('documents.due')],
      data.goals.map((g) => [g.code, g.statement, tableName(data, g.workTable), g.when || day(say, g.due)]),
      { widths: [1, 6, 4, 3] },
    ),
    ...data.goals.flatMap((g): Block[] => [
      heading(2, `${g.code}. ${g.statement}`),
      ...goalFields(setting, g, []),
      ...measureBlocks(setting, g),
      ...groundedIn(setting, g.id),
    ]),
  ]);
}
const title = ({ data, say }: Setting): string =>
  say('documents.goalsOf', { year: String(data.path.programmingYear ?? '') });

/** The goal's own fields, without those that are a whole line of `said` already. */
export function goalFields(setting: Setting, g: Goal, said: readonly string[]): Block[] {
  const { data, say } = setting;
  const titles = (all: readonly { id: string; title: string }[], ids: readonly string[]): string[] =>
    ids.flatMap((id) => all.find((x) => x.id === id)?.title ?? []);
  const known = new Set(said.flatMap((words) => words.split('\n')).map(plainly));
  const repeated = (words: string) => words.split('\n').every((line) => known.has(plainly(line)));
  const objective = data.path.objectives?.[(g.objective ?? 0) - 1] ?? '';
  const rows: [label: string, words: string, same?: string][] = [
    [say('documents.objective'), objectiveOf(setting, g.objective), objective],
    [say('documents.workTable'), tableName(data, g.workTable)],
    [say('documents.who'), g.who],
    [say('documents.where'), g.where],
    [say('documents.due'), [g.when, day(say, g.due)].filter(Boolean).join(', ')],
    [say('documents.indicator'), g.indicator],
    [say('documents.baseline'), g.baseline || g.noBaseline],
    [say('documents.target'), g.target],
    [say('documents.done'), g.done],
    [say('documents.status'), word(say, `goal_${g.status}`)],
    [say('documents.needs'), titles(data.needs, g.needs).join('; ')],
    [say('documents.proposals'), titles(data.proposals, g.proposals).join('; ')],
    [say('documents.projects'), titles(data.projects, g.projects).join('; ')],
  ];
  return rows.flatMap(([label, words, same]) => (repeated(same || words) ? [] : lead(label, words)));
}
