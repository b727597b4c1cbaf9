/** Invalid input is refused by a route or a stream: with a sentence for people, and with nothing changed. */
import { deflateSync } from 'node:zlib';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '@/protocol/wire';
import type { Actor } from '@/domain/deed';
import { sayIn } from '@/i18n/languages';
import { sayRefusal } from '@/i18n/refusal';
import { developed } from '@/server/http/routes/photos';
import { join_, openSpace, type TestHouse, testHouse } from './house';

let house: TestHouse;
const PEOPLE = ['anna', 'bruno', 'carla'] as const;
const seats = {} as Record<(typeof PEOPLE)[number], Actor>;
let cookie = '';
const facilitator: Actor = { id: 'account-1', role: 'facilitator', seat: null };

const room = () => {
  const row = house.streams.index.find('PROVA');
  if (!row) throw new Error('no gathering');
  return house.streams.gathering(row);
};
const ask = (actor: Actor, type: string, payload: unknown): Promise<Answer> =>
  room().submit({ id: nanoid(14), type, ask: payload }, actor);
async function done(actor: Actor, type: string, payload: unknown): Promise<void> {
  const answer = await ask(actor, type, payload);
  if (!answer.ok) throw new Error(`${type}: ${answer.refused}`);
}
/** Refused with this code, in a sentence of its own in both languages, and the state is as it was. */
async function refused(code: string, actor: Actor, type: string, payload: unknown): Promise<void> {
  const before = JSON.stringify(room().whole());
  const answer = await ask(actor, type, payload);
  expect(answer).toMatchObject({ ok: false, refused: code });
  if (!answer.ok)
    for (const lang of ['it', 'en'])
      expect(sayRefusal(sayIn(lang), answer), lang).toMatch(/^\p{Lu}.{15,}[.?!]$/su);
  expect(JSON.stringify(room().whole())).toBe(before);
}

beforeAll(async () => {
  house = await testHouse();
  await openSpace(house);
  for (const name of PEOPLE) {
    const { seat, cookie: own } = await join_(house.url, 'PROVA', name);
    seats[name] = { id: seat, role: 'participant', seat };
    cookie = own;
  }
});
afterAll(async () => {
  await house.close();
  house.remove();
});

const topic = async (who: Actor, title: string): Promise<string> => {
  const id = nanoid(14);
  await done(who, 'proposeTopic', { topic: id, title });
  return id;
};
const place = async (who: Actor, t: string, slot: string, space: string): Promise<string> => {
  const session = nanoid(14);
  await done(who, 'placeTopic', { session, topic: t, slot, space });
  return session;
};

describe('merging badly', () => {
  it('[I5] with oneself, in a circle, or what was already merged', async () => {
    const { anna, bruno, carla } = seats;
    const [a, b, c] = [
      await topic(anna, 'primo'),
      await topic(bruno, 'secondo'),
      await topic(carla, 'terzo'),
    ];
    const merge = (from: string, into: string) => ({ merge: nanoid(14), from, into });
    await refused('same_topic', anna, 'offerMerge', merge(a, a));
    const first = merge(a, b);
    await done(anna, 'offerMerge', first);
    await refused('already_offered', bruno, 'offerMerge', merge(b, a));
    await done(bruno, 'acceptMerge', { merge: first.merge });
    // a → b → c, and then c into a would close the circle.
    await refused('topic_merged', carla, 'offerMerge', merge(c, a));
    const second = merge(b, c);
    await done(bruno, 'offerMerge', second);
    await done(carla, 'acceptMerge', { merge: second.merge });
    await refused('topic_merged', carla, 'offerMerge', merge(c, b));
    await refused('offer_gone', bruno, 'acceptMerge', { merge: first.merge });
    // An offer made while both existed, accepted when one no longer does.
    const d = await topic(anna, 'quarto');
    const [left, right] = [merge(d, c), merge(c, d)];
    await done(anna, 'offerMerge', left);
    await refused('already_offered', carla, 'offerMerge', right);
  });
});

describe('voting badly', () => {
  it('[I7][I8] over the quota, on a merged topic, on a topic that isn’t, after closing', async () => {
    const { anna, bruno } = seats;
    const [from, into] = [await topic(anna, 'da unire'), await topic(bruno, 'che accoglie')];
    const merge = nanoid(14);
    await done(anna, 'offerMerge', { merge, from, into });
    await done(bruno, 'acceptMerge', { merge });
    await refused('voting_closed', anna, 'placeDots', { topic: into, dots: 1 });
    await done(facilitator, 'openVoting', { quota: 3, cumulative: true });
    await refused('over_quota', anna, 'placeDots', { topic: into, dots: 4 });
    await refused('not_votable', anna, 'placeDots', { topic: from, dots: 1 });
    await refused('not_votable', anna, 'placeDots', { topic: nanoid(14), dots: 1 });
    await refused('malformed', anna, 'placeDots', { topic: into, dots: -1 });
    await done(anna, 'placeDots', { topic: into, dots: 3 });
    const paper = { batch: nanoid(14), voters: 2, dots: { [into]: 7 } };
    await refused('paper_over_quota', facilitator, 'enterPaperVotes', paper);
    await done(facilitator, 'closeVoting', {});
    await refused('voting_closed', anna, 'placeDots', { topic: into, dots: 0 });
    await refused('voting_closed', facilitator, 'enterPaperVotes', { ...paper, dots: { [into]: 1 } });
  });
});

