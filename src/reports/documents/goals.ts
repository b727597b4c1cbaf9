/** Goals for the year, the intervention sheets and the yearly programme, under headings an office can change. */
import { plainly } from '@/domain/words';
import { type Block, type Doc, heading, lead, list, page, small, table, text } from '../document';
import { day, docOf, groundedIn, type Setting, tableName, word } from './document-parts';
import { fundingTable, fundingWords } from './funding-table';
import { measureBlocks } from './measure-blocks';

type Goal = Setting['data']['goals'][number];
type Sheet = Setting['data']['sheets'][number];

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
      ...facts(setting, g, []),
      ...measureBlocks(setting, g),
      ...groundedIn(setting, g.id),
    ]),
  ]);
}
const title = ({ data, say }: Setting): string =>
  say('documents.goalsOf', { year: String(data.path.programmingYear ?? '') });

/** The goal's own fields, without those that `said` has already. */
function facts(setting: Setting, g: Goal, said: readonly string[]): Block[] {
  const { data, say } = setting;
  const titles = (all: readonly { id: string; title: string }[], ids: readonly string[]): string[] =>
    ids.flatMap((id) => all.find((x) => x.id === id)?.title ?? []);
  const known = said.map(plainly);
  const repeated = (words: string) => known.some((k) => k.includes(plainly(words)));
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

/** One sheet after the other, each on its page; empty headings stay, to be filled in. */
export function sheetsDocument(setting: Setting): Doc {
  const { data, say } = setting;
  const sheets = data.sheets.filter((s) => s.kind === 'scheda_intervento');
  return docOf(setting, 'schede-intervento', say('documents.sheets'), [
    text(say('documents.sheetsNote')),
    ...sheets.flatMap((s, i): Block[] => [
      ...(i > 0 ? [page] : []),
      heading(2, s.title),
      ...lead(say('documents.workTable'), tableName(data, s.workTable)),
      partsTable(setting, partsOf(setting, s)),
    ]),
  ]);
}

/** The sheet's headings; an empty financial plan is computed from the resources of its goals' projects. */
function partsOf(setting: Setting, s: Sheet): Sheet['parts'] {
  const projects = setting.data.goals.flatMap((g) => (s.goals.includes(g.id) ? g.projects : []));
  return s.parts.map((p) =>
    p.text === '' && plainly(p.heading).trim() === 'piano finanziario'
      ? { ...p, text: fundingWords(setting, projects) }
      : p,
  );
}

const partsTable = ({ say }: Setting, parts: Sheet['parts']): Block =>
  table(
    '',
    [say('documents.heading'), say('documents.content')],
    parts.map((p) => [p.heading, p.text]),
    { widths: [3, 7] },
  );

/** The yearly programme: the office's text, the tables and the money, then every goal with its sheet, nothing twice. */
export function programme(setting: Setting): Doc {
  const { data, say } = setting;
  const written = data.sheets.find((s) => s.kind === 'programma_attuativo');
  const year = String(data.path.programmingYear ?? '');
  const plan = fundingTable(setting);
  return docOf(
    setting,
    `programma-attuativo-${year}`,
    written?.title ?? say('documents.programmeOf', { year }),
    [
      ...(written?.parts ?? []).flatMap((p): Block[] =>
        p.text === '' ? [] : [heading(2, p.heading), text(p.text)],
      ),
      heading(2, say('documents.tables')),
      ...list(data.workTables.map((t) => [t.newName, t.newObject].filter(Boolean).join(': '))),
      ...(plan.length > 0 ? [heading(2, say('documents.fundingPlan')), ...plan] : []),
      ...data.goals.flatMap((g) => programmeGoal(setting, g)),
    ],
  );
}

function programmeGoal(setting: Setting, g: Goal): Block[] {
  const { data, say } = setting;
  const own = data.sheets.find((s) => s.kind === 'scheda_intervento' && s.goals.includes(g.id));
  const all = own ? partsOf(setting, own) : [];
  // The heading above has the goal's statement already.
  const filled = all.filter((p) => p.text !== '' && plainly(p.text) !== plainly(g.statement));
  const empty = all.filter((p) => p.text === '').map((p) => p.heading);
  return [
    heading(2, `${g.code}. ${g.statement}`),
    ...facts(setting, g, own ? [...filled.map((p) => p.text), g.statement] : []),
    ...measureBlocks(setting, g),
    ...groundedIn(setting, g.id),
    ...(filled.length > 0 ? [heading(3, say('documents.sheet')), partsTable(setting, filled)] : []),
    ...(empty.length > 0 ? [small(say('documents.emptyHeadings', { list: empty.join(', ') }))] : []),
  ];
}
