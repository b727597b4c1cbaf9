/**
 * Books for tests: invented ones with the shapes of real circles' reports, and real ones from the folder CERCHI_BOOKS.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type TestBook = {
  title: string;
  lang: string;
  question: string;
  days: string[];
  topics: {
    title: string;
    conveners: string[];
    discussion: string;
    agreements: string;
    next: string[];
  }[];
};

const topic = (title: string, discussion: string, more: Partial<TestBook['topics'][number]> = {}) => ({
  title,
  conveners: [],
  agreements: '',
  next: [],
  discussion,
  ...more,
});

/** Headings, nested lists by tab, tables, numbers that skip, links, a discussion of 12,000 characters. */
const STRUCTURED: TestBook = {
  title: 'Giornata inventata',
  lang: 'it',
  question: 'Che cosa si può fare insieme?',
  days: ['2026-05-17'],
  topics: [
    topic(
      'Strumenti di quartiere',
      [
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
      {
        conveners: ['Ada Inventata', 'Bruno Inventato'],
        agreements: 'Primo capoverso.\n\nSecondo capoverso, con `codice` e _enfasi_.',
        next: ['Chiedere la sala per il sabato mattina, a giugno.', 'Trovare chi tiene le chiavi di casa.'],
      },
    ),
    topic('Una discussione lunga', longText(12_000)),
    topic('Parole e segni: <b>"&\'', 'Uno < due & tre > "quattro" §', { agreements: '- sola' }),
    topic('Note brevi in fila', shortNotes(), { conveners: ['Carla Inventata'] }),
  ],
};

/** Two days of flip charts copied as flat lists, in English, invented. */
const FLAT: TestBook = {
  title: 'Two invented days',
  lang: 'en',
  question: 'What shall we talk about?',
  days: ['2026-05-17', '2026-05-18'],
  topics: Array.from({ length: 7 }, (_, n) =>
    topic(
      `Invented topic number ${n + 1}`,
      Array.from(
        { length: 12 + n },
        (_, i) => `- "Quoted" remark ${n}.${i}: cost -> benefit & (blame) on chart ${i} :thinking:`,
      ).join('\n'),
    ),
  ),
};

/** Many short problems, each signed by several, one paragraph or a few lines each. */
const PROBLEMS: TestBook = {
  title: 'Problemi inventati',
  lang: 'it',
  question: '',
  days: ['2026-01-20', '2026-02-11', '2026-02-26'],
  topics: Array.from({ length: 11 }, (_, n) =>
    topic(
      `Problema inventato ${n + 1}${n === 4 ? ` con un titolo lungo ${'che non finisce '.repeat(8)}` : ''}`,
      `Situazione ${n}: gli uffici non si parlano fra loro.\nRichiesta ${n}: un modulo solo, per tutti.\n\nFonte ${n}: chi sta allo sportello, dal 2019.`,
      { conveners: [`Persona inventata ${n}`, `Collega inventato ${n}`] },
    ),
  ),
};

function longText(length: number): string {
  let text = '';
  for (let n = 1; text.length < length; n++)
    text += n % 40 === 0 ? `\n### Parte ${n}\n` : `${'  '.repeat(n % 3)}- parola${n} detta da chi c’era\n`;
  return text.trim();
}

function shortNotes(): string {
  return Array.from({ length: 30 }, (_, n) =>
    n % 3 === 0
      ? `Nota${n}: prima riga\nseconda riga della nota ${n}`
      : `- voce${n} dell’elenco\n- altra voce${n} dell’elenco`,
  ).join('\n\n');
}

/** Real people's books are not in the repository: CERCHI_BOOKS names their folder. */
export const REAL_FOLDER = process.env.CERCHI_BOOKS ?? null;

/** Number of invented books; they come first. */
export const INVENTED = 3;
/** The invented ones always; those of the folder where one is named. */
export const books = (): TestBook[] => [
  ...[STRUCTURED, FLAT, PROBLEMS],
  ...(REAL_FOLDER
    ? readdirSync(REAL_FOLDER)
        .filter((file) => file.endsWith('.json'))
        .map((file) => JSON.parse(readFileSync(join(REAL_FOLDER, file), 'utf8')) as TestBook)
    : []),
];
