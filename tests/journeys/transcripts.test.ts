/**
 * From the code to the vote, as somebody hears it who does not see it: each page's transcript is kept in `transcripts/`
 * and read by a person. `TRANSCRIPTS=new` writes them again.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, launch, open, startApp, takeSeat } from './browser';
import { type Living, livingMorning, toTheVote } from './living';
import { connected, seenBy, settled } from './seen';
import { listen, saidByItself, spoken } from './spoken';
import { office, type Visitor } from './visitor';

let app: App;
let browser: Browser;
let page: Page;
let staff: Visitor;
let living: Living;
let wrong: string[];
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launch()]);
  staff = await office(app.url, app.setup ?? '');
  living = await livingMorning(staff);
  ({ page, wrong } = await open(browser, 'phone'));
  await listen(page);
});
afterAll(async () => {
  living?.close();
  await browser?.close();
  await app?.stop();
});

const at = (path: string): string => `${app.url}/i/${living.code}${path}`;

/** Compares with the kept transcript, once what the page waits for has come, or writes it. Returns it. */
async function heard(name: string, of = page): Promise<string> {
  const file = new URL(`transcripts/${name}.txt`, import.meta.url);
  const alone: string[] = [];
  const now = async (): Promise<string> => {
    const said = await saidByItself(of, living.code);
    // Said only where an answer or the link is slow.
    alone.push(...said.filter((words) => !/In viaggio: arriva|Il server non risponde/.test(words)));
    return `${await spoken(of, living.code)}${alone.map((words) => `! ${words}\n`).join('')}`;
  };
  if (process.env.TRANSCRIPTS === 'new') {
    // Written once it has been the same for two seconds: answers of the server change what is said.
    let [text, same] = [await now(), 0];
    while (same < 4) {
      await of.waitForTimeout(500);
      const next = await now();
      [text, same] = [next, next === text ? same + 1 : 0];
    }
    writeFileSync(file, text);
  }
  const kept = readFileSync(file, 'utf8');
  const message = `${name}: after a meant change, run again with TRANSCRIPTS=new and read it`;
  await expect.poll(now, { message }).toBe(kept);
  return kept;
}

describe('what is heard from the code to the vote', { sequential: true }, () => {
  it('1. a wrong code is said in the title and at the field that has the focus, with what was typed', async () => {
    await page.goto(app.url);
    await page.getByRole('textbox').fill('NIENTE');
    await page.getByRole('button', { name: 'Entra', exact: true }).click();
    await page.waitForURL(/rifiuto=/);
    await page.waitForLoadState('load');
    const said = await heard('1-wrong-code');
    expect(said).toMatch(/^# Errore: /);
    expect(said).toMatch(/textbox .*NIENTE.*invalid.*focused|textbox .*NIENTE.*focused.*invalid/);
  });

  it('2. the door says each question with its hint and what is optional', async () => {
    await settled(page, at('/entra'));
    const said = await heard('2-door');
    expect(said).toContain('Unione di prova');
    expect(said).not.toMatch(/\p{L}facoltativo/u);
  });

  it('3. the first page says the moment and what one can do in it', async () => {
    await takeSeat(page, 'Chi ascolta', 'Volontariato');
    await connected(page);
    await page.getByText('Il tuo codice personale').waitFor();
    await heard('3-home');
  });

  it('4. a topic without a title is refused at its field', async () => {
    await settled(page, at('/proponi'));
    await page.getByRole('button', { name: 'Proponi', exact: true }).click();
    await page.locator('[aria-invalid]').waitFor();
    const said = await heard('4-no-title');
    expect(said).toMatch(/textbox .*invalid.*focused|textbox .*focused.*invalid/);
  });

  it('5. a topic says its number, its title, and what the button of interest changes', async () => {
    await page.getByRole('textbox', { name: /^Titolo/ }).fill('Chi accompagna chi non chiede?');
    await page.getByRole('button', { name: 'Proponi', exact: true }).click();
    await page.waitForURL(/\/temi\//);
    await page.getByRole('heading', { name: /Chi accompagna/ }).waitFor();
    await settled(page, at('/temi/T02'));
    await page.getByRole('button', { name: /Mi interessa/ }).click();
    await page.getByRole('button', { name: /Mi interessa/, pressed: true }).waitFor();
    const said = await heard('5-topic');
    expect(said).toMatch(/button .*interessa.*pressed/);
  });

  it('6. the grid says of each free place its space and hour', async () => {
    await settled(page, at('/griglia/T08'));
    const second = page.getByRole('group', { name: 'Quale turno' }).getByRole('radio').nth(1);
    await second.check({ force: true });
    await page.getByRole('heading', { name: /^Turno 2/ }).waitFor();
    const said = await heard('6-place');
    expect(said).toMatch(/button “Metti qui T08.*Turno 2/);
    await page.getByRole('button', { name: /^Metti qui T08.*Turno 2, Quercia/ }).click();
    await page
      .getByText(/T08: .*Quercia/)
      .first()
      .waitFor();
  });

  it('7. a circle says who is there, each note with its kind, and the field to write one', async () => {
    await settled(page, at(`/cerchio/${living.session}`));
    await page.getByRole('button', { name: 'Sono qui' }).click();
    // A later message would take its place.
    await page
      .getByRole('region', { name: 'Avvisi brevi' })
      .getByText(/^Sei in/)
      .waitFor();
    await page.getByLabel('Scrivi una nota').fill('Chi non chiede ha paura di disturbare');
    await page.getByLabel('Bisogno').check({ force: true });
    await page.getByRole('button', { name: 'Aggiungi la nota' }).click();
    await page.getByText('Chi non chiede ha paura di disturbare').first().waitFor();
    await heard('7-circle');
  });

  it('8. the vote names each button after the topic it changes, and says how many dots are left', async () => {
    await toTheVote(living);
    await settled(page, at('/voto'));
    await page.getByRole('button', { name: 'Aggiungi un pallino a T02' }).click();
    await page.getByText('Ti restano 4 pallini').first().waitFor();
    const said = await heard('8-vote');
    expect(said.match(/button “(Aggiungi|Togli) un pallino (a|da) T\d\d/g)?.length).toBeGreaterThan(13);
  });

  it('9. the desk of whoever holds the day, and the wall of the hall', async () => {
    for (const [name, path, size] of [
      ['9-desk', `/regia/${living.code}`, 'desk'],
      ['10-wall', `/muro/${living.code}?scena=voting`, 'wall'],
    ] as const) {
      const { page: other, context } = await seenBy(browser, staff, { lang: 'it', size });
      await listen(other);
      await settled(other, app.url + path);
      await connected(other);
      await heard(name, other);
      await context.close();
    }
  });

  it('has made no error', () => expect(wrong).toEqual([]));
});
