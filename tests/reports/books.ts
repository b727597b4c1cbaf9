/** Books of invented gatherings for the tests, and real ones beside the clone where they are: lists, tables, links, long discussions. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gatheringJson, type GatheringExport } from '@/reports/gathering-json';
import { id, office } from '../domain/given';
import { opened } from '../domain/opened';

export type TestBook = { title: string; topics: { title: string; discussion: string; agreements: string }[] };

const INVENTED: TestBook = {
  title: 'Giornata inventata',
  topics: [
    {
      title: 'Strumenti di quartiere',
      discussion: [
        '## Che cosa usiamo',
        '* Biblioteca degli oggetti - 10',
        '\t* Si comincia in poco tempo',
        '\t* Non serve un *gestore*',
        '\t\t* nemmeno la domenica',
        '* Bacheca - 1',
        '',
        'Quanto deve essere **grande** una rete?',
        'Riga due dello stesso capoverso.',
        '',
        '3. terza proposta',
        '4. quarta proposta',
        '7. settima, saltando',
        '',
        '| via | famiglie |',
        '|-----|---------|',
        '| Tiglio | 12 |',
        '| Gelso | 7 |',
        '',
        'Si veda [la guida](https://example.org/guida?a=1&b=2) e www.example.org/altro, o scrivi a posta@example.org.',
      ].join('\n'),
      agreements: 'Primo capoverso.\n\nSecondo capoverso, con `codice` e _enfasi_.',
    },
    { title: 'Una discussione lunga', discussion: longText(12_000), agreements: '' },
    { title: 'Parole e segni: <b>"&\'', discussion: 'Uno < due & tre > "quattro" §', agreements: '- sola' },
  ],
};

function longText(length: number): string {
  let text = '';
  for (let n = 1; text.length < length; n++)
    text += n % 40 === 0 ? `\n### Parte ${n}\n` : `${'  '.repeat(n % 3)}- parola${n} detta da chi c’era\n`;
  return text.trim();
}

/** The invented one, and those of a folder `shared/books` beside the clone. */
export function books(): TestBook[] {
  const folder =
    process.env.CERCHI_BOOKS ?? join(resolve(import.meta.dirname, '../..'), '..', 'shared', 'books');
  const real = existsSync(folder)
    ? readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as TestBook)
    : [];
  return [INVENTED, ...real];
}

/** Told by a convener through the same deeds as in a hall, then read back as anyone may see it. */
export function told(book: TestBook): GatheringExport {
  const g = opened();
  const anna = g.seat('seat-anna');
  g.seat('seat-bruno');
  for (const t of book.topics) {
    const topic = g.topic(anna, t.title.slice(0, 190));
    g.done(anna, 'writeReport', { topic, field: 'summary', text: t.discussion, rev: 0 });
    if (t.agreements.trim())
      g.done(anna, 'writeReport', { topic, field: 'agreements', text: t.agreements, rev: 0 });
    const note = [...t.discussion].slice(0, 7000).join('').trim();
    g.done(anna, 'writeNote', { note: id('note'), topic, kind: 'altro', text: note });
  }
  g.done(office(), 'changePhase', { phase: 'completing' });
  return gatheringJson(g.state, { labels: { 'seat-anna': 'Anna' }, publicly: true, exportedAt: 0 });
}
