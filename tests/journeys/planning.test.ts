/**
 * A planner's desk from people's words to the goal and back: needs, evidence, tables, the sheet of projects, goals,
 * answers.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, launch, open, startApp } from './browser';
import { desk, linkGathering, openPath, signIn } from './planners';
import { allSent, steppedBack } from './seen';

const PICTURES = process.env.CERCHI_PICTURES;

let app: App;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let code = '';
const wrong: string[][] = [];
const WORDS = 'Chi perde il lavoro non viene allo sportello: si vergogna.';
const PART = 'si vergogna';

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ demo: true }), launch()]);
  const device = await open(browser, 'desk');
  ({ context, page } = device);
  wrong.push(device.wrong);
  await signIn(context, app.url, app.setup ?? '', 'Chi programma');
  code = await openPath(context, app.url);
  const replica = await desk(context, app.url, code);
  await linkGathering(replica, 'demo-ost-carpi');
  replica.close();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const to = async (where: string, heading: string) => {
  await page.goto(`${app.url}/percorso/${code}/${where}`);
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
};
/** The dialog is gone, and its entry of the history with it: going back over it would end a navigation begun meanwhile. */
const closed = async () => {
  await dialog().waitFor({ state: 'hidden' });
  await steppedBack(page);
};
const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
/** Adds by one line and Enter, and waits for the new thing's own page. */
async function quickly(label: string, title: string): Promise<void> {
  await page.getByLabel(label).fill(title);
  await page.getByLabel(label).press('Enter');
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
}
const dialog = () => page.getByRole('dialog');

