/** Two planners read the week after: ten notes coded by keyboard alone while a colleague sees it, then the counts. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Replica } from '@/client/replica/replica';
import { codesInUse } from '@/domain/programming/codes';
import { standingOnes } from '@/domain/programming/deed';
import type { Path } from '@/domain/programming/state';
import { until } from '../until';
import { type App, launch, open, startApp } from './browser';
import { desk, does, invite, linkGathering, openPath, signIn } from './planners';
import { steppedBack } from './seen';

const GATHERING = 'demo-ost-carpi';
let app: App;
let browser: Browser;
const wrong: string[][] = [];
const PICTURES = process.env.CERCHI_PICTURES;
const picture = async (page: Page, name: string) => {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
};

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ demo: true }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

describe('reading', { sequential: true }, () => {
  let code = '';
  let anna: Page;
  let bruno: Page;
  let annas: BrowserContext;
  let robot: Replica<Path>;
  const path = () => robot.snapshot().confirmed;
  const codings = () => standingOnes(path().codings).filter((c) => !c.second);

  it('[S45] a path as the founding document lists it, the gathering of May linked, its notes in one queue', async () => {
    const one = await open(browser, 'desk');
    const two = await open(browser, 'desk');
    wrong.push(one.wrong, two.wrong);
    [anna, bruno, annas] = [one.page, two.page, one.context];
    await signIn(annas, app.url, app.setup ?? '', 'Anna Bianchi');
    await signIn(two.context, app.url, await invite(annas, app.url), 'Bruno Neri');
    code = await openPath(annas, app.url);
    robot = await desk(two.context, app.url, code);
    await linkGathering(robot, GATHERING);
    await anna.goto(`${app.url}/percorso/${code}/raccolta`);
    await anna.getByRole('heading', { name: 'Raccolta' }).waitFor();
    // Each part of the path opens at its head, and the bar over it covers none of it.
    await anna.getByRole('link', { name: 'Documenti' }).click();
    await anna.getByRole('heading', { level: 1, name: /Documenti/ }).waitFor();
    await expect.poll(() => anna.evaluate(() => document.activeElement?.id)).toBe('main');
    expect(await anna.evaluate(() => scrollY)).toBe(0);
    // The demonstration has 184 notes, one of them withheld; the rest is reports, items, actions.
    await anna.goto(`${app.url}/percorso/${code}/raccolta?fonte=note`);
    await anna.getByText(/^183 testi · 1 /).waitFor();
    await anna.getByLabel('Cerca nelle parole dette', { exact: true }).fill('perche citta');
    await anna.getByText(/^\d testi?$/).waitFor();
    await anna.getByRole('button', { name: 'Cancella la ricerca' }).click();
    await anna.getByText(/^183 testi · 1 /).waitFor();
  });

  it('[S45] paper comes in with a preview: the good lines kept, the bad told, and it can be undone', async () => {
    await anna.getByRole('button', { name: 'Importa dalla carta' }).click();
    await anna
      .getByLabel('Incolla qui il testo')
      .fill(
        'Testo;Tipo;Ambito\nServono orari serali;bisogno;Volontariato\nUn emporio;boh;\nCafè sospeso;risorsa;',
      );
    await anna.getByText('Riga 3:').waitFor();
    await picture(anna, 'desk-paper');
    await anna.getByRole('button', { name: 'Importa 2 testi' }).click();
    await until('both are told', () => standingOnes(path().papers).length === 2);
    await anna.getByRole('button', { name: 'Annulla' }).click();
    await until('both are taken back', () => standingOnes(path().papers).length === 0);
  });

  it('[S46] ten notes are read and coded without the mouse; the colleague sees each as it is given', async () => {
    await bruno.goto(`${app.url}/percorso/${code}/raccolta?fonte=note&stato=codificato`);
    await bruno.getByText('Nessun testo con questi filtri').waitFor();
    await anna.goto(`${app.url}/percorso/${code}/raccolta?fonte=note`);
    await anna.getByText(/^183 testi · 1 /).waitFor();
    await anna.locator('a[data-row]').first().focus();
    const keys = anna.keyboard;
    await keys.press('Enter');
    await anna.getByText(/^1 di 18/).waitFor();
    // A code made from the selection: the second and third words.
    await keys.press('ArrowRight');
    await keys.press('Shift+ArrowRight');
    await keys.press('Shift+ArrowRight');
    await keys.press('n');
    await keys.press('Enter');
    await until('the first is coded', () => codings().length === 1);
    const [first] = codings();
    expect(first?.quote.split(' ')).toHaveLength(2);
    expect(codesInUse(path())[0]?.label).toBe(first?.quote);
    await bruno.getByText('Anna Bianchi').first().waitFor();
    // A second code on the same words, by name, then a star.
    await keys.press('c');
    await keys.type('Fiducia');
    await keys.press('Enter');
    await keys.press('s');
    await until('the same words have two codes and a star', () => {
      const [c] = codings();
      return codings().length === 1 && c?.codes.length === 2 && c.star;
    });
    await picture(anna, 'desk-reading');
    // On, with one key: the whole text takes the code.
    for (let i = 2; i <= 10; i++) {
      await keys.press('j');
      await anna.getByText(new RegExp(`^${i} di 18`)).waitFor();
      await keys.press(i % 3 === 0 ? '1' : '2');
      await until(`note ${i} is coded`, () => codings().length === i);
    }
    await bruno.getByText(/^10 testi$/).waitFor();
    // One undone, and given again.
    await keys.press('z');
    await until('it is undone', () => codings().length === 9);
    await bruno.getByText(/^9 testi$/).waitFor();
    await keys.press('2');
    await bruno.getByText(/^10 testi$/).waitFor();
    await picture(bruno, 'desk-queue-live');
  });

  it('[S46] single keys never act while one types, and can be turned off (WCAG 2.1.4)', async () => {
    await anna.keyboard.press('m');
    await anna.getByLabel('Il tuo appunto su queste parole').fill('');
    await anna.keyboard.type('jsx: la stessa cosa di T05');
    await anna.keyboard.press('Control+Enter');
    await until('the memo is kept', () => codings().some((c) => c.memo === 'jsx: la stessa cosa di T05'));
    await anna.getByText(/^10 di 18/).waitFor();
    await anna.keyboard.press('?');
    await anna.getByRole('switch', { name: /Tasti singoli attivi/ }).click();
    await anna.keyboard.press('Escape');
    await steppedBack(anna);
    await anna.keyboard.press('j');
    await anna.keyboard.press('ArrowDown');
    await anna.getByText(/^11 di 18/).waitFor();
    await anna.getByRole('button', { name: 'Tasti', exact: true }).click();
    await anna.getByRole('switch', { name: /Tasti singoli attivi/ }).click();
    await anna.keyboard.press('Escape');
    await steppedBack(anna);
  });

  it('[S46] words chosen with the mouse take a code; a code in use is not taken away', async () => {
    const word = anna.locator('[data-word]');
    const last = await word.nth(2).boundingBox();
    const start = await word.nth(0).boundingBox();
    if (!start || !last) throw new Error('no words');
    await anna.mouse.move(start.x + 2, start.y + start.height / 2);
    await anna.mouse.down();
    await anna.mouse.move(last.x + last.width - 2, last.y + last.height / 2, { steps: 6 });
    await anna.mouse.up();
    await anna.getByRole('option', { name: /Fiducia/ }).click();
    await until('it is coded', () => codings().length === 11);
    expect(codings().at(-1)?.quote.split(/\s+/)).toHaveLength(3);
    await anna.goto(`${app.url}/percorso/${code}/codici`);
    await anna.getByRole('link', { name: 'Fiducia' }).click();
    await anna.getByRole('button', { name: 'Modifica' }).click();
    await anna.getByRole('dialog').getByRole('button', { name: 'Togli', exact: true }).click();
    await anna.getByText(/Uniscilo a un altro/).waitFor();
    await anna.keyboard.press('Escape');
    await picture(anna, 'desk-code');
  });

  it('[S46] a second reader sees nothing of the first; the agreement is measured', async () => {
    const [coding] = codings();
    await does(robot, 'codeWords', {
      id: 'seconda-001',
      ref: coding?.ref,
      start: coding?.start,
      end: coding?.end,
      codes: coding?.codes,
      second: true,
    });
    await bruno.getByRole('switch', { name: /Seconda lettura/ }).click();
    await bruno.goto(`${app.url}/percorso/${code}/raccolta?fonte=note&stato=codificato`);
    await bruno.getByText(/^1 testo$/).waitFor();
    await bruno.goto(`${app.url}/percorso/${code}/analisi/accordo`);
    await bruno.getByText('n = 1 testo letto da tutte e due.').waitFor();
  });

  it('[S47] the analysis counts what was coded, with n, unit and caveat; the picture has its table', async () => {
    await anna.goto(`${app.url}/percorso/${code}/analisi`);
    await anna.getByText('n = 11 testi codificati.').waitFor();
    await anna
      .getByText(/non è un campione statistico/)
      .first()
      .waitFor();
    await anna.locator('.recharts-bar-rectangle').first().waitFor();
    await anna.getByText('I dati del grafico in tabella').click();
    const table = anna.getByRole('table', { name: 'Tutti i codici, dai più diffusi' });
    const fiducia = table.getByRole('row', { name: /Fiducia/ });
    const times = codings().filter((c) => c.codes.some((x) => path().codes[x]?.label === 'Fiducia')).length;
    await fiducia.getByRole('cell').nth(2).getByText(String(times), { exact: true }).waitFor();
    await picture(anna, 'desk-analysis');
    for (const [view, heading] of [
      ['incroci', 'Codici incrociati con: ambito settoriale'],
      ['insieme', '1 coppia'],
      ['saturazione', 'Codici diversi, sessione dopo sessione'],
      ['citazioni', 'Citazioni con la stella'],
      ['target', 'Dentro e fuori dai target tradizionali'],
    ] as const) {
      await anna.goto(`${app.url}/percorso/${code}/analisi/${view}`);
      await anna.getByText(heading).first().waitFor();
      await picture(anna, `desk-analysis-${view}`);
    }
    robot.close();
    expect(wrong.flat()).toEqual([]);
  });
});
