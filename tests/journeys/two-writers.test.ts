/** Two phones in one report: whatever the order, with and without a network, no word of either is lost in silence. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { takeSeat } from './browser';
import { Journey } from './journey';
import { allSent } from './seen';

const journey = new Journey('two-writers');
const { device, picture, wrong } = journey;
const SUMMARY = 'Di che cosa abbiamo parlato';

async function comeIn(code: string, label: string): Promise<Page> {
  const page = await device('phone', `/i/${code}`);
  await takeSeat(page, label, 'Volontariato');
  await page.waitForURL(new RegExp(`/i/${code}$`));
  return page;
}

const box = (page: Page) => page.getByLabel(SUMMARY);
const holds = async (page: Page, text: string) => expect.poll(() => box(page).inputValue()).toBe(text);

describe('two who write one report', { sequential: true }, () => {
  let anna: Page;
  let bruno: Page;

  it('[E28] leave one field at the same instant: the second is asked, beside the other’s words', async () => {
    const desk = await journey.office();
    const code = await journey.opens(desk, 'Due che scrivono', 'Che cosa ci sta a cuore?');
    [anna, bruno] = await Promise.all([comeIn(code, 'Anna'), comeIn(code, 'Bruno')]);
    await anna.goto(`${journey.app.url}/i/${code}/proponi`);
    await anna.getByLabel('Titolo').fill('Un orario per chi lavora');
    await anna.getByRole('button', { name: 'Proponi' }).click();
    await anna.getByRole('heading', { name: 'Un orario per chi lavora' }).waitFor();
    await bruno.goto(`${journey.app.url}/i/${code}/temi/T01`);
    await bruno.getByRole('button', { name: 'Lo porto avanti anch’io' }).click();
    // Anna's open questions are at the top of every page.
    await anna.goto(`${journey.app.url}/i/${code}/bacheca`);
    await anna.getByRole('button', { name: 'Sì, insieme' }).click();
    for (const page of [anna, bruno]) await page.goto(`${journey.app.url}/i/${code}/resoconto/T01`);
    await anna.getByRole('button', { name: 'Parti da un foglio bianco' }).click();
    await box(bruno).waitFor();
    await box(anna).fill('Le parole di Anna');
    await box(bruno).fill('Le parole di Bruno');
    await Promise.all([box(anna).blur(), box(bruno).blur()]);
    const asks = (page: Page) => page.getByRole('button', { name: 'Tieni la mia' });
    await expect.poll(async () => (await asks(anna).count()) + (await asks(bruno).count())).toBe(1);
    const [loser, words, other] =
      (await asks(anna).count()) === 1
        ? [anna, 'Le parole di Anna', 'Le parole di Bruno']
        : [bruno, 'Le parole di Bruno', 'Le parole di Anna'];
    await picture(loser, 'phone-conflict');
    await holds(loser, words);
    await loser.getByText(other).first().waitFor();
    await loser.getByRole('button', { name: 'Tieni tutte e due' }).click();
    for (const page of [anna, bruno]) await holds(page, `${other}\n${words}`);
  });

  it('[E28] one saves without a network while the other writes, and reloads before the network is back', async () => {
    await anna.context().setOffline(true);
    await box(anna).fill('Anna, senza rete');
    await box(anna).blur();
    await box(bruno).fill('Bruno, con la rete');
    await box(bruno).blur();
    await allSent(bruno);
    await anna.context().setOffline(false);
    await anna.getByRole('button', { name: 'Tieni la mia' }).waitFor();
    await anna.reload();
    await anna.getByRole('button', { name: 'Tieni la mia' }).waitFor();
    await holds(anna, 'Anna, senza rete');
    await anna.getByRole('button', { name: 'Tieni la mia' }).click();
    for (const page of [anna, bruno]) await holds(page, 'Anna, senza rete');
  });

  it('[E28] one goes to another page before the refusal: it is shown there, with the other’s words and three ways', async () => {
    await anna.context().setOffline(true);
    await box(anna).fill('Anna, e poi altrove');
    await box(anna).blur();
    await anna.getByRole('link', { name: 'Bacheca' }).click();
    await anna.getByRole('heading', { name: 'Bacheca', level: 1 }).waitFor();
    await box(bruno).fill('Bruno, di nuovo');
    await box(bruno).blur();
    await allSent(bruno);
    await anna.context().setOffline(false);
    const asked = anna.getByRole('region', { name: 'Da decidere' });
    for (const words of ['Anna, e poi altrove', 'Bruno, di nuovo']) await asked.getByText(words).waitFor();
    for (const way of ['Tieni la mia', 'Tieni quella di Bruno', 'Tieni tutte e due'])
      await asked.getByRole('button', { name: way }).waitFor();
    await picture(anna, 'phone-conflict-elsewhere');
    expect(anna.url()).toMatch(/bacheca$/);
    await asked.getByRole('button', { name: 'Tieni quella di Bruno' }).click();
    await asked.getByRole('button').first().waitFor({ state: 'detached' });
    await anna.goBack();
    for (const page of [anna, bruno]) await holds(page, 'Bruno, di nuovo');
  });

  it('Back over an open dialog closes the dialog, and what was typed in it is there again', async () => {
    await anna
      .getByRole('button', { name: /Aggiungi/ })
      .first()
      .click();
    const dialog = anna.getByRole('dialog');
    await dialog.getByRole('textbox').first().fill('una riga a metà');
    await anna.goBack();
    await dialog.waitFor({ state: 'hidden' });
    expect(anna.url()).toMatch(/resoconto\/T01$/);
    await anna
      .getByRole('button', { name: /Aggiungi/ })
      .first()
      .click();
    await expect.poll(() => dialog.getByRole('textbox').first().inputValue()).toBe('una riga a metà');
    expect(wrong.flat()).toEqual([]);
  });
});
