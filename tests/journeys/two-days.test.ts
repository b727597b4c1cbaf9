/**
 * Two days end to end: made from the form, lived on the first, slept over, and gone on with on the second under a later
 * clock. The phones' own clocks stay behind, before every slot, whatever the hour this runs at.
 */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { startApp, takeSeat } from './browser';
import { Journey } from './journey';
import { steppedBack } from './seen';

const DAY_MS = 86_400_000;
const dayOn = (days: number) =>
  new Date(Date.now() + days * DAY_MS).toLocaleDateString('sv-SE', { timeZone: 'Europe/Rome' });
/** From now to the morning of that day, before its first slot, in ms: 8 UTC is 9 or 10 in Rome. */
const toTheMorning = (day: string) => Date.parse(`${day}T08:00Z`) - Date.now();

const today = dayOn(1);
const tomorrow = dayOn(2);
const journey = new Journey('two-days', { ahead: toTheMorning(today) });
const { device, picture, wrong } = journey;

/** As the phone calls a day, `sab 28`. */
const shortDay = (day: string) =>
  new Date(`${day}T12:00Z`).toLocaleDateString('it', { weekday: 'short', day: 'numeric', timeZone: 'UTC' });

/** Inside the window, and inside the line that scrolls sideways. */
const wholeInSight = (e: Element): boolean => {
  const [own, line] = [e.getBoundingClientRect(), e.parentElement?.getBoundingClientRect()];
  return !!line && own.left >= Math.max(0, line.left) && own.right <= Math.min(innerWidth, line.right);
};

type Out = {
  gathering: { days: string[]; slots: { label: string; day: string }[] };
  sessions: { topic: string; slot: string; state: string }[];
  notes: { text: string }[];
};

