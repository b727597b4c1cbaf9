/**
 * The book over HTTP: for anyone with the code, written once for a hall that asks at once, never older than a
 * withholding.
 */
import { strFromU8, unzipSync } from 'fflate';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createGathering } from '@/server/streams/create-stream';
import { isRefusal } from '@/domain/refusal';
import { MESSAGE_MAX } from '@/protocol/wire';
import { NOTE_MAX, REPORT_MAX } from '@/domain/words';
import * as apart from '@/server/exports/document-process';
import { demoHouse } from './demo-house';
import type { TestHouse } from './house';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });
const office = { id: 'office', role: 'facilitator' as const, seat: null };
const planner = { id: 'planner', role: 'planner' as const, seat: null };
let house: TestHouse;
beforeAll(async () => {
  house = await demoHouse();
});
afterAll(async () => {
  await house.close();
  house.remove();
});
const get = (what: string, headers: Record<string, string> = {}) =>
  fetch(`${house.url}/api/book/${what}`, { headers });

async function opened(
  format: string,
  days: string[],
): Promise<{ code: string; done: (type: string, ask: object, who?: typeof planner) => Promise<void> }> {
  const slots = days.map((day, n) => ({
    id: `slot-00${n + 1}`,
    day,
    label: 'Turno 1',
    start: '10:00',
    end: '11:00',
    released: true,
  }));
  const ask = {
    title: `Incontro ${format}`,
    question: '',
    format,
    days,
    slots,
    spaces: [{ id: 'room-001', name: 'Sala 1' }],
  };
  const row = await createGathering(house.streams, { path: null, rehearsal: false }, ask, office);
  if (isRefusal(row)) throw new Error(JSON.stringify(row));
  const done = async (type: string, asked: object, who: typeof office | typeof planner = office) => {
    const answer = await house.streams.gathering(row).submit({ id: nanoid(14), type, ask: asked }, who);
    if (!answer.ok) throw new Error(`${type}: ${JSON.stringify(answer)}`);
  };
  return { code: row.code, done };
}

