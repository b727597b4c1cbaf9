/** Books of other days: a listening meeting, a gathering of two days, one in twenty scripts; in every format. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as documents from '@/server/exports/document-process';
import { type Job, write } from '@/server/exports/write-document';
import { id } from '../domain/given';
import { standIn } from '../stand-in';
import { expectWhole, holds, letters, pdftotext, textLayer, WRITTEN } from './compare';
import { type LiveBook, liveBook, matrix } from './live-book';
import { bare, letters as signs, MIXED, SCRIPTS } from './many-scripts';

vi.setConfig({ testTimeout: 240_000 });
// Another test checks that documents are written in a separate process: here that would only take time.
beforeEach(() => standIn(documents, { writeApart: (job: Job) => write(JSON.parse(JSON.stringify(job))) }));

async function inEveryForm(book: LiveBook, ours: string[] = []): Promise<string> {
  for (const form of WRITTEN) await expectWhole(book, form, { ours });
  const bytes = await book.form('pdf');
  expect(Buffer.from(bytes).includes('pdfuaid')).toBe(true);
  if (!pdftotext) return '';
  return textLayer(bytes, '-raw');
}

const MINUTES = [
  '# Apertura',
  'Si comincia alle **nove**, in sala grande.',
  '',
  '## Ordine del giorno',
  '1. chi manca',
  '2. che cosa si è fatto',
  '   - nelle scuole',
  '   - nei centri',
  '4. che cosa si chiede',
  '',
  '| ente | ore |',
  '|------|-----|',
  '| Comune | 12 |',
  '',
  'Il resto è su https://example.org/verbale.',
].join('\n');

describe('the book of other days', () => {
  it('a listening meeting: prompts, ideas, speakers, papers and minutes, as they were typed', async () => {
    const href = 'https://example.org/slide';
    const asked = ['Che cosa manca a chi cura in casa?', 'Che cosa c’è già e va tenuto stretto?'];
    const opening = { title: 'Ascolto', question: '', format: 'listening', days: ['2026-05-17'] };
    const book = await liveBook(opening, 'it', async ({ desk, phone, text }) => {
      await desk('setProgramme', {
        prompts: asked.map((words, n) => ({ id: `prompt-${n}`, text: words })),
        speakers: ['Ada Inventata, assistente sociale'],
        materials: [{ id: 'paper-1', title: 'Le slide del mattino', href }],
        minutes: text(MINUTES),
      });
      for (const [n, words] of [
        'Manca il tempo, e manca chi lo dia al posto nostro.',
        'Due cose:\n- un numero solo da chiamare\n  - anche di notte\n- una persona che risponda',
        'Il gruppo del martedì.\nNon chiudetelo.\n\nCi viene gente che non va da nessuna altra parte.',
        'Si veda [il quaderno](https://example.org/quaderno) di chi c’era l’anno scorso.',
      ].entries()) {
        const say = await phone(`Persona inventata ${n}`);
        say('shareIdea', { idea: id('idea'), text: text(words), prompt: `prompt-${n % 2}` });
      }
    });
    const layer = letters(await inEveryForm(book, [href]));
    if (pdftotext)
      for (const said of [...book.texts.map((t) => holds(t).printed), ...asked.map(letters)])
        expect(layer).toContain(said);
    await book.close();
  });

  it('two days: each circle with its day and hours, what was said on both', async () => {
    const days = ['2026-05-17', '2026-05-18'];
    const { slots, spaces } = matrix(days, 6);
    const opening = { title: 'Due giorni', question: 'E poi?', format: 'open_space', days, slots, spaces };
    const book = await liveBook(opening, 'it', async ({ phone, text }) => {
      for (const [n, slot] of slots.entries()) {
        const say = await phone(`Persona inventata ${n}`);
        const topic = id('topic');
        say('proposeTopic', { topic, title: `Tema ${n + 1}` });
        say('placeTopic', { session: id('session'), topic, slot: slot.id, space: spaces[0]?.id });
        const words = text(`Nel turno ${n} si è detto questo:\n- una cosa\n- e un’altra, più lunga`);
        say('writeNote', { note: id('note'), topic, kind: 'altro', text: words });
      }
    });
    const layer = await inEveryForm(book);
    if (pdftotext) {
      for (const t of book.texts) expect(letters(layer)).toContain(holds(t).printed);
      for (const [n, s] of slots.entries()) {
        const day = n < 3 ? '17 maggio 2026' : '18 maggio 2026';
        const sitting = `${s.label} (${day}, ${s.start}–${s.end}), Sala 1`;
        expect(layer.replace(/\s+/g, ' ').split(sitting).length - 1, sitting).toBe(1);
      }
    }
    await book.close();
  });

  it('twenty scripts and emoji: every form has each, and the text layer of the PDF copies them as they are read', async () => {
    const opening = { title: 'Scritture', question: '', format: 'listening', days: ['2026-05-17'] };
    const spoken = [...Object.values(SCRIPTS), MIXED].map((words) => words.normalize('NFC'));
    const book = await liveBook(opening, 'it', async ({ phone, text }) => {
      const say = await phone('Chi traduce');
      for (const words of spoken) say('shareIdea', { idea: id('idea'), text: text(words) });
    });
    await inEveryForm(book);
    if (pdftotext) {
      // By layout: strings of a right-to-left line are in the file in reverse order.
      const layer = textLayer(await book.form('pdf'));
      const copied = layer.split('\n').map(signs).join('');
      expect(spoken.filter((words) => !copied.includes(signs(words)))).toEqual([]);
      expect(bare(layer)).toContain('😀');
    }
    await book.close();
  });
});
