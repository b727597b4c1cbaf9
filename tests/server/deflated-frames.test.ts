/** Frames deflated with the protocol's dictionary, over real sockets, beside plain ones. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DICTIONARY, frameDictionary } from '@/protocol/frame-dictionary';
import type { Frame } from '@/protocol/wire';
import { PROTOCOL } from '@/protocol/version';
import { deflated } from '@/server/sockets/deflated-frames';
import { parser } from '@/server/sockets/raw-json';
import { Line } from '../hall/line';
import { device, join_, openSpace, type TestHouse, testHouse, until } from './house';

let house: TestHouse;
beforeEach(async () => {
  house = await testHouse();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await house.close();
  house.remove();
});

const hello = { protocol: PROTOCOL, code: 'PROVA', surface: 'phone', since: null, people: 0 };

/** A phone by hand: the texts of its frames, and how each came. */
async function phone(cookie: string) {
  const line = await Line.open(house.url, '/filo', cookie);
  const frames: string[] = [];
  const came: ('bytes' | 'text')[] = [];
  line.heard = (payload, text) => {
    frames.push(text());
    came.push(payload[0] === '4'.charCodeAt(0) && payload.includes('"frame"') ? 'text' : 'bytes');
  };
  const say = (event: 'hello' | 'command', message: unknown) =>
    new Promise<string>((done) => line.ask(event, message, done));
  const propose = (n: number) =>
    say('command', {
      code: 'PROVA',
      command: { id: `command-${n}`, type: 'proposeTopic', ask: { topic: `topic-${n}`, title: 'Chi?' } },
    });
  const hears = (n: number) =>
    until(`command ${n} in a frame`, () => frames.some((f) => f.includes(`"cmd":"command-${n}"`)));
  return { line, frames, came, say, propose, hears };
}

describe('deflated frames', () => {
  it('come as bytes to who asks after a welcome, and as the same JSON to the others', async () => {
    const row = await openSpace(house);
    const [anna, bruno] = [
      await phone((await join_(house.url, 'PROVA', 'Anna')).cookie),
      await phone((await join_(house.url, 'PROVA', 'Bruno')).cookie),
    ];
    for (const p of [anna, bruno]) await p.say('hello', hello);
    anna.line.deflate(row.id);
    await until('she is given bytes', () =>
      house.hall.io.sockets.adapter.rooms.has(`${row.id}:public:deflated`),
    );
    await bruno.propose(1);
    for (const p of [anna, bruno]) await p.hears(1);
    expect([anna.came, bruno.came]).toEqual([['bytes'], ['text']]);
    expect(anna.frames).toEqual(bruno.frames);
    // A hello begins again with plain frames: the next welcome may be another stream's.
    await anna.say('hello', hello);
    await bruno.propose(2);
    for (const p of [anna, bruno]) await p.hears(2);
    expect(anna.came.at(-1)).toBe('text');
    expect(anna.frames).toEqual(bruno.frames);
    for (const p of [anna, bruno]) p.line.close();
  });

  it('do not come with another dictionary, for another stream, or before a welcome', async () => {
    const row = await openSpace(house);
    const anna = await phone((await join_(house.url, 'PROVA', 'Anna')).cookie);
    const deflate = (message: unknown) => anna.say('deflate' as 'command', message);
    await deflate({ stream: row.id, dictionary: DICTIONARY });
    await anna.say('hello', hello);
    await deflate({ stream: row.id, dictionary: DICTIONARY + 1 });
    await deflate({ stream: 'another', dictionary: DICTIONARY });
    await anna.propose(1);
    await anna.hears(1);
    expect(anna.came).toEqual(['text']);
    anna.line.close();
  });

  it('are not given to a line that was held back until it says hello', async () => {
    const row = await openSpace(house);
    const anna = await phone((await join_(house.url, 'PROVA', 'Anna')).cookie);
    await anna.say('hello', hello);
    const [line] = [...house.hall.io.sockets.sockets.values()];
    void line?.leave(`${row.id}:public`);
    await anna.say('deflate' as 'command', { stream: row.id, dictionary: DICTIONARY });
    expect([...(line?.rooms ?? [])].filter((name) => name.includes(':public'))).toEqual([]);
    anna.line.close();
  });

  it('reach a whole client by WebSocket and by polling, and it ends with what the log holds', async () => {
    const row = await openSpace(house);
    const { cookie } = await join_(house.url, 'PROVA', 'Anna');
    const anna = device(house.url, 'PROVA', cookie);
    const wall = device(house.url, 'PROVA', null, 'wall', undefined, undefined, ['polling']);
    const given = () => house.hall.io.sockets.adapter.rooms.get(`${row.id}:public:deflated`)?.size;
    await until('both are given bytes', () => given() === 2);
    for (let n = 0; n < 30; n++)
      anna.ask('proposeTopic', { topic: `topic-${n}`, title: `Chi è il ${n}°? 🌳` });
    const seq = () => house.streams.gathering(row).seq;
    await until('both hold it', () =>
      [anna, wall].every((d) => d.snapshot().confirmed.seq === seq() && d.snapshot().outbox.length === 0),
    );
    expect(Object.keys(wall.snapshot().confirmed.topics)).toHaveLength(30);
    expect(wall.snapshot().confirmed).toEqual(
      JSON.parse(house.streams.gathering(row).snapshot('public').text),
    );
    for (const d of [anna, wall]) d.close();
  });

  it('that cannot be read close the link once: from the next one on the phone takes plain JSON', async () => {
    const row = await openSpace(house);
    const { cookie } = await join_(house.url, 'PROVA', 'Anna');
    const anna = device(house.url, 'PROVA', cookie);
    const given = () => house.hall.io.sockets.adapter.rooms.has(`${row.id}:public:deflated`);
    await until('she is given bytes', given);
    house.hall.io.to(`${row.id}:public:deflated`).emit('frame', deflated('{"from":1', row.id) as Frame);
    await until('the link is gone', () => !given());
    await until('she is back', () => anna.snapshot().link === 'live');
    anna.ask('proposeTopic', { topic: 'topic-1', title: 'Chi?' });
    await until('it is there', () => Boolean(anna.snapshot().confirmed.topics['topic-1']));
    expect(given()).toBe(false);
    anna.close();
  });
});

