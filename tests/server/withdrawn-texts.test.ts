/** Words taken back or corrected reach no later reader, except their author and the record's keepers. */
import { nanoid } from 'nanoid';
import { afterEach, expect, it } from 'vitest';
import { device, join_, openSpace, type TestHouse, testHouse, until } from './house';

let house: TestHouse | null = null;
afterEach(async () => {
  await house?.close();
  house?.remove();
  house = null;
});
const OLD = 'parole di prima';
const GONE = 'parole ritirate';

it('[I10] notes, ideas and rows: not in a snapshot, not in what one lacks, not in the export; its author has them', async () => {
  const h = await testHouse();
  house = h;
  const row = await openSpace(h);
  const room = h.streams.gathering(row);
  const anna = await join_(h.url, 'PROVA', 'Anna');
  const bea = await join_(h.url, 'PROVA', 'Bea');
  const say = async (type: string, ask: unknown) => {
    const her = { id: anna.seat, role: 'participant' as const, seat: anna.seat };
    const answer = await room.submit({ id: nanoid(14), type, ask }, her);
    if (!answer.ok) throw new Error(`${type}: ${answer.refused}`);
  };
  await say('proposeTopic', { topic: 'topic-0001', title: 'tema' });
  const from = room.seq;
  const kind = 'bisogno';
  for (const anonymous of [false, true]) {
    const [fixed, gone] = [`note-fix-${anonymous}`, `note-out-${anonymous}`];
    await say('writeNote', { note: fixed, topic: 'topic-0001', kind, text: OLD, anonymous });
    await say('reviseNote', { note: fixed, kind, text: `${OLD} due` });
    await say('reviseNote', { note: fixed, kind, text: 'parole di adesso' });
    await say('writeNote', { note: gone, topic: 'topic-0001', kind, text: OLD, anonymous });
    await say('reviseNote', { note: gone, kind, text: GONE });
    await say('withdrawNote', { note: gone });
  }
  await say('shareIdea', { idea: 'idea-fixed', text: OLD });
  await say('reviseIdea', { idea: 'idea-fixed', kind: 'altro', text: 'idea di adesso' });
  await say('shareIdea', { idea: 'idea-gone', text: GONE });
  await say('withdrawIdea', { idea: 'idea-gone' });
  await say('addItem', { topic: 'topic-0001', item: 'item-gone', kind, text: GONE, who: 'Tizio' });
  await say('removeItem', { topic: 'topic-0001', item: 'item-gone', rev: 1 });
  const exported = await (await fetch(`${h.url}/api/export/PROVA/tutto.json`)).text();
  const texts = {
    snapshot: room.snapshot('public').text,
    'what one lacks': JSON.stringify(room.since(from, 'public', null)),
    'what another phone lacks': JSON.stringify(room.since(from, 'public', bea.seat)),
    export: exported,
  };
  for (const [where, text] of Object.entries(texts)) {
    for (const words of [OLD, GONE, 'Tizio']) expect(text.includes(words), `${where}: ${words}`).toBe(false);
    expect(text).toContain('parole di adesso');
  }
  // The keepers of the record have all of it, and so has the author, on a device with nothing stored.
  expect(room.snapshot('staff').text).toContain(OLD);
  expect(JSON.stringify([...h.streams.log.since(row.id, 0)])).toContain(GONE);
  const phones = [anna, bea].map(({ cookie }) => device(h.url, 'PROVA', cookie));
  const [hers, other] = phones;
  try {
    await until('in', () => phones.every((p) => p.snapshot().link === 'live'));
    const note = (of: typeof hers, id: string) => of?.snapshot().view.notes[id];
    for (const id of ['note-out-false', 'note-out-true']) {
      expect([note(hers, id)?.text, note(other, id)?.text]).toEqual([GONE, '']);
    }
    expect(note(hers, 'note-fix-true')?.versions.map((v) => v.text)).toEqual([OLD, `${OLD} due`]);
    expect(note(other, 'note-fix-true')?.versions.map((v) => v.text)).toEqual(['', '']);
    // Once restored it is public again.
    hers?.ask('restoreNote', { note: 'note-out-true' });
    await until('back', () => note(other, 'note-out-true')?.text === GONE);
    expect(note(other, 'note-out-true')?.author).toBeNull();
    expect(room.snapshot('public').text.split(GONE).length).toBe(2);
  } finally {
    for (const phone of phones) phone.close();
  }
});
