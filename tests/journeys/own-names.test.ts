/** A gathering with strands and sectors of its own, and one with none: from the desk to the door, the phone, the wall and the record. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Journey } from './journey';
import { allSent } from './seen';

const journey = new Journey('own-names');
const { device, picture, wrong } = journey;

async function named(desk: Page, strands: string, sectors: string): Promise<void> {
  await desk.getByRole('button', { name: 'Modifica l’incontro' }).click();
  await desk.getByLabel('Filoni, uno per riga').fill(strands);
  await desk.getByLabel('Ambiti, uno per riga').fill(sectors);
  await picture(desk, 'desk-about');
  await desk.getByRole('button', { name: 'Salva' }).click();
  await desk.getByRole('dialog').waitFor({ state: 'detached' });
  await allSent(desk);
}

async function comeIn(code: string, label: string, sector?: string): Promise<Page> {
  const page = await device('phone', `/i/${code}`);
  await page.getByLabel('Come vuoi farti chiamare?', { exact: false }).fill(label);
  if (sector) await page.getByLabel(sector, { exact: true }).check();
  await picture(page, `door-${label}`);
  await page.getByRole('button', { name: 'Entra' }).first().click();
  await page.waitForURL(/\/i\/\w+$/);
  return page;
}

async function propose(page: Page, code: string, title: string, strand?: string): Promise<void> {
  await page.goto(`${journey.app.url}/i/${code}/proponi`);
  await page.getByLabel('Titolo').fill(title);
  if (strand) await page.getByText(strand, { exact: true }).click();
  else expect(await page.getByText('Filoni').count()).toBe(0);
  await page.getByRole('button', { name: 'Proponi' }).click();
  await page.getByRole('heading', { name: title }).first().waitFor();
}

describe('names of a gathering’s own', { sequential: true }, () => {
  let desk: Page;

  it('stand at the door, on the phone, on the wall and in the record', async () => {
    desk = await journey.office();
    const code = await journey.opens(desk, 'La scuola che vogliamo', 'Com’è una scuola per tutti?');
    await named(desk, 'In classe\nFuori dalla classe', 'Insegnanti\nFamiglie\nStudenti');
    const sara = await comeIn(code, 'Sara', 'Famiglie');
    for (const label of ['Paolo', 'Ines']) await comeIn(code, label, 'Famiglie');
    for (const label of ['Rosa', 'Luca', 'Omar']) await comeIn(code, label, 'Studenti');
    await sara.goto(`${journey.app.url}/i/${code}/io`);
    await sara.getByText('Famiglie').waitFor();
    await propose(sara, code, 'Compiti a casa', 'Fuori dalla classe');
    await sara.goto(`${journey.app.url}/i/${code}/bacheca`);
    await sara.getByText('B – Fuori dalla classe').waitFor();
    const wall = await device('wall', `/muro/${code}?scena=board`);
    await wall.getByText('Fuori dalla classe').waitFor();
    expect(await wall.getByText(/Bisogni|Modalità/).count()).toBe(0);
    await picture(wall, 'wall-board');
    // Sectors are counted for the office alone (E25).
    const book = await desk.context().newPage();
    await book.goto(`${journey.app.url}/atti/${code}`);
    await book.getByText('Famiglie 3').waitFor();
    await book.getByText('Studenti 3').waitFor();
    await book.getByText('Fuori dalla classe').first().waitFor();
    const out = (await (await fetch(`${journey.app.url}/api/export/${code}/tutto.json`)).json()) as {
      gathering: { sectors: { name: string }[]; strands: { name: string }[] };
    };
    expect(out.gathering.sectors.map((s) => s.name)).toEqual(['Insegnanti', 'Famiglie', 'Studenti']);
    expect(out.gathering.strands.map((s) => s.name)).toEqual(['In classe', 'Fuori dalla classe']);
  });

  it('may be none: nobody is asked, and nothing stands where they would', async () => {
    await desk.goto(`${journey.app.url}/ufficio`);
    const fold = desk.getByText('Nuovo incontro').first();
    if (!(await desk.getByRole('textbox', { name: 'Titolo' }).isVisible())) await fold.click();
    const code = await journey.opens(desk, 'Senza caselle', 'Di che cosa parliamo?');
    await named(desk, '', '');
    const page = await comeIn(code, 'Teresa');
    await propose(page, code, 'Un tema qualunque');
    await page.goto(`${journey.app.url}/i/${code}/bacheca`);
    await page.getByText('Un tema qualunque').waitFor();
    expect(await page.getByText(/^[ABC] – /).count()).toBe(0);
    const wall = await device('wall', `/muro/${code}?scena=board`);
    await wall.getByText('Un tema qualunque').waitFor();
    expect(await wall.getByText(/Risultati|Bisogni|Modalità/).count()).toBe(0);
    await picture(wall, 'wall-none');
    // The secretariat does not ask either.
    await desk.goto(`${journey.app.url}/segreteria/${code}`);
    await desk.getByText('Fai entrare una persona').waitFor();
    expect(await desk.getByLabel('Ambito').count()).toBe(0);
    expect(wrong.flat()).toEqual([]);
  });
});
