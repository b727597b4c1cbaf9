/** Registro degli esiti: the outcome of every proposal and every request, with the reason. */
import { type Block, type Doc, heading, table, text } from '../document';
import { day, docOf, type Setting, tableName, word } from './document-parts';

const ORDER = [
  'accolta',
  'si',
  'accolta_in_parte',
  'quando',
  'rinviata',
  'non_accolta',
  'no',
  'da_esaminare',
];

export function outcomesDocument(setting: Setting): Doc {
  const { data, say } = setting;
  const owed = data.outcomes.filter((o) => o.outcome === 'da_esaminare').length;
  return docOf(setting, 'registro-esiti', say('documents.register'), [
    text(say('documents.registerCounts', { answered: data.outcomes.length - owed, owed })),
    ...(['proposta', 'richiesta'] as const).flatMap((what) => list(setting, what)),
  ]);
}

function list({ data, say }: Setting, what: 'proposta' | 'richiesta'): Block[] {
  const rows = data.outcomes
    .filter((o) => o.what === what)
    .sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
  if (rows.length === 0) return [];
  const name = say(what === 'proposta' ? 'documents.proposals' : 'documents.requests');
  return [
    heading(2, name),
    table(
      name,
      [say('documents.outcome'), say('documents.what'), say('documents.reason'), say('documents.onDay')],
      rows.map((o) => [
        word(say, o.outcome),
        [o.text, tableName(data, o.workTable)].filter(Boolean).join(' · '),
        [o.reason, o.when].filter(Boolean).join(' · '),
        day(say, o.at),
      ]),
      { widths: [2, 5, 5, 1.8] },
    ),
  ];
}
