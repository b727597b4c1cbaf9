/** The calendar feed, read by a parser of RFC 5545: it is valid, and it follows what happens on the grid. */
import ICAL from 'ical.js';
import { nanoid } from 'nanoid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { owner } from '../harm/terms';
import { join_, openSpace, type TestHouse, testHouse } from './house';

let house: TestHouse;
let seat = '';
beforeEach(async () => {
  house = await testHouse();
  await openSpace(house);
  ({ seat } = await join_(house.url, 'PROVA', 'Anna'));
});
afterEach(async () => {
  await house.close();
  house.remove();
});

const room = () => {
  const row = house.streams.index.find('PROVA');
  if (row?.kind !== 'gathering') throw new Error('no gathering');
  return house.streams.gathering(row);
};
async function done(type: string, ask: object, actor: Parameters<ReturnType<typeof room>['submit']>[1]) {
  const answer = await room().submit({ id: nanoid(14), type, ask }, actor);
  if (!answer.ok) throw new Error(`${type}: ${answer.refused}`);
}
const anna = () => ({ id: seat, role: 'participant' as const, seat });
async function place(title: string, slot: string, space: string): Promise<string> {
  const [topic, session] = [nanoid(14), nanoid(14)];
  await done('proposeTopic', { topic, title }, anna());
  await done('placeTopic', { topic, session, slot, space }, anna());
  return session;
}
const get = (headers: Record<string, string> = {}) =>
  fetch(`${house.url}/api/calendar/PROVA.ics`, { headers });
async function feed() {
  const text = await (await get()).text();
  const root = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const events = root.getAllSubcomponents('vevent').map((v) => {
    const event = new ICAL.Event(v);
    return {
      uid: event.uid,
      sequence: event.sequence,
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      summary: event.summary,
      location: event.location,
      status: v.getFirstPropertyValue('status'),
    };
  });
  return { text, root, events };
}

describe('the calendar feed', () => {
  it('is a calendar that says its name and when to look again, with each circle in its hour and place', async () => {
    const session = await place(
      'Casa; lavoro, e «reti»\\ di 🌳 quartiere '.repeat(4).trim(),
      'slot-0001',
      'space-000',
    );
    const { text, root, events } = await feed();
    expect(root.name).toBe('vcalendar');
    for (const [name, value] of [
      ['version', '2.0'],
      ['x-wr-calname', 'Prova'],
      ['method', 'PUBLISH'],
    ] as const)
      expect(root.getFirstPropertyValue(name)).toBe(value);
    expect(String(root.getFirstPropertyValue('refresh-interval'))).toBe('PT5M');
    expect(events).toMatchObject([
      {
        uid: `${session}@PROVA.cerchi`,
        // 11:00 and 11:45 of Rome in May.
        start: '2014-05-17T09:00:00.000Z',
        end: '2014-05-17T09:45:00.000Z',
        summary: `T01 ${'Casa; lavoro, e «reti»\\ di 🌳 quartiere '.repeat(4).trim()}`,
        location: 'Tiglio',
        status: 'CONFIRMED',
      },
    ]);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('follows: a moved circle is the same event at its new hour, a slot’s new hours too, one taken off is cancelled', async () => {
    const session = await place('Orti', 'slot-0001', 'space-000');
    const [before] = (await feed()).events;
    await done('moveSession', { session, slot: 'slot-0002', space: 'space-001' }, anna());
    const [moved] = (await feed()).events;
    expect(moved).toMatchObject({ uid: before?.uid, start: '2014-05-17T10:00:00.000Z', location: 'Gelso' });
    expect(moved?.sequence).toBeGreaterThan(before?.sequence ?? 0);
    const hours = { slot: 'slot-0002', day: '2014-05-17', label: 'Turno 2', start: '12:15', end: '12:50' };
    await done('reviseSlot', hours, owner);
    const [later] = (await feed()).events;
    expect(later).toMatchObject({ start: '2014-05-17T10:15:00.000Z', end: '2014-05-17T10:50:00.000Z' });
    expect(later?.sequence).toBeGreaterThan(moved?.sequence ?? 0);
    await done('cancelSession', { session }, anna());
    const [off] = (await feed()).events;
    expect(off).toMatchObject({ uid: before?.uid, status: 'CANCELLED' });
    expect(off?.sequence).toBeGreaterThan(later?.sequence ?? 0);
  });

  it('answers 304 until something changes, and never says a hidden title', async () => {
    await place('Un nome e cognome', 'slot-0001', 'space-000');
    const etag = (await get()).headers.get('etag') ?? '';
    expect((await get({ 'if-none-match': etag })).status).toBe(304);
    const [topic = ''] = Object.keys(room().whole().topics);
    await done('hideText', { what: 'topic', id: topic, reason: 'dato_personale' }, owner);
    const after = await get({ 'if-none-match': etag });
    expect(after.status).toBe(200);
    expect(await after.text()).not.toContain('cognome');
  });

  it('is not there for a code that nobody has', async () => {
    expect((await fetch(`${house.url}/api/calendar/NIENTE.ics`)).status).toBe(404);
  });
});
