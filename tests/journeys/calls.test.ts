/** Calls reach people on any page: a turn to speak, the gong, a timer, an announcement, a call for help. */
import { nanoid } from 'nanoid';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOTE_KINDS } from '@/domain/gathering/state/note';
import { sayIn } from '@/i18n/languages';
import { type Assembly, assemble } from './assembly';
import { type App, launch, SIZES, startApp } from './browser';
import { connected, seenBy } from './seen';
import { newGathering, office, type Visitor } from './visitor';

const NAMES = ['Amina', 'Bruno', 'Carla', 'Dino', 'Elsa'];
const PICTURES = process.env.CERCHI_PICTURES;

let app: App;
let browser: Browser;
let by: Visitor;
let hall: Assembly;
let code = '';
const topics = NAMES.slice(0, 4).map(() => nanoid(14));

async function at(
  who: Visitor,
  path: string,
  size: 'phone' | 'desk' = 'phone',
  width?: number,
): Promise<Page> {
  const { page } = await seenBy(browser, who, { lang: 'it', size, width });
  await page.goto(app.url + path);
  await connected(page);
  return page;
}
const picture = async (page: Page, name: string) => {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/calls-${name}.png` });
};

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launch()]);
  by = await office(app.url, app.setup ?? '');
  code = await newGathering(by, 'Di chi è la cura?');
  hall = await assemble(
    by,
    code,
    NAMES.map((label) => ({ label, sector: 'volontariato' })),
  );
  await hall.hold('changePhase', { phase: 'proposing' });
  for (const [n, topic] of topics.entries()) {
    await hall.act(n, 'proposeTopic', { topic, title: `Il tema di ${NAMES[n]}`, strands: ['B'] });
    await hall.act(n, 'joinQueue', { topic });
  }
});
afterAll(async () => {
  hall?.close();
  await browser?.close();
  await app?.stop();
});

describe('the hall calls', { sequential: true }, () => {
  let amina: Page;
  let carla: Page;
  let elsa: Page;
  let desk: Page;
  const session = nanoid(14);

  it('whoever has the floor, wherever they are, and says to the next three how many come before them', async () => {
    amina = await at(hall.seats[0]!, `/i/${code}/bacheca`);
    carla = await at(hall.seats[2]!, `/i/${code}/proponi`, 'phone', 320);
    const dino = await at(hall.seats[3]!, `/i/${code}/io`);
    elsa = await at(hall.seats[4]!, `/i/${code}/griglia`);
    desk = await at(by, `/regia/${code}`, 'desk');
    // Nothing needed in a hurry is below the desk's window, the last of its column least of all.
    const send = desk.getByRole('button', { name: 'Invia allo schermo e ai telefoni' });
    const edges = await send.boundingBox();
    expect((edges?.y ?? 0) + (edges?.height ?? 0)).toBeLessThanOrEqual(SIZES.desk.height);
    await carla.getByText('Parli dopo 2 persone').waitFor();
    const box = carla.getByLabel('Titolo');
    await box.fill('A metà di una frase');
    await box.focus();
    const before = await box.boundingBox();
    await desk.getByRole('button', { name: /Chiama Amina/ }).click();
    await amina.getByText('Tocca a te').waitFor();
    await amina.getByText('Racconta al microfono: T01 Il tema di Amina').waitFor();
    const left = amina.getByText(/^\d+ second[io]$/);
    const seconds = async () => Number.parseInt((await left.textContent()) ?? '', 10);
    const first = await seconds();
    expect(first).toBeLessThanOrEqual(30);
    await expect.poll(seconds).toBeLessThan(first);
    await carla.getByText('Parli dopo una persona').waitFor();
    await dino.getByText('Parli dopo 2 persone').waitFor();
    await desk.getByText('Parla adesso').waitFor();
    await picture(amina, 'turn-390');
    await picture(carla, 'third-320');
    expect(await box.inputValue()).toBe('A metà di una frase');
    expect(Math.abs(((await box.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2);
    expect(await elsa.getByText(/Parli dopo|Tocca a te/).count()).toBe(0);
    // The turn ends on its own, on the phone as at the desk.
    await amina.getByText('Tocca a te').waitFor({ state: 'detached', timeout: 60_000 });
    await desk.getByText('Parla adesso').waitFor({ state: 'detached', timeout: 60_000 });
    await dino.context().close();
  });

  it('an announcement reaches every page, also the home of whoever sits in a circle, and can be closed', async () => {
    await hall.act(0, 'placeTopic', { session, topic: topics[0], slot: 'turno-0000', space: 'spazio-0000' });
    await hall.hold('changePhase', { phase: 'sessions' });
    await hall.act(0, 'startSession', { session });
    await hall.act(0, 'moveTo', { to: session });
    await amina.goto(`${app.url}/i/${code}`);
    await amina.getByRole('heading', { name: 'Il tema di Amina' }).waitFor();
    await hall.hold('announce', {
      announcement: nanoid(14),
      text: 'Il pranzo è pronto in cortile',
      kind: 'avviso',
      minutes: 15,
    });
    for (const page of [amina, carla, elsa]) await page.getByText('Il pranzo è pronto in cortile').waitFor();
    await picture(carla, 'announcement-320');
    expect(await carla.getByLabel('Titolo').inputValue()).toBe('A metà di una frase');
    for (const page of [amina, carla]) {
      await page.getByRole('button', { name: 'Chiudi l’avviso' }).click();
      await page.getByText('Il pranzo è pronto in cortile').waitFor({ state: 'detached' });
    }
  });

  it('an announcement of a usual length is whole at 320 pixels, and a long one unfolds at a tap', async () => {
    const usual =
      'Il pranzo è in cortile, sotto il portico: chi ha allergie lo dica a Teresa prima delle 12.';
    for (const text of [usual, Array(4).fill(usual).join(' ')]) {
      const announcement = nanoid(14);
      await hall.hold('announce', { announcement, text, kind: 'avviso', minutes: 15 });
      const words = carla.getByRole('button', { name: text, exact: true });
      await words.waitFor();
      const cut = () => words.locator('span').evaluate((e) => e.scrollHeight > e.clientHeight + 1);
      expect(await cut()).toBe(text !== usual);
      await words.click();
      expect(await cut()).toBe(false);
      await hall.hold('withdrawAnnouncement', { announcement });
      await words.waitFor({ state: 'detached' });
    }
  });

  it('every kind of note is in sight at 320×568 under the ribbon, in Italian as in Arabic', async () => {
    await hall.act(4, 'moveTo', { to: session });
    const hidden: string[] = [];
    // The convener's page also has the bar of the circle's end.
    for (const lang of ['it', 'ar'])
      for (const [who, seat] of [
        ['convener', hall.seats[0]!],
        ['seated', hall.seats[4]!],
      ] as const) {
        const { page } = await seenBy(browser, seat, { lang, size: 'phone', width: 320 });
        await page.setViewportSize({ width: 320, height: 568 });
        await page.goto(`${app.url}/i/${code}`);
        await connected(page);
        await page.getByRole('button', { name: sayIn(lang)('notice.close') }).click();
        await page.locator('main textarea').first().waitFor();
        await picture(page, `kinds-${lang}-${who}-320`);
        const kinds = page.locator('main fieldset label');
        expect(await kinds.count()).toBe(NOTE_KINDS.length);
        const under = await kinds.evaluateAll((all) =>
          all
            .filter((label) => {
              const { left, top, bottom } = label.getBoundingClientRect();
              const isAt = (y: number) => label.contains(document.elementFromPoint(left + 20, y));
              return !isAt(top + 3) || !isAt(bottom - 3);
            })
            .map((label) => label.textContent),
        );
        hidden.push(...under.map((kind) => `${lang}, ${who}: ${kind}`));
        await page.context().close();
      }
    expect(hidden).toEqual([]);
    await hall.act(4, 'moveTo', { to: 'roaming' });
  });

  it('a timer of the circles is on the phones of that slot alone, the gong on every phone with its meaning', async () => {
    await hall.hold('startTimer', { minutes: 5, purpose: 'circles' });
    await amina.getByRole('timer').getByText('alla fine dei cerchi').waitFor();
    await hall.hold('ringGong', { meaning: 'five_minutes' });
    for (const page of [amina, elsa]) await page.getByText('Gong · Mancano 5 minuti').waitFor();
    await picture(amina, 'timer-gong-390');
    // Messages sent before the gong have come: the timer is not theirs.
    expect(await elsa.getByRole('timer').count()).toBe(0);
    await hall.hold('startTimer', { minutes: 5, purpose: 'break' });
    await elsa.getByRole('timer').getByText('di pausa').waitFor();
  });

  it('a hand raised says who and where at the desk and to whoever helps, and is closed there', async () => {
    const front = await at(by, `/segreteria/${code}`, 'phone');
    await amina.getByRole('button', { name: 'Serve aiuto' }).click();
    await amina.getByText('Qualcuno arriva').waitFor();
    for (const page of [desk, front]) {
      const call = page.getByRole('listitem').filter({ hasText: 'Tiglio · T01' });
      await call.getByText('Amina').waitFor();
    }
    await picture(front, 'help-front-390');
    await picture(desk, 'help-desk');
    expect(await elsa.getByText('Tiglio · T01').count()).toBe(0);
    await desk
      .getByRole('listitem')
      .filter({ hasText: 'Tiglio · T01' })
      .getByRole('button', { name: 'Fatto' })
      .click();
    await amina.getByText('Qualcuno arriva').waitFor({ state: 'detached' });
    for (const page of [desk, front]) await page.getByText('Tiglio · T01').waitFor({ state: 'detached' });
    await amina.getByRole('button', { name: 'Serve aiuto' }).waitFor();
  });
});
