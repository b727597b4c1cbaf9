/**
 * The office handles people and their data on its screens, and a person does so on their phone; all in a real browser.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { nanoid } from 'nanoid';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, launch, open, startApp, takeSeat } from './browser';
import { hydrated, steppedBack } from './seen';

const PHRASE = 'una frase lunga assai';
const WORDS = 'il figlio di Zenobia è in cura';
const NAME = 'Genoveffa Quattrocchi';

let app: App;
let browser: Browser;
let desk: Page;
let contexts: BrowserContext[] = [];
const wrong: string[][] = [];
let code = '';
let young = '';

async function device(size: 'phone' | 'desk', path: string): Promise<Page> {
  const opened = await open(browser, size, app.url + path);
  contexts.push(opened.context);
  wrong.push(opened.wrong);
  return opened.page;
}
/** Requested from the open page, so with its cookie. */
const ask = (page: Page, path: string, body: unknown) =>
  page.evaluate(
    async ([to, what]) => {
      const answer = await fetch(to as string, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(what),
      });
      return (await answer.json()) as { ok: boolean; code?: string; link?: string };
    },
    [path, body] as const,
  );
const gatheringWith = async (more: object) => {
  const slot = { id: nanoid(), day: '2014-05-17', label: 'Turno 1', start: '10:00', end: '11:00' };
  const space = { id: nanoid(), name: 'Tiglio', kind: 'room', stepFree: true };
  const words = { title: 'Prova', question: 'Quale welfare?', sponsor: '', venue: '', days: ['2014-05-17'] };
  const made = await ask(desk, '/api/gatherings', {
    ask: { ...words, format: 'open_space', slots: [slot], spaces: [space], ...more },
    prompts: [],
  });
  return made.code ?? '';
};
const inFiles = (folder: string, words: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return inFiles(path, words);
    return readFileSync(path).includes(words) ? [path] : [];
  });

beforeAll(async () => {
  app = await startApp();
  browser = await launch();
  desk = await device('desk', `/chiave/${app.setup}`);
  await desk.getByLabel('Nome').fill('Titolare');
  await desk.getByLabel('Password').fill(PHRASE);
  await desk.getByRole('button', { name: 'Crea l’account' }).click();
  await desk.waitForURL('**/ufficio');
  code = await gatheringWith({});
  young = await gatheringWith({ minors: true });
});
afterAll(async () => {
  for (const context of contexts) await context.close();
  contexts = [];
  await browser?.close();
  await app?.stop();
});

