/** The map of the hall in the book of the day and in its data: a number on each space, its name beneath. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { sayIn } from '@/i18n/languages';
import { proceedings } from '@/reports/documents/proceedings';
import { gatheringJson } from '@/reports/gathering-json';
import { write } from '@/server/exports/write-document';
import { office } from '../domain/given';
import { opened, ROOMS } from '../domain/opened';

const say = sayIn('it', ['common', 'record', 'documents']);
const [tiglio, gelso] = ROOMS;
const folder = mkdtempSync(join(tmpdir(), 'cerchi-map-'));
afterAll(() => rmSync(folder, { recursive: true }));

const bookOf = (g: ReturnType<typeof opened>) =>
  proceedings({ data: gatheringJson(g.state, { labels: {}, publicly: true, exportedAt: 0 }), say });
/** The pixels of the only picture of an EPUB, and how dark one is, from 0 (white) to 255, by thousandths of its sides. */
async function pictureOf(g: ReturnType<typeof opened>) {
  const files = unzipSync(await write({ form: 'epub', doc: bookOf(g), folder, id: 'urn:test' }));
  const pictures = Object.keys(files).filter((n) => n.endsWith('.jpg'));
  if (pictures.length === 0) return null;
  const { data, info } = await sharp(files[pictures[0] ?? ''])
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  /** The darkest sign on a ring inside a disc's edge: the number is light. */
  const dark = (x: number, y: number) => {
    const [cx, cy] = [Math.round((x / 1000) * info.width), Math.round((y / 1000) * info.height)];
    return 255 - Math.min(...[-20, 20].map((d) => data[cy * info.width + cx + d] ?? 255));
  };
  return { width: info.width, height: info.height, dark };
}

describe('the map of the hall in the book', () => {
  it('is not there without a map', async () => {
    const g = opened();
    expect(JSON.stringify(bookOf(g))).not.toContain('Piantina');
    expect(await pictureOf(g)).toBeNull();
  });

  it('marks each space on a blank sheet, by the number of its name', async () => {
    const g = opened();
    g.done(office(), 'markSpace', { space: gelso, at: { x: 250, y: 250 } });
    g.done(office(), 'markSpace', { space: tiglio, at: { x: 750, y: 500 } });
    const picture = await pictureOf(g);
    expect([picture?.width, picture?.height]).toEqual([1200, 900]);
    expect(picture?.dark(250, 250)).toBeGreaterThan(150);
    expect(picture?.dark(750, 500)).toBeGreaterThan(150);
    expect(picture?.dark(500, 500)).toBeLessThan(10);
    const names = g.state.spaces.filter((s) => s.id === tiglio || s.id === gelso).map((s) => s.name);
    expect(bookOf(g).blocks).toContainEqual({ is: 'list', items: names.map((n, i) => `${i + 1} · ${n}`) });
    const { gathering } = gatheringJson(g.state, { labels: {}, publicly: true, exportedAt: 0 });
    expect(gathering.map.spots[gelso ?? '']).toEqual({ x: 250, y: 250 });
  });

  it('marks them on the picture of the building, whose proportions it keeps', async () => {
    const hash = 'ef'.repeat(32);
    const plan = { width: 400, height: 800, channels: 3 as const, background: '#ffffff' };
    writeFileSync(join(folder, `${hash}.webp`), await sharp({ create: plan }).webp().toBuffer());
    const g = opened();
    g.done(office(), 'hangMap', { hash, w: 400, h: 800 });
    g.done(office(), 'markSpace', { space: tiglio, at: { x: 500, y: 900 } });
    const picture = await pictureOf(g);
    expect([picture?.width, picture?.height]).toEqual([600, 1200]);
    expect(picture?.dark(500, 900)).toBeGreaterThan(150);
    expect(picture?.dark(500, 100)).toBeLessThan(10);
    for (const form of ['pdf', 'odt', 'docx', 'html'] as const)
      expect((await write({ form, doc: bookOf(g), folder, id: 'urn:test' })).length).toBeGreaterThan(1000);
  });

  it('keeps the names of the spaces where the file of the picture is gone', async () => {
    const g = opened();
    g.done(office(), 'hangMap', { hash: '01'.repeat(32), w: 400, h: 800 });
    g.done(office(), 'markSpace', { space: tiglio, at: { x: 500, y: 900 } });
    expect(await pictureOf(g)).toBeNull();
    expect(JSON.stringify(bookOf(g))).toContain('1 · ');
  });
});