describe('a deflated frame', () => {
  const bytesOf = (json: string, stream = 's'): Buffer => {
    const encoder = new parser.Encoder();
    const data = ['frame', deflated(json, stream)];
    return (encoder.encode({ type: 2, nsp: '/', data }) as unknown as [Buffer])[0];
  };

  it('is its JSON by raw deflate with the dictionary of the protocol, at every length', () => {
    for (const times of [1, 400, 3000]) {
      const json = JSON.stringify({
        stream: 's',
        from: 1,
        facts: Array(times).fill({ text: 'perché no? 🌳' }),
      });
      const dictionary = Buffer.from(frameDictionary('s'));
      expect(inflateRawSync(bytesOf(json), { dictionary }).toString()).toBe(json);
    }
  });

  it('takes less than half of a note’s JSON, most of which is ids, and two thirds of what it takes without the dictionary', () => {
    const data = {
      note: 'n4Yp0Kq2ZxWm9A',
      topic: 'tQ1v8Lr5BdTc3E',
      session: 'sJ6u2Hn7MgRf0I',
      kind: 'esperienza',
      text: 'Chi resta solo la sera non chiama nessuno.',
      anonymous: false,
      n: 14,
      sector: null,
    };
    const fact = {
      at: 1400320805000,
      type: 'noteWritten',
      by: 'pX9o3Vk1CyUb5O',
      cmd: 'cW8e6Zi4FhSa7T',
      data,
    };
    const people = { rev: 301, labels: {} };
    const json = JSON.stringify({ stream: 'gG2d5Xj8NlPq1M', from: 2841, people, facts: [fact] });
    const alone = deflateRawSync(json, { level: 9 }).length;
    const ours = bytesOf(json, 'gG2d5Xj8NlPq1M').length;
    expect(ours).toBeLessThan(json.length / 2);
    expect(ours).toBeLessThan((alone * 2) / 3);
  });

  it('is not made of a text so long that the others would wait for it', () => {
    expect(deflated('x'.repeat(512_001), 's')).toBeNull();
  });
});
