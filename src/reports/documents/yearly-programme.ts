/** Programma attuativo: the yearly programme, from the office's text, the tables, the money and the goals. */
import { plainly } from '@/domain/words';
import { type Block, type Doc, heading, list, small, text } from '../document';
import { docOf, groundedIn, type Setting } from './document-parts';
import { fundingTable } from './funding-table';
import { goalFields } from './goals';
import { partsOf, partsTable } from './intervention-sheets';
import { measureBlocks } from './measure-blocks';

type Goal = Setting['data']['goals'][number];

/** The office's text, then the tables and the money, then every goal with its sheet, nothing twice. */
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
    ...goalFields(setting, g, own ? [...filled.map((p) => p.text), g.statement] : []),
    ...measureBlocks(setting, g),
    ...groundedIn(setting, g.id),
    ...(filled.length > 0 ? [heading(3, say('documents.sheet')), partsTable(setting, filled)] : []),
    ...(empty.length > 0 ? [small(say('documents.emptyHeadings', { list: empty.join(', ') }))] : []),
  ];
}
