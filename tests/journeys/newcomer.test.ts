/** From nothing to the first topic on the wall, for a first-time user: one command, then fewer than ten taps. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, launch, open, startApp } from './browser';

let app: App;
let browser: Browser;
let started = 0;
beforeAll(async () => {
  started = Date.now();
  [app, browser] = await Promise.all([startApp({ details: false }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

describe('a newcomer', () => {
  it('has a topic on the wall in fewer than ten taps', async () => {
    const taps: string[] = [];
    const tap = async (what: string, on: Locator) => {
      taps.push(what);
      await on.click();
    };
    const arrive = async (size: 'phone' | 'desk', path: string): Promise<Page> =>
      (await open(browser, size, app.url + path)).page;

    // The terminal printed the link; it opens automatically where there is a screen.
    const desk = await arrive('desk', `/chiave/${app.setup}`);
    await desk.getByLabel('Nome').fill('Chi tiene lo spazio');
    await desk.getByLabel('Password').fill('quattro parole a caso');
    await tap('make the account', desk.getByRole('button', { name: 'Crea l’account' }));
    // The law's five lines, without which nobody comes in.
    for (const field of [/^Titolare/, /^Sede/, /^Recapito/, /^Responsabile/, /^Chi tratta/])
      await desk.getByLabel(field).fill('Unione di prova');
    await tap('say who answers for the data', desk.getByRole('button', { name: 'Salva' }));
    await desk.getByText('Prima di aprire al pubblico').waitFor({ state: 'detached' });
    await desk.getByRole('textbox', { name: 'Titolo' }).fill('Una mattina insieme');
    await desk.getByLabel('Giorno').fill(new Date().toLocaleDateString('sv-SE'));
    await desk.getByLabel('Spazi, uno per riga').fill('Tiglio\nGelso');
    await tap('make the gathering', desk.getByRole('button', { name: 'Crea l’incontro' }));
    const opening = desk.context().waitForEvent('page');
    await tap('open the wall', desk.getByRole('link', { name: 'Apri lo schermo della sala' }));
    const wall = await opening;
    await tap('begin', desk.getByRole('button', { name: /Proposta dei temi$/ }).first());

    const link = await wall.getByRole('img', { name: /\/proponi$/ }).getAttribute('aria-label');
    taps.push('frame the code on the wall');
    const phone = await arrive('phone', new URL(String(link)).pathname);
    await phone.getByLabel('Come vuoi farti chiamare?').fill('Chi comincia');
    await tap('say where from', phone.getByLabel('Volontariato'));
    await tap('come in', phone.getByRole('button', { name: 'Entra' }).first());
    // The code on the wall led to the form, and then to its own screen.
    await phone.waitForURL(/\/proponi$/);
    await phone.getByLabel('Titolo').fill('Da dove cominciamo?');
    await tap('put it up', phone.getByRole('button', { name: 'Proponi' }));
    await wall.getByText('Da dove cominciamo?').waitFor();
    console.log(
      `newcomer: ${taps.length} taps, ${Date.now() - started} ms of a machine's doing: ${taps.join(', ')}`,
    );
    expect(taps.length).toBeLessThan(10);
  });
});
