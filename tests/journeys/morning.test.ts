/** A morning: the office opens, three phones join, the wall shows, the server is killed and restarted. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { startApp, takeSeat } from './browser';
import { Journey } from './journey';

const journey = new Journey('morning');
const { device, picture, wrong } = journey;

async function comeIn(code: string, label: string, sector: string): Promise<Page> {
  const page = await device('phone', `/i/${code}`);
  await takeSeat(page, label, sector);
  await page.waitForURL(new RegExp(`/i/${code}$`));
  return page;
}

async function propose(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: 'Proponi un tema' }).first().click();
  await page.getByLabel('Titolo').fill(title);
  await page.getByRole('button', { name: 'Proponi' }).click();
  await page.getByRole('heading', { name: title }).first().waitFor();
}

// Each step depends on the previous one: after the first failure the rest would only repeat it.
describe('a morning', { sequential: true }, () => {
  let code = '';
  let desk: Page;
  let wall: Page;
  let anna: Page;
  let bruno: Page;
  let carla: Page;

  it('[S51] the office makes its account by the one-time link and opens a gathering', async () => {
    desk = await journey.office();
    await picture(desk, 'desk-office');
    code = await journey.opens(desk, 'Una mattina insieme', 'Che cosa ci sta a cuore?');
    await desk.getByRole('button', { name: 'Passa a: Accoglienza' }).click();
    wall = await device('wall', `/muro/${code}`);
    await wall.getByText('Che cosa ci sta a cuore?').waitFor();
    await picture(wall, 'wall-welcome');
    // The link is used up.
    const again = await device('desk', `/chiave/${journey.app.setup}`);
    await again.getByText('Questo invito è già stato usato o è scaduto').waitFor();
  });

  it('three phones come in with a label and a sector, and the wall counts them', async () => {
    [anna, bruno, carla] = await Promise.all([
      comeIn(code, 'Assistente sociale', 'Operatori sociali'),
      comeIn(code, 'Volontario', 'Volontariato'),
      comeIn(code, 'Caregiver', 'Istituzioni'),
    ]);
    await wall.getByText('3 persone').waitFor();
    await picture(anna, 'phone-home');
  });

  it('[I1][E12] a title is all a topic needs; it is on the wall at once', async () => {
    await desk.getByRole('button', { name: 'Passa a: Cerchio di apertura' }).click();
    await desk.getByRole('button', { name: 'Passa a: Proposta dei temi' }).click();
    await wall.getByText('La bacheca aspetta i vostri temi').waitFor();
    await propose(anna, 'Chi cura chi cura?');
    await wall.getByText('Chi cura chi cura?').waitFor();
    await propose(bruno, 'Il ceto medio che scivola');
    await wall.getByText('Il ceto medio che scivola').waitFor();
    await picture(wall, 'wall-board');
    await picture(anna, 'phone-topic');
  });

  it('[I2][E02] two take one cell: one has it, the other is shown the free ones', async () => {
    await desk.getByRole('button', { name: 'Passa a: Mercato' }).click();
    for (const page of [anna, bruno]) {
      await page
        .getByRole('link', { name: /Scegli posto e orario/ })
        .first()
        .click();
      await page.getByRole('heading', { name: 'Griglia spazi e orari' }).waitFor();
    }
    await picture(anna, 'phone-grid');
    // Both look at the same free cell; Bruno's phone is cut off while Anna takes it.
    await bruno.context().setOffline(true);
    await anna
      .getByRole('button', { name: /Metti qui/ })
      .first()
      .click();
    await wall.getByRole('cell', { name: /T01/ }).waitFor();
    await bruno
      .getByRole('button', { name: /Metti qui/ })
      .first()
      .click();
    await bruno.context().setOffline(false);
    await bruno
      .getByText(/preso|occupato|libero/i)
      .first()
      .waitFor({ timeout: 60_000 });
    await picture(bruno, 'phone-race-lost');
    // An open conflict survives a reload, and each free cell is one tap.
    await bruno.reload();
    await bruno.getByRole('button', { name: 'Turno 1 · Gelso' }).click();
    await wall.getByRole('cell', { name: /T02/ }).waitFor();
  });

  it('[E18] the server is killed while a note is written: it stays on the phone, and arrives once', async () => {
    await desk.getByRole('button', { name: 'Passa a: Sessioni' }).click();
    for (const page of [anna, carla]) {
      await page.getByRole('link', { name: 'Cerchi' }).first().click();
      await page.getByText('Chi cura chi cura?').first().click();
      await page.getByRole('button', { name: 'Sono qui' }).first().click();
    }
    const box = carla.getByLabel('Scrivi una nota');
    const height = async () => (await box.boundingBox())?.height ?? 0;
    const empty = await height();
    await box.fill('riga\n'.repeat(7));
    // Three lines are its least; eight are five more of some 24 px.
    expect((await height()) - empty).toBeGreaterThan(100);
    await box.fill('Prima che si spenga tutto.');
    expect(await height()).toBe(empty);
    await carla.getByRole('button', { name: 'Aggiungi la nota' }).click();
    await carla.getByText('Prima che si spenga tutto.').waitFor();
    await picture(carla, 'phone-circle');
    const port = Number(new URL(journey.app.url).port);
    await journey.app.stop('SIGKILL');
    await carla
      .getByText(/Il server non risponde/)
      .first()
      .waitFor({ timeout: 60_000 });
    await carla.getByLabel('Scrivi una nota').fill('Scritta mentre il server non c’era.');
    await carla.getByRole('button', { name: 'Aggiungi la nota' }).click();
    await carla.getByText('Scritta mentre il server non c’era.').waitFor();
    await picture(carla, 'phone-offline');
    await wall.getByText(/dati delle/).waitFor({ timeout: 60_000 });
    await picture(wall, 'wall-offline');
    journey.app = await startApp({ folder: journey.app.folder, port });
    await carla
      .getByText(/Il server non risponde/)
      .first()
      .waitFor({ state: 'hidden', timeout: 60_000 });
    await expect
      .poll(async () => (await exported()).notes.map((n) => n.text), { timeout: 60_000 })
      .toEqual(['Prima che si spenga tutto.', 'Scritta mentre il server non c’era.']);
    const data = await exported();
    expect([data.seats.length, data.topics.length, data.sessions.length]).toEqual([3, 2, 2]);
    expect(data.sessions.map((s) => s.attended)).toContain(2);
  });

  it('[E23] a note that names somebody is flagged and gone from every phone at once', async () => {
    await anna.goto(carla.url());
    await anna.getByText('Prima che si spenga tutto.').waitFor();
    await anna.getByRole('button', { name: 'Altro su T01-N01' }).click();
    await anna.getByRole('button', { name: 'Segnala un dato personale' }).click();
    await carla
      .getByText(/nascosta/)
      .first()
      .waitFor();
    await desk.getByText('Prima che si spenga tutto.').waitFor();
    await picture(desk, 'desk-regia');
  });

  it('the record reads like a book; the pages said nothing wrong', async () => {
    const page = await device('desk', `/atti/${code}`);
    await page.getByRole('heading', { name: 'Chi cura chi cura?' }).waitFor();
    await picture(page, 'desk-record');
    await page.getByText('Scritta mentre il server non c’era.').waitFor();
    expect(await page.content()).not.toContain('Prima che si spenga tutto.');
    await picture(page, 'desk-record');
    expect(wrong.flat()).toEqual([]);
  });

  type Out = {
    seats: unknown[];
    topics: unknown[];
    sessions: { attended: unknown }[];
    notes: { text: string }[];
  };
  const exported = async (): Promise<Out> =>
    (await (await fetch(`${journey.app.url}/api/export/${code}/tutto.json`)).json()) as Out;
});