// Each step depends on the previous one: after the first failure the rest would only repeat it.
describe('from the words to the programming', { sequential: true }, () => {
  it('[S17][S40] a need is written in one line, and says that nothing carries it yet', async () => {
    await to('bisogni', 'Bisogni e proposte');
    await quickly('Nuovo bisogno', 'Accorgersi presto di chi scivola');
    await page.getByText('Senza riscontro nell’OST').first().waitFor();
  });

  it('[S08] words said are found by the keyboard, and only the part that matters is kept as quoted', async () => {
    await press('Collega citazioni');
    const search = page.getByPlaceholder('Cerca tra le parole dette');
    await search.fill('vergogna sportello');
    await dialog().getByRole('button', { name: WORDS }).first().waitFor();
    await search.press('ArrowDown');
    await page.keyboard.press('Enter');
    const box = page.getByLabel('Seleziona la parte che conta', { exact: false });
    expect(await box.inputValue()).toBe(WORDS);
    await box.focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowLeft');
    for (const _ of PART) await page.keyboard.press('Shift+ArrowLeft');
    await page.getByText(`«${PART}»`).waitFor();
    await dialog().getByRole('button', { name: 'Collega', exact: true }).click();
    await page.keyboard.press('Escape');
    await closed();
    await page
      .getByRole('blockquote')
      .filter({ hasText: `«${PART}»` })
      .waitFor();
    expect(await page.getByText('Senza riscontro nell’OST').count()).toBe(0);
  });

  it('[S06][S22] a proposal answers the need, with its levels, and goes toward citizens', async () => {
    await quickly('Nuova proposta', 'Otto uscite di servizio itinerante');
    await press('Modifica');
    await dialog().getByText('Comune', { exact: true }).click();
    await dialog().getByLabel('Va verso i cittadini', { exact: false }).check();
    await page.keyboard.press('Control+Enter');
    await closed();
    await page.getByText('Va verso i cittadini').first().waitFor();
    // The need's words support the proposal too.
    await page.getByText('Tramite').waitFor();
  });

  it('[S13][S43][S44] a table is renamed with its reason, and the old name stays', async () => {
    await to('tavoli', 'Tavoli di lavoro');
    await press('Nuovo tavolo');
    await dialog().getByLabel('Nome').fill('Tavolo nuove povertà');
    await dialog().getByLabel('C’era già prima', { exact: false }).check();
    await dialog().getByRole('button', { name: 'Aggiungi' }).click();
    await closed();
    await page.getByRole('link', { name: 'Tavolo nuove povertà' }).click();
    await press('Rinomina');
    await dialog().getByLabel('Nuovo nome').fill('Tavolo impoverimenti e ripartenze');
    await dialog().getByRole('button', { name: 'Salva' }).click();
    // Without a reason it is not sent.
    expect(await dialog().isVisible()).toBe(true);
    await dialog().getByLabel('Motivo').fill('povertà allontana chi sta scivolando');
    await dialog().getByRole('button', { name: 'Salva' }).click();
    await page.getByRole('heading', { name: 'Tavolo impoverimenti e ripartenze', level: 1 }).waitFor();
    await page.getByText('Tavolo nuove povertà', { exact: true }).waitFor();
  });

  it('[S21] the office’s sheet is seen before it is written: the bad line is told, the good ones are kept', async () => {
    await to('risorse/importa', 'Risorse');
    const sheet = [
      'Codice;Progetto;Giudizio;Totale;Fluttuanti;Intoccabili',
      'P02;Contributi economici una tantum;rivisitabile;120.000,00;45.000,00;75.000,00',
      'P05;Opuscolo annuale dei servizi;;9.800;;',
      'P99;Senza capo;rivisitabile;-3;;',
    ].join('\r\n');
    await page
      .getByLabel('Foglio dei progetti (CSV)')
      .setInputFiles({ name: 'progetti.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet, 'utf8') });
    await page.getByText('Riga 4:').waitFor();
    await page.getByText('l’importo è negativo', { exact: false }).waitFor();
    await press('Importa 2 progetti');
    await page.getByRole('link', { name: 'P05 Opuscolo annuale dei servizi' }).click();
    await page.getByRole('heading', { name: 'Opuscolo annuale dei servizi', level: 1 }).waitFor();
  });

  it('[S21] what is unclassified counts as floating only once somebody says so', async () => {
    await press('Valuta');
    await dialog().getByText('Di scarsa utilità', { exact: true }).click();
    await dialog().getByLabel('Motivo').fill('nessuno lo legge');
    await page.keyboard.press('Control+Enter');
    await closed();
    await page.goto(`${app.url}/percorso/${code}/risorse`);
    await page.getByText('45.000,00', { exact: false }).first().waitFor();
    expect(await page.getByText('54.800,00', { exact: false }).count()).toBe(0);
    await page.getByRole('link', { name: 'P05' }).first().click();
    await press('Classifica');
    await dialog().getByText('fluttuante', { exact: true }).click();
    await page.keyboard.press('Control+Enter');
    await closed();
    await page.goto(`${app.url}/percorso/${code}/risorse`);
    await page.getByText('54.800,00', { exact: false }).first().waitFor();
  });

  it('[S48] a goal rests on the proposal, and from it one click leads back to the very note', async () => {
    await to('obiettivi', 'Obiettivi 2015');
    await press('Nuovo obiettivo');
    await dialog().getByLabel('Obiettivo', { exact: true }).fill('Otto uscite entro il 2015');
    await dialog().getByText('Otto uscite di servizio itinerante').click();
    await dialog().getByLabel('Indicatore').fill('uscite fatte');
    await page.keyboard.press('Control+Enter');
    await closed();
    await page.getByRole('link', { name: 'Otto uscite entro il 2015', exact: false }).click();
    await page.getByText('Per uscire dalla bozza manca ancora').waitFor();
    await page.getByRole('blockquote').filter({ hasText: PART }).waitFor();
    await page
      .getByRole('link', { name: /^T05-N\d+/ })
      .first()
      .click();
    await page.waitForURL(/\/raccolta\/demo-ost-carpi\/note\//);
    await page.getByText(WORDS).first().waitFor();
  });

  it('[S17] a request of a report is taken and answered, never without a reason', async () => {
    await to('bisogni/da-esaminare', 'Bisogni e proposte');
    const row = page.locator('[data-item]').filter({ hasText: 'Richiesta' }).first();
    await row.focus();
    await page.keyboard.press('r');
    await page.waitForURL(/richieste$/);
    await press('Rispondi');
    await page.getByLabel('Perché', { exact: true }).fill('da gennaio, con il Comune di Novi');
    await press('Salva');
    await page.getByRole('heading', { name: 'Hanno avuto risposta' }).waitFor();
  });

  it('[S43] the dossier of the table gathers it all on paper', async () => {
    await page.goto(`${app.url}/percorso/${code}/tavoli`);
    await page.getByRole('link', { name: 'Tavolo impoverimenti e ripartenze' }).click();
    await page.getByText('Dossier del tavolo').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Rinomina' }).count()).toBe(0);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await page.emulateMedia({ media: 'screen' });
  });

  it('what is taken away comes back from the toast', async () => {
    await to('bisogni', 'Bisogni e proposte');
    await quickly('Nuovo bisogno', 'Scritto per sbaglio');
    await press('Modifica');
    await press('Togli');
    await page.waitForURL(/bisogni$/);
    const row = page.getByRole('link', { name: 'Scritto per sbaglio' });
    await row.waitFor({ state: 'hidden' });
    await press('Annulla');
    await row.waitFor();
  });

  it('[S42] an outcome with its reason is on the page that everyone can read, without an account', async () => {
    await to('restituzione', 'Restituzione');
    await press('Scrivi l’esito');
    await dialog().getByText('Accolta', { exact: true }).click();
    await dialog().getByRole('button', { name: 'Salva' }).click();
    await dialog().getByText('Un esito ha bisogno del suo motivo.').waitFor();
    await dialog().getByLabel('Motivo', { exact: true }).fill('otto uscite, una al mese');
    await dialog().getByRole('button', { name: 'Salva' }).click();
    await page.getByText('Esito scritto').waitFor();
    const anybody = await open(browser, 'phone', `${app.url}/esiti/${code}`);
    wrong.push(anybody.wrong);
    // Until somebody publishes it, it is a draft of the office.
    expect(await anybody.page.getByText('otto uscite, una al mese').count()).toBe(0);
    await page.getByLabel('Otto uscite di servizio itinerante', { exact: false }).check();
    // The preview is the office's: whoever comes by its address reads what is public, nothing more.
    const preview = await page
      .getByRole('link', { name: 'Guarda come lo vedono tutti' })
      .getAttribute('href');
    await anybody.page.goto(`${app.url}${preview}`);
    await anybody.page.getByText('Ancora niente di pubblicato').waitFor();
    expect(await anybody.page.getByText('otto uscite, una al mese').count()).toBe(0);
    const seen = await context.newPage();
    await seen.goto(`${app.url}${preview}`);
    await seen.getByText('Anteprima: non è ancora pubblico').waitFor();
    await seen.getByText('otto uscite, una al mese').waitFor();
    await seen.close();
    await anybody.page.goto(`${app.url}/esiti/${code}`);
    await page.getByRole('button', { name: 'Pubblica', exact: true }).click();
    await dialog().getByLabel('Chi ha deciso').fill('Comitato di Distretto');
    const licence = dialog().getByLabel('Licenza di questi testi');
    expect(await licence.inputValue()).toBe('nessuna');
    await licence.selectOption({ label: 'CC BY 4.0, citando la fonte' });
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/planning-publish.png` });
    await dialog().getByRole('button', { name: 'Pubblica per tutti' }).click();
    await page.getByText('Ora lo leggono tutti').waitFor();
    await allSent(page);
    await anybody.page.reload();
    await anybody.page.getByText('otto uscite, una al mese').waitFor();
    await anybody.page.getByText('Comitato di Distretto', { exact: false }).first().waitFor();
    await anybody.page.getByText(`«${PART}»`).waitFor();
    for (const [words, found] of [
      ['itinerante', 1],
      ['astronavi', 0],
    ] as const) {
      await anybody.page.getByLabel('Cerca tra gli esiti').fill(words);
      await anybody.page.getByRole('button', { name: 'Cerca', exact: true }).click();
      await anybody.page.waitForURL(`**cerca=${words}`);
      expect(await anybody.page.getByText('otto uscite, una al mese').count()).toBe(found);
    }
    await anybody.page.getByText('Niente con «astronavi»').waitFor();
    await anybody.page.getByRole('link', { name: 'Mostra tutto' }).click();
    const reuse = anybody.page.getByRole('link', { name: 'CC BY 4.0' });
    expect(await reuse.getAttribute('href')).toBe('https://creativecommons.org/licenses/by/4.0/');
    if (PICTURES)
      await anybody.page.screenshot({ path: `${PICTURES}/planning-outcomes.png`, fullPage: true });
    await anybody.context.close();
  });

  it('[E18] without a network every part of the path opens, with what is in it', async () => {
    await to('quadro', 'Nuovo Patto');
    const loaded = await page.evaluate(() => performance.timeOrigin);
    await context.setOffline(true);
    const parts = page.getByRole('navigation', { name: 'Parti del percorso' }).getByRole('link');
    const opened: string[] = [];
    for (const link of await parts.all()) {
      const name = (await link.textContent()) ?? '';
      await link.click();
      await page.waitForURL(`**${await link.getAttribute('href')}`);
      await page.locator('main h1').first().waitFor();
      await expect.poll(() => page.title()).toMatch(new RegExp(`^${name} · `));
      opened.push(name);
    }
    expect(opened).toHaveLength(11);
    await parts.filter({ hasText: 'Bisogni' }).click();
    await page.getByRole('link', { name: 'Accorgersi presto di chi scivola' }).click();
    await page.getByRole('heading', { name: 'Accorgersi presto di chi scivola', level: 1 }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Bisogni e proposte', level: 1 }).waitFor();
    await context.setOffline(false);
    // Nothing was loaded again.
    expect(await page.evaluate(() => performance.timeOrigin)).toBe(loaded);
  });

  it('no page complained', () => {
    expect(wrong.flat()).toEqual([]);
  });
});