describe('the book of a gathering', () => {
  it('is anyone’s who has the code, in five forms, under a name one can file', async () => {
    const starts: Record<string, string> = {
      pdf: '%PDF-',
      epub: 'PK',
      odt: 'PK',
      docx: 'PK',
      html: '<!doctype',
    };
    for (const [form, start] of Object.entries(starts)) {
      const answer = await get(`DEMO/${form}`);
      expect(answer.status, form).toBe(200);
      expect(answer.headers.get('content-disposition')).toContain(`_report-istantaneo.${form}"`);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      expect(strFromU8(bytes.slice(0, start.length))).toBe(start);
    }
    expect((await get('NESSUNO/pdf')).status).toBe(404);
    expect((await get('DEMO/exe')).status).toBe(400);
  });

  it('three hundred who ask at once are given the same one; who has it is sent nothing', async () => {
    const { code } = await opened('open_space', ['2026-05-17']);
    const write = vi.spyOn(apart, 'writeApart');
    const answers = await Promise.all(Array.from({ length: 300 }, () => get(`${code}/odt`)));
    expect(new Set(answers.map((a) => a.status))).toEqual(new Set([200]));
    expect(write.mock.calls.length).toBeLessThanOrEqual(2);
    // The hall's thread sends no texts: the writing process reads the log itself.
    expect(write).toHaveBeenCalled();
    for (const [job] of write.mock.calls) expect(Object.keys(job)).toContain('from');
    const etag = answers[0]?.headers.get('etag') ?? '';
    expect((await get(`${code}/odt`, { 'if-none-match': etag })).status).toBe(304);
    const states = (await (await get(code)).json()) as { forms: { form: string; ready: boolean }[] };
    expect(states.forms.find((f) => f.form === 'odt')?.ready).toBe(true);
    expect(states.forms.find((f) => f.form === 'docx')?.ready).toBe(false);
  });

  it('[E23] what is withheld while a book is written is in none that is asked for afterwards', async () => {
    const row = house.streams.index.find('DEMO');
    if (!row) throw new Error('no demonstration');
    const room = house.streams.gathering(row);
    const note = Object.values(room.whole().notes).find((n) => !n.hidden && !n.withdrawn);
    if (!note) throw new Error('no note');
    const early = get('DEMO/html');
    const hide = { what: 'note', id: note.id, reason: 'altro' };
    const answer = await room.submit({ id: nanoid(14), type: 'hideText', ask: hide }, office);
    expect(answer.ok).toBe(true);
    const late = await (await get('DEMO/html')).text();
    expect(late).not.toContain(note.text.replaceAll('&', '&amp;'));
    await early;
  });

  it('a listening meeting without a path has its prompts, ideas, speakers and minutes', async () => {
    const { code, done } = await opened('listening', ['2026-05-17']);
    await done('setProgramme', {
      prompts: [{ id: 'prompt-1', text: 'Che cosa manca?' }],
      speakers: ['Ada Inventata'],
      materials: [{ id: 'paper-1', title: 'Le slide', href: 'https://example.org/slide' }],
      minutes: 'Si comincia alle nove.\n\n- primo punto\n  - sottopunto',
    });
    for (const text of ['Manca il tempo.', 'Manca **la voce** di chi non viene.'])
      await done('shareIdea', { idea: nanoid(14), text, prompt: 'prompt-1' }, planner);
    const page = await (await get(`${code}/html`)).text();
    for (const said of [
      'Che cosa manca?',
      'Manca il tempo.',
      '<strong>la voce</strong>',
      'Ada Inventata',
      'href="https://example.org/slide"',
      'Si comincia alle nove.',
      '<li dir="auto">primo punto<ul><li dir="auto">sottopunto</li></ul></li>',
    ])
      expect(page).toContain(said);
  });

  it('two days: each circle has its day and its hours, and everybody who convenes is named', async () => {
    const { code } = await opened('open_space', ['2026-05-17', '2026-05-18']);
    const row = house.streams.index.find(code);
    if (!row) throw new Error('no gathering');
    const room = house.streams.gathering(row);
    const join = async (label: string) => {
      const answer = await fetch(`${house.url}/api/join`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ code, label, sector: 'volontariato' }),
      });
      return ((await answer.json()) as { seat: string }).seat;
    };
    const as = (seat: string) => ({ id: seat, role: 'participant' as const, seat });
    const [anna, bruno] = [as(await join('Anna Inventata')), as(await join('Bruno Inventato'))];
    const submit = async (who: typeof anna, type: string, ask: object) =>
      expect(await room.submit({ id: nanoid(14), type, ask }, who)).toMatchObject({ ok: true });
    await submit(anna, 'proposeTopic', { topic: 'topic-001', title: 'Chi cura' });
    await submit(bruno, 'offerToConvene', { topic: 'topic-001' });
    await submit(anna, 'acceptCoConvener', { topic: 'topic-001', seat: bruno.id });
    await submit(anna, 'placeTopic', {
      session: 'session-001',
      topic: 'topic-001',
      slot: 'slot-002',
      space: 'room-001',
    });
    const files = unzipSync(new Uint8Array(await (await get(`${code}/odt`)).arrayBuffer()));
    const text = strFromU8(files['content.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');
    expect(text).toContain('Anna Inventata, Bruno Inventato');
    expect(text).toMatch(/Turno 1 \([^)]*18 maggio[^)]*10:00–11:00\), Sala 1/);
  });
});

describe('how long a text may be', () => {
  it('fits one message with all that is around it, in any script', () => {
    const around = 1024;
    // A note that is revised may carry the one it replaces.
    expect(Buffer.byteLength(JSON.stringify('😀'.repeat(NOTE_MAX))) * 2 + around).toBeLessThan(MESSAGE_MAX);
    expect(Buffer.byteLength(JSON.stringify('字'.repeat(REPORT_MAX))) + around).toBeLessThan(MESSAGE_MAX);
    expect(NOTE_MAX).toBeGreaterThan(7000);
    // A cell of a spreadsheet holds 32,767.
    expect(REPORT_MAX).toBeLessThan(32_767);
  });
});
