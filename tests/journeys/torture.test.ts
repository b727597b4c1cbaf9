/** Texts that have broken software before, on screens and in exports: whole, harmless, as written. */
import { unzipSync } from 'fflate';
import { readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATH_DOCUMENTS } from '@/reports/documents/document-names';
import { PATH } from '../../db/demo/path';
import { type App, launch, startApp } from './browser';
import { seenBy, settled } from './seen';
import { TEXTS, type Torture, tortured } from './torture';
import { TITLES, torturedPath } from './torture-path';
import { office, Visitor } from './visitor';

let app: App;
let browser: Browser;
let staff: Visitor;
let hall: Torture;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ demo: true }), launch()]);
  staff = await office(app.url, app.setup ?? '');
  hall = await tortured(staff);
  await torturedPath(staff);
});
afterAll(async () => {
  hall?.close();
  await browser?.close();
  await app?.stop();
});

describe('the torture set', { sequential: true }, () => {
  it('[E33] is shown as it was written, and spaces alone are refused', async () => {
    const { context, page } = await seenBy(browser, hall.seat, { lang: 'it', size: 'phone' });
    await settled(page, `${app.url}/i/${hall.code}/cerchio/${hall.session}`);
    // biome-ignore lint/performance/useDomNodeTextContent: lines as they are seen
    const shown = await page.locator('main').innerText();
    const loose = (s: string) => s.replace(/[ \t\r]+/g, ' ');
    expect(TEXTS.filter((t) => !loose(shown).includes(loose(t)))).toEqual([]);
    await page.getByLabel('Scrivi una nota').fill(' \u200B  ');
    await page.getByRole('button', { name: 'Aggiungi la nota' }).click({ force: true });
    expect(await page.getByRole('button', { name: 'Aggiungi la nota' }).getAttribute('aria-disabled')).toBe(
      'true',
    );
    await settled(page, `${app.url}/i/${hall.code}/proponi`);
    await page.getByLabel('Titolo').fill('   ');
    await page.getByRole('button', { name: 'Proponi' }).click();
    await page.getByText('Scrivi un titolo, anche corto.').waitFor();
    await context.close();
  });

  it('[E33] is carried away whole: tables a sheet will not run, and data as it was said', async () => {
    const get = async (path: string) => {
      const response = await fetch(app.url + path, { headers: { cookie: staff.cookie } });
      expect([path, response.status]).toEqual([path, 200]);
      return new Uint8Array(await response.arrayBuffer());
    };
    const words = async (path: string) => new TextDecoder().decode(await get(path));
    const data = JSON.parse(await words(`/api/export/${hall.code}/tutto.json`)) as {
      notes: { text: string }[];
      topics: { title: string }[];
    };
    expect(data.notes.map((n) => n.text)).toEqual(TEXTS);
    expect(data.topics.map((t) => t.title)).toEqual(TEXTS.map((t) => t.replaceAll('\n', ' ')));
    for (const table of [
      'topics',
      'notes',
      'reports',
      'report-items',
      'actions',
      'ideas',
      'announcements',
      'seats',
    ]) {
      const cells = cellsOf(await words(`/api/export/${hall.code}/${table}.csv`));
      expect(cells.length).toBeGreaterThan(10);
      expect(cells.filter((c) => /^[=+\-@\t\r]/.test(c) && !/^-?\d/.test(c))).toEqual([]);
    }
    const notes = cellsOf(await words(`/api/export/${hall.code}/notes.csv`));
    expect(TEXTS.filter((t) => !notes.some((c) => c === t || c === `'${t}`))).toEqual([]);

    const unmarked = (xml: string) =>
      xml
        .replace(/<[^>]+>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&');
    const bare = (s: string) => s.replace(/\s+/g, '');
    for (const [ending, part] of [
      ['odt', 'content.xml'],
      ['docx', 'word/document.xml'],
    ] as const) {
      const files = unzipSync(await get(`/api/path/${PATH.code}/export/atti-${hall.code}.${ending}`));
      const xml = new TextDecoder().decode(files[part]);
      expect([ending, TEXTS.filter((t) => !bare(unmarked(xml)).includes(bare(t)))]).toEqual([ending, []]);
    }
    const html = await words(`/api/path/${PATH.code}/export/atti-${hall.code}.html`);
    expect(html).not.toMatch(/<script|<img|<svg/i);
    const pdf = await get(`/api/path/${PATH.code}/export/atti-${hall.code}.pdf`);
    expect(new TextDecoder('latin1').decode(pdf.slice(0, 5))).toBe('%PDF-');
  });

  it('[E33] is carried away whole by planners: workbooks without a formula, and no file that a reader would call broken', {
    timeout: 300_000,
  }, async () => {
    const { context, page } = await seenBy(browser, new Visitor(app.url), { lang: 'it', size: 'desk' });
    await page.goto(`${app.url}/accessibilita`);
    const broken: string[] = [];
    for (const [what, ending] of [
      ['tabelle', 'xlsx'],
      ['tabelle', 'ods'],
      ...[`atti-${hall.code}`, ...PATH_DOCUMENTS].flatMap((w) => [
        [w, 'docx'],
        [w, 'odt'],
      ]),
    ] as const) {
      const at = `${app.url}/api/path/${PATH.code}/export/${what}.${ending}`;
      const response = await fetch(at, { headers: { cookie: staff.cookie } });
      if (response.status === 404) {
        broken.push(`${what}.${ending} is not there`);
        continue;
      }
      const bytes = new Uint8Array(await response.arrayBuffer());
      for (const [name, part] of Object.entries(unzipSync(bytes))) {
        if (!/\.(xml|rels|rdf)$/.test(name)) continue;
        const xml = new TextDecoder('utf-8', { fatal: true }).decode(part);
        const error = await page.evaluate(
          (text) =>
            new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror')
              ?.textContent,
          xml,
        );
        if (error) broken.push(`${what}.${ending} ${name}: ${error.slice(0, 200)}`);
        if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|&#x?0*(?:[0-8]|1[0-9]|[bcef]);/i.test(xml))
          broken.push(`${what}.${ending} ${name}: a sign that XML cannot bear`);
        if (/<f[ >]|table:formula/.test(xml)) broken.push(`${what}.${ending} ${name}: a formula`);
      }
      if (what !== 'tabelle') continue;
      const book = await (ending === 'xlsx' ? readXlsx : readOds)(bytes);
      const cells = new Set(book.sheets.flatMap((s) => s.rows.flat()).map((c) => String(c ?? '')));
      const lost = [...TITLES, ...TEXTS].filter((t) => !cells.has(t));
      if (lost.length > 0) broken.push(`${what}.${ending} lost ${JSON.stringify(lost)}`);
    }
    await context.close();
    expect(broken).toEqual([]);
  });
});

/** The cells of a CSV, unquoted. */
function cellsOf(csv: string): string[] {
  const cells: string[] = [];
  for (const [, quoted, plain] of csv
    .replace('\uFEFF', '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n"]*))(?:;|\r\n|$)/g))
    cells.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
  return cells;
}