describe('a gathering of two days', { sequential: true }, () => {
  let code = '';
  let desk: Page;
  let anna: Page;
  let bruno: Page;
  /** Opened and connected: the phones' own clocks are a day behind until then, and what is early is another journey. */
  const to = async (page: Page, where: string) => {
    await page.goto(`${journey.app.url}/i/${code}/${where}`);
    await page.locator('[data-link="live"]').first().waitFor({ state: 'attached' });
  };
  const toPhase = (name: string) => desk.getByRole('button', { name: new RegExp(`^\\d+ ?${name}$`) }).click();
  const propose = async (page: Page, title: string) => {
    await to(page, 'proponi');
    await page.getByLabel('Titolo').fill(title);
    await page.getByRole('button', { name: 'Proponi' }).click();
    await page.getByRole('heading', { name: title }).first().waitFor();
  };
  const announce = async (kind: string, text: string) => {
    const side = desk.getByRole('complementary', { name: 'Schermo della sala' });
    await side.getByLabel('Che notizia è').selectOption({ label: kind });
    await side.getByLabel('Testo dell’avviso').fill(text);
    await side.getByRole('button', { name: 'Invia allo schermo e ai telefoni' }).click();
  };
  const holds = async (page: Page, topic: string, note: string) => {
    await to(page, 'cerchi');
    await page
      .getByRole('link', { name: new RegExp(topic) })
      .first()
      .click();
    await page.waitForURL(/\/cerchio\//);
    await page.getByRole('button', { name: 'Sono qui' }).click();
    await page.getByRole('button', { name: 'Cominciamo' }).click();
    await page.getByLabel('Scrivi una nota').fill(note);
    await page.getByRole('button', { name: 'Aggiungi la nota' }).click();
    await page.getByText(note).last().waitFor();
    await page.getByRole('button', { name: 'È finito' }).click();
  };

  it('is made from the form, with the slots of each day', async () => {
    desk = await journey.office();
    await desk.getByRole('textbox', { name: 'Titolo' }).fill('Due giorni insieme');
    await desk.getByLabel('Domanda guida').fill('Che cosa resta domani?');
    await desk.getByLabel('Giorno').fill(today);
    await desk.getByLabel('Spazi, uno per riga').fill('Tiglio\nGelso');
    await desk.getByRole('button', { name: 'Aggiungi un giorno' }).click();
    expect(await desk.getByLabel('Giorno 2', { exact: true }).inputValue()).toBe(tomorrow);
    await picture(desk, 'office');
    await desk.getByRole('button', { name: 'Crea l’incontro' }).click();
    await desk.waitForURL(/\/regia\/\w+$/);
    code = desk.url().split('/').at(-1) ?? '';
    [anna, bruno] = await Promise.all([device('phone', `/i/${code}`), device('phone', `/i/${code}`)]);
    await takeSeat(anna, 'Anna', 'Volontariato');
    await takeSeat(bruno, 'Bruno', 'Istituzioni');
  });

  it('has its first day: each takes a place, one of them tomorrow, a circle meets, and the evening has its news', async () => {
    await toPhase('Proposta dei temi');
    await propose(anna, 'Un tema di oggi');
    await propose(bruno, 'Un tema di domani');
    await toPhase('Mercato');
    await to(anna, 'griglia/T01');
    // In the evening what is to come stands first: the day is chosen.
    await anna.getByText(new RegExp(`^${shortDay(today)} 10:45`)).click();
    await anna.getByRole('button', { name: 'Metti qui T01' }).first().click();
    await anna.getByRole('link', { name: /T01 Un tema di oggi/ }).waitFor();
    await to(bruno, 'griglia/T02');
    // Both days begin at the same hour: the tabs say which is which.
    await bruno.getByText(new RegExp(`^${shortDay(tomorrow)} 10:45`)).click();
    await picture(bruno, 'phone-grid');
    await bruno.getByRole('button', { name: 'Metti qui T02' }).first().click();
    await bruno.getByRole('link', { name: /T02 Un tema di domani/ }).waitFor();
    await toPhase('Sessioni');
    await holds(anna, 'Un tema di oggi', 'Detto il primo giorno.');
    await to(bruno, 'bacheca');
    await announce('Notizie della sera', 'A domani: si comincia alle 10:45 sotto il tiglio');
    await bruno.getByText('A domani: si comincia alle 10:45 sotto il tiglio').waitFor();
    await picture(bruno, 'phone-evening');
  });

  it('goes on the next morning, on the same phones, with who comes only then', async () => {
    const port = Number(new URL(journey.app.url).port);
    await journey.app.stop();
    journey.app = await startApp({ folder: journey.app.folder, port, ahead: toTheMorning(tomorrow) });
    await desk.goto(`${journey.app.url}/regia/${code}`);
    await desk.locator('[data-link="live"]').first().waitFor({ state: 'attached' });
    await announce('Notizie del mattino', 'Buongiorno: ieri un cerchio, oggi ne aspettiamo altri');
    await to(anna, 'griglia');
    await anna.getByText('Buongiorno: ieri un cerchio, oggi ne aspettiamo altri').waitFor();
    // Yesterday's slots are over: what is to come stands first.
    await anna.getByRole('heading', { name: new RegExp(`${shortDay(tomorrow)} 10:45`) }).waitFor();
    await anna.getByText('T02 Un tema di domani').waitFor();
    const chosen = anna.locator('label:has(input:checked)', { hasText: shortDay(tomorrow) });
    expect(await chosen.evaluate(wholeInSight)).toBe(true);
    const carla = await device('phone', `/i/${code}`);
    await takeSeat(carla, 'Carla', 'Volontariato');
    await propose(carla, 'Un tema del mattino');
    await to(carla, 'griglia/T03');
    await carla.getByRole('button', { name: 'Metti qui T03' }).first().click();
    await carla.getByRole('link', { name: /T03 Un tema del mattino/ }).waitFor();
    await picture(carla, 'phone-second-day');
    await holds(bruno, 'Un tema di domani', 'Detto il secondo giorno.');
    await carla.context().close();
  });

  it('ends with reports, a vote and a record of both days', async () => {
    await toPhase('Notizie');
    for (const [page, topic] of [
      [anna, 'T01'],
      [bruno, 'T02'],
    ] as const) {
      await to(page, `resoconto/${topic}`);
      await page.getByRole('button', { name: 'Parti dalla nota del cerchio' }).click();
      await page.getByLabel('Di che cosa abbiamo parlato').fill(`Il riassunto di ${topic}`);
      await page.getByLabel('Punti di accordo').click();
      await page.getByRole('button', { name: 'Appendi al muro delle notizie' }).click();
      await page.getByText('Il resoconto è sul muro delle notizie').first().waitFor();
    }
    await toPhase('Voto');
    await desk.getByRole('button', { name: 'Apri il voto' }).click();
    await to(anna, 'voto');
    await anna.getByRole('button', { name: 'Aggiungi un pallino a T02' }).click();
    await desk.getByRole('button', { name: 'Chiudi il voto' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Chiudi il voto' }).click();
    await steppedBack(desk);
    await toPhase('Concluso');
    await desk.getByRole('dialog').getByRole('button', { name: 'Concludi', exact: true }).click();
    const book = await device('desk', `/atti/${code}`);
    const long = (day: string) =>
      new Date(`${day}T12:00Z`).toLocaleDateString('it', { dateStyle: 'long', timeZone: 'UTC' });
    await book.getByText(`${long(today)}, ${long(tomorrow)}`).waitFor();
    for (const said of ['Detto il primo giorno.', 'Detto il secondo giorno.', 'Il riassunto di T02'])
      await book.getByText(said).first().waitFor();
    const out = (await (await fetch(`${journey.app.url}/api/export/${code}/tutto.json`)).json()) as Out;
    expect(out.gathering.days).toEqual([today, tomorrow]);
    const dayOf = (topic: string) => {
      const slot = out.sessions.find((s) => s.topic === topic)?.slot;
      return out.gathering.slots.find((s) => s.label === slot)?.day;
    };
    expect(['T01', 'T02', 'T03'].map(dayOf)).toEqual([today, tomorrow, tomorrow]);
    expect(out.notes.map((n) => n.text)).toEqual(['Detto il primo giorno.', 'Detto il secondo giorno.']);
    expect(wrong.flat()).toEqual([]);
  });
});
