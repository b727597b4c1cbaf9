/** A participant's whole day with a keyboard alone: no step needs a finger, and the focus is never lost or hidden. */
import type { Browser, Page } from 'playwright-core';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, launch, open, startApp } from './browser';
import { focused, Keys } from './keys';
import { type Living, livingMorning, toTheVote } from './living';
import { office } from './visitor';

let app: App;
let browser: Browser;
let living: Living;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launch()]);
  living = await livingMorning(await office(app.url, app.setup ?? ''));
});
afterAll(async () => {
  living?.close();
  await browser?.close();
  await app?.stop();
});

describe('a participant’s day by keyboard alone', { sequential: true }, () => {
  let page: Page;
  let wrong: string[];
  let keys: Keys;
  let recovery = '';
  const heading = (name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor();
  const said = (text: string | RegExp) => page.getByText(text).first().waitFor();

  it('[E40] comes in by the code', async () => {
    ({ page, wrong } = await open(browser, 'phone', app.url));
    keys = new Keys(page, 'participant');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Vai al contenuto');
    await page.keyboard.press('Enter');
    await keys.write('Codice dell’incontro', living.code);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/entra$/);
    await keys.write(/^Come vuoi farti chiamare/, 'Maestra in pensione');
    await keys.choose('Volontariato');
    await keys.press('Entra', { leaves: true });
    await page.waitForURL(/\/i\/\w+$/);
    await page.getByText('Il tuo codice personale').waitFor();
    recovery = (await page.getByText(/^[A-Z0-9]{4} [A-Z0-9]{4}$/).textContent())?.replace(' ', '') ?? '';
    await keys.press('L’ho segnato');
  });

  it('[I1] proposes, asks to say it aloud, and looks into the two sheets', async () => {
    await keys.press('Leggi la bacheca');
    await heading('Bacheca');
    await keys.press('Proponi un tema');
    await heading('Proponi un tema');
    await keys.write('Titolo', 'Chi accompagna chi non chiede?');
    await keys.press(/^Nuovi bisogni emergenti/, { key: 'Space' });
    await keys.press('Proponi');
    await heading('Chi accompagna chi non chiede?');
    await keys.press('Voglio presentarlo a voce');
    await said('Non lo presento più');
    await keys.dialogHolds('Modifica');
    await keys.press('Unire, dividere, lasciare');
    await keys.dialogHolds('Unisci a un altro tema');
  });

  it('[I2] takes a free place, and learns of another’s without losing hers', async () => {
    await keys.press('Scegli posto e orario');
    await heading('Griglia spazi e orari');
    // One slot is shown at a time, and its tab says when it begins: the second, whatever the hour.
    const second = page.getByRole('group', { name: 'Quale turno' }).getByRole('radio').nth(1);
    const label = await second.evaluate(
      (radio: HTMLInputElement) =>
        // biome-ignore lint/performance/useDomNodeTextContent: the name is read as it is laid out, with its gaps
        radio.labels?.[0]?.innerText.trim() ?? '',
    );
    await keys.choose(label);
    await heading(/^Turno 2/);
    await keys.press(/^Metti qui T08.*Turno 2, Quercia/);
    await page
      .getByText(/T08: .*Quercia/)
      .first()
      .waitFor();
  });

  it('marks an interest while the board grows', async () => {
    await keys.press('Bacheca');
    await heading('Bacheca');
    await keys.press(/^Chi cura chi cura/, { kind: 'a' });
    await page.waitForURL(/\/temi\/T02$/);
    await heading(/^Chi cura chi cura/);
    await keys.press(/^Mi interessa/, { key: 'Space' });
    await page.getByRole('button', { name: /Mi interessa/, pressed: true }).waitFor();
    await said('interessa a 1 persona');
  });

  it('goes to a circle and writes; what arrives meanwhile takes neither focus nor words', async () => {
    await keys.press('Cerchi');
    await heading('Cerchi');
    await keys.press(/^T01 /, { kind: 'a' });
    await page.waitForURL(/\/cerchio\//);
    await keys.press('Sono qui');
    await keys.write('Scrivi una nota', 'Chi non chiede ha paura di ');
    await page.evaluate(() => {
      const spoken = { n: 0 };
      Object.assign(window, { spoken });
      const live = '[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"]';
      new MutationObserver((all) => {
        // A screen reader speaks once for changes that come together.
        if (all.some((m) => (m.target instanceof Element ? m.target : m.target.parentElement)?.closest(live)))
          spoken.n += 1;
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    for (let n = 0; n < 50; n++)
      await living.act([0, 3, 4][n % 3] ?? 0, 'writeNote', {
        note: nanoid(14),
        topic: living.topics[0],
        session: living.session,
        kind: 'altro',
        text: `Una voce tra tante, la numero ${n + 1}`,
        anonymous: false,
      });
    await said('Una voce tra tante, la numero 50');
    await living.hold('announce', { announcement: nanoid(14), text: 'Il pranzo è pronto', minutes: 15 });
    await page.waitForTimeout(300);
    const spoken = await page.evaluate(() => (window as unknown as { spoken: { n: number } }).spoken.n);
    expect(spoken).toBeLessThanOrEqual(3);
    expect(await focused(page)).toBe('Scrivi una nota');
    await page.keyboard.type('disturbare');
    expect(await page.getByLabel('Scrivi una nota').inputValue()).toBe(
      'Chi non chiede ha paura di disturbare',
    );
    await keys.choose('Bisogno');
    await keys.press('Aggiungi la nota');
    await said('Chi non chiede ha paura di disturbare');
    expect(await focused(page)).toBe('Aggiungi la nota');
  });

  it('moves on, and from her own circle writes its report', async () => {
    await keys.press('Mi sposto');
    await heading('Cerchi');
    // From the list people move to a current circle; to their own, whose slot is later, from its page.
    await keys.press(/^Mi sposto qui Chi cura chi cura/);
    await said('Sei qui');
    await keys.press(/^T08 /, { kind: 'a' });
    await page.waitForURL(/\/cerchio\//);
    await heading(/^Chi accompagna/);
    await keys.press('Mi sposto qui');
    await keys.press('Cominciamo');
    await keys.press('È finito');
    await said('finito');
    await keys.press('Apri il resoconto');
    await keys.press('Parti da un foglio bianco');
    await keys.write(/^Di che cosa abbiamo parlato/, 'Si chiede aiuto a chi si conosce.');
    await page.keyboard.press('Tab');
    await keys.dialogHolds('Aggiungi un punto');
    await keys.press('Appendi al muro delle notizie');
    await said('È sul muro delle notizie');
  });

  it('[I7] gives all her dots, and takes one back', async () => {
    await toTheVote(living);
    await keys.press('Adesso');
    await keys.press('Vai al voto');
    await heading('Voto a pallini');
    for (let n = 0; n < 5; n++) await keys.press('Aggiungi un pallino a T02');
    await said('Ti restano 0 pallini');
    expect(await focused(page)).toBe('Aggiungi un pallino a T02');
    await keys.press('Togli un pallino da T02');
    await said('Ti resta 1 pallino');
  });

  it('joins an action', async () => {
    await keys.press('Adesso');
    await keys.press('Gruppi d’azione');
    await heading('Gruppi d’azione');
    await keys.dialogHolds('Avvia un’azione');
    await keys.press('Ci sto', { key: 'Space' });
    await said('Ci sei');
  });

  it('[E15][E35] leaves the phone to another, comes back by her code, and goes without a trace', async () => {
    await keys.press('Io');
    await heading('Maestra in pensione');
    await keys.dialogHolds('Cambia persona');
    await keys.press('Cambia persona');
    await heading('Lasciare questo telefono a un’altra persona?');
    await said(`${recovery.slice(0, 4)} ${recovery.slice(4)}`);
    await page.keyboard.press('Tab');
    await keys.press('Cambia persona', { leaves: true });
    await page.waitForURL(/\/entra$/);
    await keys.write('Codice personale', recovery);
    await keys.press('Riprendi il tuo posto', { leaves: true });
    await page.waitForURL(/\/i\/\w+$/);
    await keys.press('Io');
    await heading('Maestra in pensione');
    await keys.dialogHolds('Cancella i miei dati');
    await keys.press('Cancella i miei dati');
    await keys.press('Sì, cancella', { leaves: true });
    await page.waitForURL((url) => !url.pathname.endsWith('/io'));
    expect(keys.trouble).toEqual([]);
    expect(wrong).toEqual([]);
  });
});
