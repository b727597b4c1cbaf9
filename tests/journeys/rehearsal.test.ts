/** The evening before: a facilitator practises with sixty simulated people, and deletes the rehearsal. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { takeSeat } from './browser';
import { Journey } from './journey';
import { misfits } from './fitting';

const journey = new Journey('rehearsal');
const { device, picture, wrong } = journey;
const RIBBON = 'PROVA — persone e parole non vere';

describe('a rehearsal', { sequential: true }, () => {
  let desk: Page;
  let wall: Page;
  let phone: Page;
  let code = '';
  let path = '';
  let before = '';

  const json = (address: string, body?: unknown) =>
    desk.evaluate(
      async ([to, said]) => {
        const response = await fetch(to, {
          method: said === null ? 'GET' : 'POST',
          headers: { 'content-type': 'application/json', accept: 'application/json' },
          ...(said === null ? {} : { body: said }),
        });
        return response.json() as Promise<Record<string, unknown>>;
      },
      [address, body === undefined ? null : JSON.stringify(body)] as const,
    );
  /** The path's whole state, except for the minute of the request. */
  const pathNow = async (): Promise<string> => {
    const { exportedAt: _, ...all } = await json(`/api/path/${path}/export/tutto.json`);
    return JSON.stringify([all, await json(`/api/path/${path}/said`), await json('/api/gatherings')]);
  };
  const phase = (name: string) => desk.getByRole('button', { name: new RegExp(`^\\d+ ?${name}$`) }).click();
  /** The desk's count beside these words, once it has reached the number. */
  const counted = (label: string, least: number) =>
    desk.waitForFunction(
      ([of, n]) => {
        const numbers = document.querySelector('main')?.textContent ?? '';
        return Number(new RegExp(of).exec(numbers)?.[1] ?? 0) >= n;
      },
      [label, least] as const,
      { timeout: 60_000 },
    );

  it('is opened from the office, beside the true gatherings and apart from them', async () => {
    desk = await journey.office();
    path = String((await json('/api/paths', { from: 'founding' })).code);
    before = await pathNow();
    await desk.getByRole('button', { name: 'Apri una prova' }).click();
    await desk.waitForURL(/\/regia\/\w+$/);
    code = desk.url().split('/').at(-1) ?? '';
    // Over the page, and over the small wall on it.
    await desk.getByRole('complementary', { name: RIBBON }).first().waitFor();
    await desk.getByText('Non c’è ancora nessuna persona simulata.').waitFor();
    wall = await device('wall', `/muro/${code}`);
    await wall.getByRole('complementary', { name: RIBBON }).waitFor();
  });

  it('people come in by themselves, and a true one among them with her phone', async () => {
    await phase('Accoglienza');
    await desk.getByLabel('30 volte più veloce').check({ force: true });
    await desk.getByRole('button', { name: 'Fai entrare 60 persone simulate' }).click();
    await desk.getByText(/Stanno entrando: \d+ su 60/).waitFor();
    await picture(desk, 'desk-coming-in');
    phone = await device('phone', `/i/${code}/entra`);
    await phone.getByRole('complementary', { name: RIBBON }).waitFor();
    await takeSeat(phone, 'Anna, che prova', 'Volontariato');
    await phone.getByRole('complementary', { name: RIBBON }).waitFor();
    await counted('persone(\\d+)', 25);
  });

  it('they follow the moments the facilitator chooses, from topics to actions', async () => {
    await phase('Proposta dei temi');
    await desk.getByText('Ci sono tutte, 60: seguono il momento che scegli.').waitFor({ timeout: 60_000 });
    await wall.getByText('61 persone').waitFor();
    await counted('temi(\\d+)', 8);
    await desk.getByRole('button', { name: /^Chiama / }).click();
    await desk.getByText('Parla adesso').waitFor();
    await picture(wall, 'wall-proposing');
    await desk.getByRole('button', { name: 'Fine del turno' }).click();
    await phase('Mercato');
    await counted('(\\d+)temi su \\d+ hanno un posto', 6);
    await picture(wall, 'wall-market');
    await picture(phone, 'phone-market');
    await phase('Sessioni');
    await counted('note(\\d+)', 5);
    await picture(wall, 'wall-sessions');
    await picture(phone, 'phone-sessions');
    expect(await misfits(desk, { thumb: 0 })).toEqual([]);
    // Everywhere on the desk's long page a ribbon says so.
    await desk.mouse.wheel(0, 5000);
    const mark = await desk.getByRole('banner').getByText('PROVA', { exact: true }).boundingBox();
    expect(mark?.y).toBeGreaterThanOrEqual(0);
    expect(mark?.y).toBeLessThan(60);
    await picture(desk, 'desk-sessions');
    await phase('Voto');
    await desk.getByRole('button', { name: 'Apri il voto' }).click();
    await wall.getByText(/Hanno votato [1-9]\d* su 61/).waitFor();
    await phase('Azioni');
    await wall
      .getByText(/simulata \d+/)
      .first()
      .waitFor({ timeout: 60_000 });
    await picture(wall, 'wall-actions');
  });

  it('stands still when told, and says in its record and its papers what it is', async () => {
    await desk.getByRole('button', { name: 'Metti in pausa' }).click();
    await desk.getByText('60 persone simulate, ferme.').waitFor();
    const record = await device('desk', `/atti/${code}`);
    await record.getByRole('complementary', { name: RIBBON }).waitFor();
    expect(JSON.stringify(await json(`/api/export/${code}/tutto.json`))).toContain('PROVA');
    await record.close();
  });

  it('is thrown away, and the path is as it was', async () => {
    await desk.getByRole('button', { name: 'Elimina la prova' }).click();
    await picture(desk, 'desk-throw-away');
    await desk.getByRole('dialog').getByRole('button', { name: 'Elimina la prova' }).click();
    await desk.waitForURL(/\/ufficio$/);
    expect(await desk.locator(`a[href$="/${code}"]`).count()).toBe(0);
    await desk.getByRole('heading', { name: 'Prove' }).waitFor();
    await phone.getByText(/Non c’è nessun incontro con questo codice/).waitFor();
    await wall.getByText('Questo incontro non c’è più').waitFor();
    expect(await pathNow()).toBe(before);
    await picture(desk, 'office-after');
    expect(wrong.flat()).toEqual([]);
  });
});
