/**
 * Gatherings written by phones over a live connection, whose book is downloaded over HTTP like by anybody with the
 * code.
 */
import { isRefusal } from '@/domain/refusal';
import type { GatheringExport } from '@/reports/gathering-json';
import { gatheringData } from '@/server/exports/export-data';
import type { Form } from '@/server/file-formats/formats';
import { createGathering } from '@/server/streams/create-stream';
import { id, office } from '../domain/given';
import { device, join_, testHouse, until } from '../server/house';
import type { TestBook } from './books';

/** `texts`: every text that was sent, as it was typed. */
export type LiveBook = {
  texts: string[];
  data: GatheringExport;
  form(form: Form): Promise<Uint8Array>;
  close(): Promise<void>;
};

export type Hall = {
  /** A phone that has taken a seat under this name; none of its commands may be refused. */
  phone(label: string): Promise<(type: string, what: object) => void>;
  desk(type: string, what: object): Promise<void>;
  /** Records a sent text, and returns it. */
  text(words: string): string;
};

export async function liveBook(
  opening: object,
  lang: string,
  tell: (hall: Hall) => Promise<void>,
): Promise<LiveBook> {
  const house = await testHouse(undefined, 0, { pace: 10_000 });
  const row = await createGathering(house.streams, { path: null, rehearsal: false }, opening, office());
  if (isRefusal(row)) throw new Error(JSON.stringify(row));
  const texts: string[] = [];
  const phones: ReturnType<typeof device>[] = [];
  const desk: Hall['desk'] = async (type, ask) => {
    const answer = await house.streams.gathering(row).submit({ id: id('cmd'), type, ask }, office());
    if (!answer.ok) throw new Error(`${type}: ${JSON.stringify(answer)}`);
  };
  try {
    await tell({
      desk,
      text(words) {
        texts.push(words);
        return words;
      },
      async phone(label) {
        const seat = await join_(house.url, row.code, label.slice(0, 60));
        const phone = device(house.url, row.code, seat.cookie);
        phones.push(phone);
        await until(`${label} in`, () => phone.snapshot().link === 'live');
        return (type, what) => {
          const answer = phone.ask(type, what);
          if (typeof answer !== 'string') throw new Error(`${type}: ${JSON.stringify(answer)}`);
        };
      },
    });
    for (const phone of phones) await until('all answered', () => phone.snapshot().outbox.length === 0);
  } finally {
    for (const phone of phones) phone.close();
  }
  await desk('changePhase', { phase: 'completing' });
  return {
    texts,
    data: gatheringData(house.streams, row, true),
    async form(form) {
      const answer = await fetch(`${house.url}/api/book/${row.code}/${form}?lingua=${lang}`);
      if (!answer.ok) throw new Error(`${form}: ${answer.status}`);
      return new Uint8Array(await answer.arrayBuffer());
    },
    async close() {
      await house.close();
      house.remove();
    },
  };
}

/** One paragraph at a time, in order. */
const notesOf = (t: TestBook['topics'][number]): string[] =>
  t.discussion.split(/\n[ \t]*\n/).filter((n) => /[\p{L}\p{N}]/u.test(n));

/** Three slots a day, and as many spaces as the topics need. */
export function matrix(days: readonly string[], topics: number) {
  const slots = days.flatMap((day, d) =>
    [0, 1, 2].map((n) => ({
      id: `slot-${d}-${n}`,
      day,
      label: `Turno ${n + 1}`,
      start: `1${n}:00`,
      end: `1${n}:50`,
      released: true,
    })),
  );
  const spaces = Array.from({ length: Math.ceil(topics / slots.length) }, (_, n) => ({
    id: `space-${n}-0`,
    name: `Sala ${n + 1}`,
  }));
  return { slots, spaces };
}

/** Each topic by its convener's phone: in its report, or, every second one, in notes. */
export async function told({ title, question, days, lang, topics }: TestBook): Promise<LiveBook> {
  const { slots, spaces } = matrix(days, topics.length);
  const opening = { title, question, format: 'open_space', days, slots, spaces };
  return liveBook(opening, lang, async ({ phone, text }) => {
    for (const [i, t] of topics.entries()) {
      const say = await phone(t.conveners[0] || `Chi propone ${i + 1}`);
      const [topic, session] = [id('topic'), id('session')];
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
  });
}
