/** A completion link opens one report on one device, until it expires; it is no seat, and works for no other report. */
import { nanoid } from 'nanoid';
import { afterEach, describe, expect, it } from 'vitest';
import { gathering } from '@/domain/gathering/catalogue';
import type { Gathering } from '@/domain/gathering/state';
import { nobody, seal } from '@/server/identity/session-cookie';
import { device, join_, newFolder, openSpace, type TestHouse, testHouse, until } from './house';

let house: TestHouse | null = null;
afterEach(async () => {
  await house?.close();
  house?.remove();
  house = null;
});
const json = { 'content-type': 'application/json', accept: 'application/json' };

/** A topic whose convener has voted, moved and written anonymously; a planner makes a link to its report. */
async function linked() {
  let now = Date.now();
  const h = await testHouse(newFolder(), 0, { clock: () => now, monotonic: () => now });
  house = h;
  const row = await openSpace(h);
  const anna = await join_(h.url, 'PROVA', 'Chi propone');
  const her = { id: anna.seat, role: 'participant' as const, seat: anna.seat };
  const say = async (type: string, ask: unknown, actor: Parameters<typeof room.submit>[1] = her) => {
    const answer = await room.submit({ id: nanoid(14), type, ask }, actor);
    if (!answer.ok) throw new Error(`${type}: ${answer.refused}`);
  };
  const room = h.streams.gathering(row);
  for (const n of [1, 2]) await say('proposeTopic', { topic: `topic-000${n}`, title: `tema ${n}` });
  await say('openVoting', { quota: 5 }, { id: 'acc', role: 'owner', seat: null });
  await say('placeDots', { topic: 'topic-0002', dots: 4 });
  const account = await h.accounts.create('Programma', 'planner', 'una frase ben lunga');
  if (!account) throw new Error('no account');
  const planner = `cerchi=${encodeURIComponent(seal({ ...nobody(), account: { id: account.id, epoch: 1, at: now } }, h.secret))}`;
  const made = await fetch(`${h.url}/api/completion-link`, {
    method: 'POST',
    headers: { ...json, cookie: planner },
    body: JSON.stringify({ code: 'PROVA', topic: 'topic-0001', days: 7 }),
  });
  const { link } = (await made.json()) as { link: string };
  const take = async (cookie = '') => {
    const answer = await fetch(`${h.url}/api/complete`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
      body: JSON.stringify({ token: link.split('/').at(-1) }),
    });
    return {
      to: answer.headers.get('location'),
      cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? null,
    };
  };
  return { h, row, room, anna, take, planner, wait: (ms: number) => (now += ms) };
}

describe('[E26] a completion link', () => {
  it('writes its report and does nothing else, in nobody’s name, and sees nothing that is its convener’s', async () => {
    const f = await linked();
    const taken = await f.take();
    expect(taken.to).toBe('/i/PROVA/resoconto/T01');
    const home = device(f.h.url, 'PROVA', taken.cookie);
    try {
      await until('in', () => home.snapshot().link === 'live');
      const { you, view } = home.snapshot();
      expect(you).toMatchObject({ role: 'participant', seat: null, label: null, completes: 'topic-0001' });
      expect(you?.id).toMatch(/^link-/);
      expect([view.private, JSON.stringify(view.seats)]).toEqual([{}, '{}']);
      expect(
        (await fetch(`${f.h.url}/api/mine/PROVA`, { headers: { cookie: taken.cookie ?? '' } })).status,
      ).toBeGreaterThan(399);
      home.ask('writeReport', { topic: 'topic-0001', field: 'summary', text: 'a casa', rev: 0 });
      await until(
        'written',
        () => (f.room.whole() as Gathering).reports['topic-0001']?.fields.summary.text === 'a casa',
      );
      expect(f.room.whole().reports['topic-0001']?.fields.summary.by).toBe(you?.id);
      // Every deed, on every topic: only those that write this report are accepted.
      const actor = { id: you?.id ?? '', role: 'participant' as const, seat: null, completes: 'topic-0001' };
      const may = Object.keys(gathering.deeds).filter((type) => {
        const answer = gathering.decide(
          f.room.whole() as Gathering,
          {
            id: 'cmd-by-link',
            type,
            ask: { topic: 'topic-0001', field: 'summary', text: 'x', rev: 1, dots: 1, to: null, title: 'x' },
          },
          actor,
          Date.now(),
        );
        return !('refused' in answer && ['not_allowed', 'no_seat', 'malformed'].includes(answer.refused));
      });
      for (const type of may)
        expect(type).toMatch(
          /^(beginReport|writeReport|setOutcome|addItem|reviseItem|removeItem|publishReport)$/,
        );
      for (const [type, ask] of [
        ['placeDots', { topic: 'topic-0002', dots: 0 }],
        ['moveTo', { to: 'roaming' }],
        ['reviseTopic', { topic: 'topic-0001', title: 'altro', line: '', strands: [] }],
        ['writeReport', { topic: 'topic-0002', field: 'summary', text: 'altrui', rev: 0 }],
        ['flagText', { what: 'topic', id: 'topic-0001' }],
      ] as const)
        expect(
          gathering.decide(f.room.whole() as Gathering, { id: 'cmd-by-link', type, ask }, actor, 0),
        ).toMatchObject({
          refused: expect.stringMatching(/no_seat|not_note_taker/),
        });
    } finally {
      home.close();
    }
  });

  it('is the first device’s that takes it: on another, and for who made it, it is over; and it ends', async () => {
    const f = await linked();
    const first = await f.take();
    expect((await f.take()).to).toMatch(/^\/completa\//);
    expect((await f.take(f.planner)).to).toMatch(/^\/completa\//);
    f.wait(8 * 86_400_000);
    const late = device(f.h.url, 'PROVA', first.cookie);
    try {
      await until('in', () => late.snapshot().link === 'live');
      expect(late.snapshot().you?.id).toBe('');
    } finally {
      late.close();
    }
  });

  it('beside a seat of one’s own writes in that person’s name, and leaves the seat as it is', async () => {
    const f = await linked();
    const other = await join_(f.h.url, 'PROVA', 'Un’altra persona');
    const taken = await f.take(other.cookie);
    const phone = device(f.h.url, 'PROVA', taken.cookie);
    try {
      await until('in', () => phone.snapshot().link === 'live');
      expect(phone.snapshot().you).toMatchObject({ seat: other.seat, completes: 'topic-0001' });
      phone.ask('writeReport', { topic: 'topic-0001', field: 'summary', text: 'detto da chi c’era', rev: 0 });
      await until('written', () => f.room.whole().reports['topic-0001']?.fields.summary.by === other.seat);
    } finally {
      phone.close();
    }
  });
});
