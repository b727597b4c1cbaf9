/** Schede intervento: the intervention sheets, under headings an office can change. */
import { plainly } from '@/domain/words';
import { type Block, type Doc, heading, lead, page, table, text } from '../document';
import { docOf, type Setting, tableName } from './document-parts';
import { fundingWords } from './funding-table';

type Sheet = Setting['data']['sheets'][number];

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
export function partsOf(setting: Setting, s: Sheet): Sheet['parts'] {
  const projects = setting.data.goals.flatMap((g) => (s.goals.includes(g.id) ? g.projects : []));
  return s.parts.map((p) =>
    p.text === '' && plainly(p.heading).trim() === 'piano finanziario'
      ? { ...p, text: fundingWords(setting, projects) }
      : p,
  );
}

export const partsTable = ({ say }: Setting, parts: Sheet['parts']): Block =>
  table(
    '',
    [say('documents.heading'), say('documents.content')],
    parts.map((p) => [p.heading, p.text]),
    { widths: [3, 7] },
  );
