/** Prepares an office's year in a data folder: gatherings with their notes, a path along them, a third of it coded. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { nanoid } from 'nanoid';
import { NOTES } from '../../db/demo/notes';
import type { Actor } from '@/domain/deed';
import { founding } from '@/domain/programming/founding-document';
import { isRefusal } from '@/domain/refusal';
import { createApp } from '@/server/compose';
import { pathFileNames } from '@/server/exports/path-files';
import { COOKIE, nobody, seal } from '@/server/identity/session-cookie';
import { createPath } from '@/server/streams/create-stream';
import { fillDetails } from '../office-details';
import { ground, phone, traffic } from './ground';
import { answer } from './program';

const PEOPLE = 60;
const CODES = 40;
const DAY = 86_400_000;
const planner: Actor = { id: 'acc_owner', role: 'owner', seat: null };

/** `daysApart`: days between two gatherings, the last of which is of today; 0 where it is left out. */
export type Year = { gatherings: number; facts: number; daysApart?: number };
/** `files`: the names of all files that the path can be carried out as. */
export type YearMade = { code: string; cookie: string; facts: number; first: string; files: string[] };

const folder = process.env.HALL_FOLDER ?? '.';
/** How long ago it is what is being written, in ms. */
let ago = 0;
const house = createApp({ folder, database: join(folder, 'cerchi.sqlite'), clock: () => Date.now() - ago });
fillDetails(house.store);

/** Invented words of the demonstration, two and two, so that few texts are alike. */
const words = (i: number): string =>
  `${NOTES[i % NOTES.length]?.text} ${NOTES[(i * 31 + Math.floor(i / NOTES.length)) % NOTES.length]?.text}`;

async function hold(n: number, facts: number): Promise<{ id: string; notes: string[] }> {
  const code = `ANNO${String(n).padStart(2, '0')}`;
  const row = house.streams.index.file({
    id: `salone-${n}-stream`,
    kind: 'gathering',
    code,
    path: null,
    demo: false,
  });
  const room = house.streams.gathering(row);
  await ground((asked, actor) => room.submit({ id: nanoid(14), ...asked }, actor), row.id, PEOPLE);
  for (let i = 0; room.seq < facts; ) {
    const batch = [];
    for (let k = 0; k < Math.min(500, facts - room.seq); k++, i++) {
      const { asked, by } = traffic(i, PEOPLE);
      const text = words(n * 1000 + i);
      const ask = asked.type === 'writeNote' ? { ...(asked.ask as object), text } : asked.ask;
      batch.push(room.submit({ id: nanoid(14), type: asked.type, ask }, phone(by)));
    }
    await Promise.all(batch);
  }
  return { id: row.id, notes: Object.keys(room.whole().notes) };
}

answer({
  async year({ gatherings, facts, daysApart = 0 }: Year): Promise<YearMade> {
    ago = gatherings * daysApart * DAY;
    const account = await house.accounts.create('Ufficio', 'owner', 'una frase lunga abbastanza');
    const row = await createPath(house.streams, founding, planner);
    if (!account || isRefusal(row)) throw new Error('no path');
    const path = house.streams.path(row);
    const asks: Promise<{ ok: boolean }>[] = [];
    const plan = (type: string, ask: object) =>
      void asks.push(path.submit({ id: nanoid(14), type, ask }, planner));
    for (let i = 0; i < CODES; i++) plan('makeCode', { id: `voce-${i}-00`, label: `Voce ${i}` });
    const phase = Object.keys(path.whole().phases)[0];
    let made = 0;
    let first = '';
    for (let n = 0; n < gatherings; n++) {
      ago = (gatherings - 1 - n) * daysApart * DAY;
      const { id, notes } = await hold(n, facts);
      plan('addMeeting', { id: `incontro-${n}-00`, title: `Incontro ${n}`, phase, gathering: id });
      await Promise.all(asks);
      first ||= `${id}/note/${notes[0]}`;
      notes.forEach((note, i) => {
        if (i % 3 > 0) return;
        const codes = [...new Set([`voce-${i % CODES}-00`, `voce-${(i * 7) % CODES}-00`])];
        plan('codeWords', { id: nanoid(14), ref: `${id}/note/${note}`, start: 0, end: 12, codes });
      });
      made += house.streams.gathering(house.streams.index.byId(id) as never).seq;
    }
    const refused = (await Promise.all(asks)).find((a) => !a.ok);
    if (refused) throw new Error(JSON.stringify(refused));
    await house.streams.commits.settle();
    // Its time went by at a bound: a server that finds no such file begins from the newest line.
    rmSync(join(folder, 'clock'), { force: true });
    const identity = { ...nobody(), account: { id: account.id, epoch: account.epoch, at: Date.now() } };
    const cookie = `${COOKIE}=${encodeURIComponent(seal(identity, house.secret))}`;
    const files = pathFileNames(house.streams, row);
    return { code: row.code, cookie, facts: made + path.seq, first, files };
  },
});