describe('the office and people’s data', () => {
  let phone: Page;

  it('a person sees what is kept of her and carries it away', async () => {
    phone = await device('phone', `/i/${code}/entra`);
    await phone.getByLabel('Comune').selectOption('Soliera');
    await takeSeat(phone, NAME, 'Volontariato');
    await phone.goto(`${app.url}/i/${code}/proponi`);
    await phone.getByLabel('Titolo', { exact: false }).first().fill(WORDS);
    await phone.getByRole('button', { name: /^Proponi/ }).click();
    await phone.getByText('T01').first().waitFor();
    await phone.goto(`${app.url}/i/${code}/io`);
    await phone.getByText('Volontariato · Soliera').waitFor();
    const [download] = await Promise.all([
      phone.waitForEvent('download'),
      phone.getByRole('link', { name: 'Scarica i tuoi dati' }).click(),
    ]);
    const own = JSON.parse(readFileSync(await download.path(), 'utf8')) as Record<string, unknown>;
    expect(own).toMatchObject({
      label: NAME,
      seat: { municipality: 'Soliera' },
      topics: [{ number: 'T01', title: WORDS }],
    });
  });

  it('[E23] a text is withheld and then cleared at the desk, with a reason and a second yes', async () => {
    await desk.goto(`${app.url}/regia/${code}`);
    const search = desk.getByRole('textbox', { name: 'Cerca in tutti i testi' });
    await hydrated(search);
    await search.fill('nessuno ha scritto così');
    await desk.getByText('Trovati 0 testi').waitFor();
    await search.fill('ZENÒBIA');
    await desk.getByText('Trovato 1 testo').waitFor();
    await desk.getByRole('button', { name: 'Nascondi' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Nascondi' }).click();
    await steppedBack(desk);
    await desk.getByRole('button', { name: 'Cancella definitivamente' }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByText(WORDS).waitFor();
    const clear = dialog.getByRole('button', { name: 'Cancella definitivamente' });
    expect(await clear.isDisabled()).toBe(true);
    await dialog.getByLabel('Perché').fill('parla di una persona in cura');
    expect(await clear.isDisabled()).toBe(true);
    await dialog.getByText('Ho letto il testo').click();
    expect(inFiles(app.folder, 'Zenobia').length).toBeGreaterThan(0);
    await clear.click();
    // The open desk gets it like everybody.
    await desk.getByText('Cancellato definitivamente').waitFor();
    expect(inFiles(app.folder, 'Zenobia')).toEqual([]);
    await phone.goto(`${app.url}/i/${code}/bacheca`);
    await phone.getByText('T01').first().waitFor();
    expect(await phone.locator('body').textContent()).not.toContain('Zenobia');
  });

  it('[E35] the office finds a person by her label and erases her; her phone is nobody’s at once', async () => {
    await phone.goto(`${app.url}/i/${code}`);
    await desk.goto(`${app.url}/ufficio/dati`);
    await desk
      .getByText(/verranno cancellati il/)
      .first()
      .waitFor();
    await desk.getByText('90 giorni', { exact: false }).first().waitFor();
    await desk.locator(`a[href="/ufficio/dati/${code}"]`).click();
    await desk.getByLabel('Cerca per nome').fill('genoveffa');
    await desk.getByRole('button', { name: 'Cancella', exact: true }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Cancella definitivamente' }).click();
    await desk.getByText('Qui non c’è più nessun nome').waitFor();
    for (const words of [NAME, 'Genoveffa', 'Soliera']) expect(inFiles(app.folder, words), words).toEqual([]);
    await phone.reload();
    await phone.getByLabel('Come vuoi farti chiamare?', { exact: false }).waitFor();
  });

  it('[E35] a person erases herself on the phone: a plain question, and the door again', async () => {
    await takeSeat(phone, 'Ortensia Bentivoglio', 'Istituzioni');
    await phone.goto(`${app.url}/i/${code}/io`);
    await phone.getByRole('button', { name: 'Cancella i miei dati' }).click();
    await phone.getByText('l’ambito resta solo nei conteggi', { exact: false }).waitFor();
    await phone.getByRole('button', { name: 'Sì, cancella' }).click();
    await phone.waitForURL(`${app.url}/`);
    expect(inFiles(app.folder, 'Ortensia')).toEqual([]);
    await phone.goto(`${app.url}/i/${code}`);
    await phone.getByLabel('Come vuoi farti chiamare?', { exact: false }).waitFor();
  });

  it('[E36] where there are minors the door asks for label and sector, and for no contact anywhere', async () => {
    phone = await device('phone', '/');
    const fields = async (of: string) => {
      await phone.goto(`${app.url}/i/${of}/entra`);
      return phone.$$eval('form[action="/api/join"] [name]', (all) => [
        ...new Set(
          all.map((x) => `${x.getAttribute('name')}:${x.getAttribute('type') ?? x.tagName.toLowerCase()}`),
        ),
      ]);
    };
    expect(await fields(young)).toEqual(['code:hidden', 'label:text', 'sector:radio']);
    expect(await fields(code)).toEqual([
      'code:hidden',
      'label:text',
      'sector:radio',
      'subgroup:select',
      'municipality:select',
      'newVoice:checkbox',
    ]);
  });

  it('accounts: a colleague is invited, changes role, and is sent away, each at once', async () => {
    await desk.goto(`${app.url}/ufficio/persone`);
    await desk.getByRole('button', { name: 'Invita' }).click();
    const link = (await desk.locator('code').first().textContent())?.trim() ?? '';
    const colleague = await device('desk', new URL(link).pathname);
    await colleague.getByLabel('Nome').fill('Collega');
    await colleague.getByLabel('Password').fill(PHRASE);
    await colleague.getByRole('button', { name: 'Crea l’account' }).click();
    await colleague.waitForURL('**/ufficio');
    // A helper has none of these pages.
    await colleague.goto(`${app.url}/ufficio/registro`);
    await colleague.waitForURL('**/ufficio');
    await desk.reload();
    await desk.getByLabel('Ruolo di Collega').selectOption('planner');
    await desk.getByRole('button', { name: 'Cambia ruolo' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Cambia ruolo' }).click();
    await desk.getByText('chi programma · dal', { exact: false }).waitFor();
    await colleague.goto(`${app.url}/ufficio/dati`);
    await colleague.waitForURL('**/accedi**');
    await colleague.getByLabel('Nome').fill('Collega');
    await colleague.getByLabel('Password').fill(PHRASE);
    await colleague.getByRole('button', { name: 'Entra' }).click();
    await colleague.getByRole('heading', { name: 'Dati delle persone' }).waitFor();
    // They forget it: the page knows the account, and asks for nothing else.
    const hers = desk.getByRole('listitem').filter({ hasText: 'Collega' });
    await hers.getByRole('button', { name: 'Link perché Collega scelga una nuova password' }).click();
    const key = (await hers.locator('code').textContent())?.trim() ?? '';
    await colleague.goto(app.url + new URL(key).pathname);
    await colleague.getByText('Per l’account di Collega', { exact: false }).waitFor();
    expect(await colleague.getByLabel('Nome').count()).toBe(0);
    await colleague.getByLabel('Password').fill('tutta un’altra frase');
    await colleague.getByRole('button', { name: 'Cambia la password' }).click();
    await colleague.getByText('Ora entra con quella nuova', { exact: false }).waitFor();
    await colleague.getByLabel('Nome').fill('Collega');
    await colleague.getByLabel('Password').fill('tutta un’altra frase');
    await colleague.getByRole('button', { name: 'Entra' }).click();
    await colleague.waitForURL('**/ufficio');
    await hers.getByRole('button', { name: 'Chiudi l’accesso' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Chiudi l’accesso' }).click();
    await desk.getByText('Account chiusi').waitFor();
    await colleague.reload();
    await colleague.waitForURL('**/accedi**');
    // The last owner stays: somebody must be able to invite others.
    await desk.getByRole('button', { name: 'Chiudi l’accesso' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Chiudi l’accesso' }).click();
    await desk.getByRole('dialog').getByRole('status').waitFor();
    await desk.getByRole('dialog').getByRole('button', { name: 'Annulla' }).click();
  });

  it('the informativa is written in the office and read by anybody, with nothing in it read as markup', async () => {
    await desk.goto(`${app.url}/ufficio/informativa`);
    const box = desk.getByLabel('Informativa · Italiano');
    await desk.getByRole('button', { name: 'Comincia dal testo di Cerchi' }).first().click();
    expect(await box.inputValue()).toContain('90 giorni dopo l’incontro');
    await box.fill('# Chi siamo\nUnione <b>delle</b> Terre\n\n- una cosa\n- un’altra');
    await desk.getByRole('button', { name: 'Pubblica' }).first().click();
    await desk.getByText('Ora mostra la versione 1', { exact: false }).waitFor();
    await phone.goto(`${app.url}/informativa`);
    await phone.getByRole('heading', { name: 'Chi siamo' }).waitFor();
    await phone.getByText('Unione <b>delle</b> Terre').waitFor();
    expect(await phone.getByRole('listitem').filter({ hasText: 'una cosa' }).count()).toBe(1);
    await phone.getByText('Versione 1', { exact: false }).waitFor();
    await box.fill('');
    await desk.getByRole('button', { name: 'Pubblica' }).first().click();
    // The other languages say all along that they show Cerchi's own text.
    await desk.getByText('Ora mostra la versione 1', { exact: false }).waitFor({ state: 'hidden' });
    await desk.getByText('Ora mostra il testo di Cerchi.').first().waitFor();
    await phone.reload();
    await phone.getByRole('heading', { name: 'Che cosa chiediamo' }).waitFor();
  });

  it('the owner reads who did what, by kind and by person', async () => {
    await desk.goto(`${app.url}/ufficio/registro`);
    const rows = desk.locator('tbody tr');
    expect(await rows.count()).toBeGreaterThan(8);
    await desk.getByLabel('Che cosa cerchi').selectOption('erased');
    await desk.getByRole('button', { name: 'Cerca' }).click();
    await desk.waitForURL('**tipo=erased**');
    expect(await rows.allTextContents()).toHaveLength(3);
    await desk.getByText('testo cancellato definitivamente').waitFor();
    expect(await desk.locator('body').textContent()).not.toMatch(/Zenobia|Quattrocchi|Ortensia/);
    await desk.getByLabel('Che cosa cerchi').selectOption('roles');
    await desk.getByRole('button', { name: 'Cerca' }).click();
    await desk.getByText('Collega · chi programma').waitFor();
    expect(wrong.flat()).toEqual([]);
  });
});
