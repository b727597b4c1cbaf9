/** A facilitator's whole day with a keyboard alone: from the link in the terminal to the sealed record. */
import type { Browser, Page } from 'playwright-core';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Replica } from '@/client/replica/replica';
import type { Gathering } from '@/domain/gathering/state';
import { device, join_, until } from '../server/house';
import { type App, launch, open, startApp } from './browser';
import { focused, Keys } from './keys';

let app: App;
let browser: Browser;
let phone: Replica<Gathering> | undefined;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launch()]);
});
afterAll(async () => {
  phone?.close();
  await browser?.close();
  await app?.stop();
});

describe('a facilitator’s day by keyboard alone', { sequential: true }, () => {
  let page: Page;
  let wall: Page;
  let wrong: string[];
  let keys: Keys;
  let code = '';
  const topics = [nanoid(14), nanoid(14)];
  const onWall = (text: string | RegExp) => wall.getByText(text).first().waitFor();
  const phase = (name: string) => keys.press(`Passa a: ${name}`);
  const does = async (type: string, ask: object) => {
    phone?.ask(type, ask);
    await until(type, () => phone?.snapshot().outbox.length === 0, 60_000);
  };

  it('[E40] comes in by the key and opens a gathering', async () => {
    ({ page, wrong } = await open(browser, 'desk', `${app.url}/chiave/${app.setup}`));
    keys = new Keys(page, 'facilitator');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Vai al contenuto');
    await keys.write('Nome', 'Chi tiene lo spazio');
    await keys.write('Password', 'quattro parole a caso');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/ufficio$/);
    await keys.write('Titolo', 'A mani sulla tastiera');
    await keys.write('Domanda guida', 'Che cosa cambiamo insieme?');
    await keys.to('Giorno');
    // The same in every order of day and month.
    await page.keyboard.type('11112026');
    await keys.write('Spazi, uno per riga', 'Tiglio');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Gelso');
    await keys.press('Crea l’incontro', { leaves: true });
    await page.waitForURL(/\/regia\/\w+$/);
    code = page.url().split('/').at(-1) ?? '';
    ({ page: wall } = await open(browser, 'wall', `${app.url}/muro/${code}`));
    const joined = await join_(app.url, code, 'Volontario', {});
    phone = device(app.url, code, joined.cookie);
    await until('the phone is in', () => phone?.snapshot().link === 'live', 60_000);
  });

  it('walks through the moments, and calls who waits to speak', async () => {
    await phase('Accoglienza');
    await onWall('1 persona');
    await phase('Cerchio di apertura');
    await phase('Proposta dei temi');
    for (const [n, topic] of topics.entries()) {
      await does('proposeTopic', { topic, title: `Un tema, il numero ${n + 1}`, line: '', strands: [] });
      await does('joinQueue', { topic });
    }
    await keys.press(/^Chiama Volontario/);
    await wall.getByRole('heading', { name: 'Un tema, il numero 1' }).waitFor();
    await keys.press('Fine del turno');
  });

  it('announces, measures the time, rings the gong', async () => {
    await keys.write('Testo dell’avviso', 'Il pranzo è pronto');
    // Somebody proposes meanwhile: it does not disturb the person who is writing.
    await does('withdrawTopic', { topic: topics[1] });
    await does('restoreTopic', { topic: topics[1] });
    expect(await focused(page)).toBe('Testo dell’avviso');
    await keys.press('Invia allo schermo e ai telefoni');
    await onWall('Il pranzo è pronto');
    await keys.press('5 min');
    // One band: the announcement takes the place of what follows.
    await wall.locator('[data-timer]').getByText('Il pranzo è pronto').waitFor();
    await keys.press('Si cambia');
    await onWall('Gong');
    await keys.press('Ferma');
    await keys.press('Togli l’avviso');
  });

  it('[E40] sees what has the focus also when a message rises over it', async () => {
    await keys.to(/^Nascondi/);
    const low = () =>
      page.evaluate(() => {
        const at = document.activeElement;
        scrollBy(0, (at?.getBoundingClientRect().bottom ?? 0) - innerHeight + 30);
        const gong = [...document.querySelectorAll('button')].find((b) => b.textContent === 'Si cambia');
        gong?.click();
      });
    await low();
    await page.getByText('Gong: suona sullo schermo').first().waitFor();
    await keys.still('a message over the focus');
    expect(keys.trouble).toEqual([]);
  });

  it('adds an hour and a place, and lets the circles go', async () => {
    await phase('Mercato');
    const state = phone?.snapshot().view;
    await does('placeTopic', {
      session: nanoid(14),
      topic: topics[0],
      slot: state?.slots[0]?.id,
      space: state?.spaces[0]?.id,
    });
    await keys.write('Nuovo spazio', 'Sotto il portico');
    await keys.press('Aggiungi spazio');
    await page.getByText('Sotto il portico').first().waitFor();
    await phase('Sessioni');
    await phase('Notizie');
    await phase('Lettura');
  });

  it('[I7] opens the vote, writes the paper down, closes it', async () => {
    await phase('Voto');
    await keys.press('Apri il voto');
    await does('placeDots', { topic: topics[0], dots: 3 });
    await keys.dialogHolds('Registra i pallini di carta');
    await keys.dialogHolds('Chiudi il voto');
    await keys.press('Chiudi il voto');
    await keys.press('Chiudi il voto', { kind: 'button' });
    await wall.getByRole('heading', { name: 'Dov’è l’energia' }).waitFor();
  });

  it('[E26] concludes and seals', async () => {
    await phase('Azioni');
    await phase('Cerchio di chiusura');
    await keys.press(/^Una parola per chiudere/, { key: 'Space' });
    await keys.press(/Concluso$/);
    await keys.press('Concludi', { kind: 'button' });
    await keys.dialogHolds('Sigilla gli atti');
    await keys.press('Sigilla gli atti');
    await keys.press('Sigilla gli atti', { kind: 'button' });
    await page.getByText(/Sigillati il/).waitFor();
    await keys.still('the seal');
    expect(keys.trouble).toEqual([]);
    expect(wrong).toEqual([]);
  });
});
