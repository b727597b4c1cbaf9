/** Books told over the wire: invented ones of the shapes real circles write, and real ones where CERCHI_BOOKS names their folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRefusal } from '@/domain/refusal';
import { openGathering } from '@/server/streams/create-stream';
import { gatheringData } from '@/server/documents/export-data';
import type { Form } from '@/server/documents/forms';
import type { GatheringExport } from '@/reports/gathering-json';
import { id, office } from '../domain/given';
import { device, join_, testHouse, until } from '../server/house';

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

/** Two days of flip charts copied as flat lists, in English, by nobody in particular. */
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

/** Books that people really wrote stay outside the repository: whoever has them names their folder. */
export const REAL_FOLDER = process.env.CERCHI_BOOKS ?? null;

/** The invented ones always; those of the folder where one is named. */
export const books = (): TestBook[] => [
  ...[STRUCTURED, FLAT, PROBLEMS],
  ...(REAL_FOLDER
    ? readdirSync(REAL_FOLDER)
        .filter((file) => file.endsWith('.json'))
        .map((file) => JSON.parse(readFileSync(join(REAL_FOLDER, file), 'utf8')) as TestBook)
    : []),
];

/** Every text that was sent, as it was typed. */
export type ToldBook = {
  texts: string[];
  data: GatheringExport;
  form(form: Form): Promise<Uint8Array>;
  close(): Promise<void>;
};

/** A paragraph at a time, as it was said. */
const notesOf = (t: TestBook['topics'][number]): string[] =>
  t.discussion.split(/\n[ \t]*\n/).filter((n) => /[\p{L}\p{N}]/u.test(n));

/**
 * Told by its conveners' phones over a live line, and read back over HTTP as whoever has the code reads it. A topic is told in
 * its report, or, every second one, in notes as it was said.
 */
export async function told(book: TestBook): Promise<ToldBook> {
  const house = await testHouse(undefined, 0, { pace: 10_000 });
  const perDay = 3;
  const slots = book.days.flatMap((day, d) =>
    Array.from({ length: perDay }, (_, n) => ({
      id: `slot-${d}-${n}`,
      day,
      label: `Turno ${n + 1}`,
      start: `1${n}:00`,
      end: `1${n}:50`,
      released: true,
    })),
  );
  const spaces = Array.from({ length: Math.ceil(book.topics.length / slots.length) }, (_, n) => ({
    id: `space-${n}-0`,
    name: `Sala ${n + 1}`,
  }));
  const { title, question, days } = book;
  const ask = { title, question, format: 'open_space', days, slots, spaces };
  const row = await openGathering(house.streams, { path: null, rehearsal: false }, ask, office());
  if (isRefusal(row)) throw new Error(JSON.stringify(row));
  const texts: string[] = [];
  const phones: ReturnType<typeof device>[] = [];
  const phoneOf = async (label: string) => {
    const seat = await join_(house.url, row.code, label.slice(0, 60));
    const phone = device(house.url, row.code, seat.cookie);
    phones.push(phone);
    await until(`${label} in`, () => phone.snapshot().link === 'live');
    return phone;
  };
  try {
    for (const [i, t] of book.topics.entries()) {
      const phone = await phoneOf(t.conveners[0] || `Chi propone ${i + 1}`);
      const say = (type: string, what: object) => {
        const answer = phone.ask(type, what);
        if (typeof answer !== 'string') throw new Error(`${type}: ${JSON.stringify(answer)}`);
      };
      const [topic, session] = [id('topic'), id('session')];
      const text = (words: string) => {
        texts.push(words);
        return words;
      };
      say('proposeTopic', { topic, title: t.title.slice(0, 200) });
      const [slot, space] = [slots[i % slots.length]?.id, spaces[Math.floor(i / slots.length)]?.id];
      say('placeTopic', { session, topic, slot, space });
      if (i % 2 === 0) say('writeReport', { topic, field: 'summary', text: text(t.discussion), rev: 0 });
      else
        for (const n of notesOf(t))
          say('writeNote', { note: id('note'), topic, session, kind: 'altro', text: text(n) });
      if (t.agreements.trim())
        say('writeReport', { topic, field: 'agreements', text: text(t.agreements), rev: 0 });
      for (const n of t.next)
        say('addItem', { topic, item: id('item'), kind: 'prossimo_passo', text: text(n) });
    }
    for (const phone of phones) await until('all answered', () => phone.snapshot().outbox.length === 0);
  } finally {
    for (const phone of phones) phone.close();
  }
  const over = { id: id('cmd'), type: 'changePhase', ask: { phase: 'completing' } };
  await house.streams.gathering(row).submit(over, office());
  return {
    texts,
    data: gatheringData(house.streams, row, true),
    async form(form) {
      const answer = await fetch(`${house.url}/api/book/${row.code}/${form}?lingua=${book.lang}`);
      if (!answer.ok) throw new Error(`${form}: ${answer.status}`);
      return new Uint8Array(await answer.arrayBuffer());
    },
    async close() {
      await house.close();
      house.remove();
    },
  };
}