describe('reporting badly', () => {
  it('[E28] for a session that isn’t, on a topic that isn’t, or was merged away', async () => {
    const { anna, bruno } = seats;
    const nowhere = nanoid(14);
    const words = { field: 'summary', text: 'Parole', rev: 0 };
    await refused('unknown_thing', anna, 'takeNotes', { session: nowhere });
    await refused('unknown_thing', anna, 'beginReport', { topic: nowhere });
    await refused('unknown_thing', anna, 'writeReport', { topic: nowhere, ...words });
    await refused('unknown_thing', anna, 'publishReport', { topic: nowhere });
    const t = await topic(anna, 'un tema suo');
    await refused('not_note_taker', bruno, 'writeReport', { topic: t, ...words });
    const stray = { note: nanoid(14), topic: t, session: nowhere, kind: 'altro', text: 'parole' };
    await refused('unknown_thing', bruno, 'writeNote', stray);
    const photo = { topic: t, photo: nanoid(14), hash: 'non-un-hash', w: 1, h: 1 };
    await refused('malformed', anna, 'attachPhoto', photo);
  });
});

describe('two at the same instant', () => {
  it('[E02][E03] accept one swap: it is done once, the second is told that the offer is gone', async () => {
    const { anna, bruno, carla } = seats;
    const [mine, theirs] = [await topic(anna, 'qui'), await topic(bruno, 'là')];
    await done(carla, 'offerToConvene', { topic: theirs });
    await done(bruno, 'acceptCoConvener', { topic: theirs, seat: carla.id });
    const a = await place(anna, mine, 'slot-0001', 'space-001');
    const b = await place(bruno, theirs, 'slot-0002', 'space-002');
    const swap = nanoid(14);
    await done(anna, 'offerSwap', { swap, mine: a, theirs: b });
    const answers = await Promise.all([
      ask(bruno, 'acceptSwap', { swap }),
      ask(carla, 'acceptSwap', { swap }),
    ]);
    expect(answers.map((x) => (x.ok ? 'ok' : x.refused))).toEqual(['ok', 'offer_gone']);
    const { sessions } = room().whole();
    expect([sessions[a]?.slot, sessions[a]?.space]).toEqual(['slot-0002', 'space-002']);
    expect([sessions[b]?.slot, sessions[b]?.space]).toEqual(['slot-0001', 'space-001']);
    expect(sessions[a]?.movedFrom).toHaveLength(1);
  });
});

/** A PNG of so many black pixels that weighs a few kilobytes and would fill the memory. */
function bomb(side: number): Buffer {
  const crc = (bytes: Buffer): number => {
    let c = ~0;
    for (const byte of bytes) {
      c ^= byte;
      for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    }
    return ~c >>> 0;
  };
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const head = Buffer.alloc(4);
    head.writeUInt32BE(data.length);
    const tail = Buffer.alloc(4);
    tail.writeUInt32BE(crc(body));
    return Buffer.concat([head, body, tail]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side));
  const sign = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([sign, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

describe('photographs that are none', () => {
  const send = async (body: Uint8Array<ArrayBuffer>) =>
    (await (
      await fetch(`${house.url}/api/photos/PROVA`, { method: 'POST', body, headers: { cookie } })
    ).json()) as { ok: boolean; refused?: string };

  it('a decompression bomb: little to send, four hundred million pixels to open', async () => {
    const raw = bomb(20_000);
    expect(raw.length).toBeLessThan(200_000);
    const before = process.memoryUsage().rss;
    expect(await developed(raw)).toEqual({ refused: 'not_an_image' });
    expect(await send(new Uint8Array(raw))).toMatchObject({ ok: false, refused: 'not_an_image' });
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
    // A PNG made the same way, of an allowed size, is accepted: so it was the size that was refused.
    expect(await developed(bomb(64))).toMatchObject({ w: 64, h: 64 });
  });

  it('one that is enormous, and one that is a text', async () => {
    expect(await send(new Uint8Array(13 * 1024 * 1024))).toMatchObject({
      ok: false,
      refused: 'image_too_large',
    });
    expect(await send(new TextEncoder().encode('<script>alert(1)</script>'))).toMatchObject({
      ok: false,
      refused: 'not_an_image',
    });
  });
});
