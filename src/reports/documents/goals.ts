/** Goals for the year, the intervention sheets and the yearly programme, under headings an office can change. */
import { type Block, type Doc, heading, lead, list, page, table, text } from '../document';
import { day, docOf, groundedIn, type Setting, tableName, word } from './setting';

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
    ...data.goals.flatMap((g): Block[] => [heading(2, `${g.code}. ${g.statement}`), ...whole(setting, g)]),
  ]);
}
const title = ({ data, say }: Setting): string =>
  say('documents.goalsOf', { year: String(data.path.programmingYear ?? '') });

function whole(setting: Setting, g: Setting['data']['goals'][number]): Block[] {
  const { data, say } = setting;
  const titles = (all: readonly { id: string; title: string }[], ids: readonly string[]): string[] =>
    ids.flatMap((id) => all.find((x) => x.id === id)?.title ?? []);
  return [
    ...lead(say('documents.objective'), objectiveOf(setting, g.objective)),
    ...lead(say('documents.workTable'), tableName(data, g.workTable)),
    ...lead(say('documents.who'), g.who),
    ...lead(say('documents.where'), g.where),
    ...lead(say('documents.due'), [g.when, day(say, g.due)].filter(Boolean).join(', ')),
    ...lead(say('documents.indicator'), g.indicator),
    ...lead(say('documents.baseline'), g.baseline || g.noBaseline),
    ...lead(say('documents.target'), g.target),
    ...lead(say('documents.done'), g.done),
    ...lead(say('documents.status'), word(say, `goal_${g.status}`)),
    ...lead(say('documents.needs'), titles(data.needs, g.needs).join('; ')),
    ...lead(say('documents.proposals'), titles(data.proposals, g.proposals).join('; ')),
    ...lead(say('documents.projects'), titles(data.projects, g.projects).join('; ')),
    ...groundedIn(setting, g.id),
  ];
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
      ...sheet(setting, s),
    ]),
  ]);
}

function sheet({ data, say }: Setting, s: Setting['data']['sheets'][number]): Block[] {
  return [
    ...lead(say('documents.workTable'), tableName(data, s.workTable)),
    table(
      '',
      [say('documents.heading'), say('documents.content')],
      s.parts.map((p) => [p.heading, p.text]),
      { widths: [3, 7] },
    ),
  ];
}

/** The yearly programme: the office's text, then every goal with its sheet. */
export function programme(setting: Setting): Doc {
  const { data, say } = setting;
  const written = data.sheets.find((s) => s.kind === 'programma_attuativo');
  const year = String(data.path.programmingYear ?? '');
  return docOf(
    setting,
    `programma-attuativo-${year}`,
    written?.title ?? say('documents.programmeOf', { year }),
    [
      ...(written?.parts ?? []).flatMap((p): Block[] => [heading(2, p.heading), text(p.text)]),
      heading(2, say('documents.tables')),
      ...list(data.workTables.map((t) => `${t.newName}: ${t.newObject}`)),
      ...data.goals.flatMap((g): Block[] => {
        const own = data.sheets.find((s) => s.kind === 'scheda_intervento' && s.goals.includes(g.id));
        return [
          page,
          heading(2, `${g.code}. ${g.statement}`),
          ...whole(setting, g),
          ...(own ? [heading(3, say('documents.sheet')), ...sheet(setting, own)] : []),
        ];
      }),
    ],
  );
}
