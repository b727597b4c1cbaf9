/** A full day: four phones, a totem, the desk and the wall, from check-in to the sealed book. */
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { takeSeat } from './browser';
import { Journey, PASSPHRASE } from './journey';
import { allSent, hydrated } from './seen';

const journey = new Journey('day');
const { device, picture, wrong } = journey;

async function propose(page: Page, code: string, title: string): Promise<void> {
  await page.goto(`${journey.app.url}/i/${code}/proponi`);
  await page.getByLabel('Titolo').fill(title);
  await page.getByRole('button', { name: 'Proponi' }).click();
  await page.getByRole('heading', { name: title }).first().waitFor();
}

// Each step depends on the previous one: after the first failure the rest would only repeat it.
describe('a full day', { sequential: true }, () => {
  let code = '';
  let desk: Page;
  let wall: Page;
  let totem: Page;
  let anna: Page;
  let bruno: Page;
  let carla: Page;
  let dino: Page;
  const to = (page: Page, where: string) => page.goto(`${journey.app.url}/i/${code}/${where}`);
  const phase = (name: string) => desk.getByRole('button', { name: `Passa a: ${name}`, exact: true }).click();
  const toPhase = (name: string) => desk.getByRole('button', { name: new RegExp(`^\\d+ ?${name}$`) }).click();
  /** Joins a circle from its row; rows of the list have the same button. */
  const sitIn = async (page: Page, title: string) => {
    await to(page, 'cerchi');
    await page
      .getByRole('link', { name: new RegExp(title) })
      .first()
      .click();
    await page.waitForURL(/\/cerchio\//);
    await page.getByRole('heading', { level: 1, name: new RegExp(title) }).waitFor();
    await page.getByRole('button', { name: 'Sono qui' }).click();
  };

  it('[S51] check-in: four phones by the code, one person at the totem, all counted on the wall', async () => {
    desk = await journey.office();
    code = await journey.opens(desk, 'Un giorno intero', 'Quale welfare vogliamo costruire insieme?');
    await phase('Accoglienza');
    wall = await device('wall', `/muro/${code}`);
    await desk.getByRole('button', { name: 'Modifica l’incontro' }).click();
    await desk.getByLabel('Wi-Fi della sala').fill('Sala civica');
    await desk.getByRole('button', { name: 'Salva' }).click();
    await wall.getByText('Prima entra nel Wi-Fi: Sala civica').waitFor();
    [anna, bruno, carla, dino] = (await Promise.all(
      [1, 2, 3, 4].map(() => device('phone', `/i/${code}`)),
    )) as [Page, Page, Page, Page];
    await Promise.all([
      takeSeat(anna, 'Assistente sociale', 'Operatori sociali'),
      takeSeat(bruno, 'Volontario', 'Volontariato'),
      takeSeat(carla, 'Caregiver', 'Gruppi innovativi'),
      takeSeat(dino, 'Sindacalista', 'Altri punti di vista'),
    ]);
    await wall.getByText('4 persone').waitFor();
    await picture(wall, 'wall-01-welcome');
  });

  it('[E14][I9] the totem is left to everybody, takes a person in, and comes back to the start', async () => {
    totem = await device('desk', `/accedi?poi=/totem/${code}`);
    await totem.getByLabel('Nome').fill('Chi tiene lo spazio');
    await totem.getByLabel('Password').fill(PASSPHRASE);
    await totem.getByRole('button', { name: 'Entra' }).click();
    await totem.getByRole('button', { name: 'Usa questo dispositivo come totem' }).click();
    await totem.getByRole('link', { name: 'Non sono in elenco' }).click();
    await takeSeat(totem, 'Nonna volontaria', 'Volontariato');
    await wall.getByText('5 persone').waitFor();
    await picture(totem, 'totem-01-in');
    await totem.getByRole('button', { name: 'Ho finito' }).click();
    await totem.getByRole('button', { name: 'Nonna volontaria' }).waitFor();
    await picture(totem, 'totem-02-start');
  });

  it('opening and proposing: the principles, then a title said aloud in the light of the wall', async () => {
    await phase('Cerchio di apertura');
    await wall.getByText('La legge dei due piedi').waitFor();
    await picture(wall, 'wall-02-principles');
    await phase('Proposta dei temi');
    await propose(anna, code, 'Chi cura chi cura?');
    await anna.getByRole('button', { name: 'Voglio presentarlo a voce' }).click();
    await propose(bruno, code, 'Il ceto medio che scivola');
    await propose(carla, code, 'Nuovi impoverimenti nel ceto medio');
    await propose(dino, code, 'Perdere il lavoro a 50 anni');
    await wall.getByText('4 temi').waitFor();
    await picture(wall, 'wall-03-board');
    await desk.getByRole('button', { name: /^Chiama / }).click();
    await wall.getByRole('heading', { name: 'Chi cura chi cura?' }).waitFor();
    await picture(wall, 'wall-04-aloud');
    await desk.getByRole('button', { name: 'Fine del turno' }).click();
  });

  it('[I5] market: two topics become one by both conveners’ will, the others take their cells', async () => {
    await phase('Mercato');
    const merge = async () => {
      await to(carla, 'temi/T03');
      await carla.getByText('Unire, dividere, lasciare').click();
      await carla.getByRole('button', { name: 'Unisci a un altro tema' }).click();
      await carla.getByRole('button', { name: /T02 Il ceto medio/ }).click();
      await to(bruno, 'temi/T02');
      await bruno.getByRole('button', { name: 'Accetto' }).click();
      await carla.getByText('Unito a').first().waitFor();
    };
    await merge();
    // E10: regretted at once, either undoes it; then done after all.
    await bruno.getByRole('button', { name: 'Torna a due temi' }).click();
    await carla.getByText('Unito a').first().waitFor({ state: 'detached' });
    await merge();
    for (const [page, topic] of [
      [anna, 'T01'],
      [bruno, 'T02'],
      [dino, 'T04'],
    ] as const) {
      await to(page, `griglia/${topic}`);
      await page
        .getByRole('button', { name: `Metti qui ${topic}` })
        .first()
        .click();
      await wall.getByRole('cell', { name: new RegExp(topic) }).waitFor();
    }
    await to(dino, 'temi/T04');
    await dino.getByText('Unire, dividere, lasciare').click();
    await dino.getByRole('button', { name: 'Dividi in due' }).click();
    await dino.getByRole('dialog').getByLabel('Titolo').fill('Perdere il lavoro a 20 anni');
    await dino.getByRole('dialog').getByRole('button', { name: 'Proponi' }).click();
    await to(dino, 'temi/T05');
    await dino.getByText('Nato da T04').waitFor();
    // E14: a person without a phone asks the secretariat, which places their topic, and undoes it when they change
    // their mind.
    const counter = await desk.context().newPage();
    await counter.goto(`${journey.app.url}/segreteria/${code}`);
    await hydrated(counter.getByLabel('Persona'));
    await counter.getByLabel('Persona').selectOption('Nonna volontaria');
    await counter.getByLabel('Titolo').fill('Chi accompagna chi non chiede?');
    await counter.getByRole('button', { name: 'Proponi il tema' }).click();
    await counter.getByLabel('Posto e orario').selectOption({ index: 1 });
    await counter.getByRole('button', { name: 'Dai questo posto' }).click();
    // The message with the way back stays while the pointer is on it.
    await counter.getByRole('button', { name: 'Annulla' }).hover();
    await wall.getByRole('cell', { name: /T06/ }).waitFor();
    await picture(counter, 'desk-00-secretariat');
    await counter.getByRole('button', { name: 'Annulla' }).click();
    await wall.getByRole('cell', { name: /T06/ }).waitFor({ state: 'detached' });
    await counter.close();
    await to(carla, 'temi/T01');
    await carla.getByRole('button', { name: /Mi interessa/ }).click();
    await totem.getByRole('button', { name: 'Nonna volontaria' }).click();
    await totem.waitForURL(/\/i\//);
    await to(totem, 'temi/T01');
    await totem.getByRole('button', { name: /Mi interessa/ }).click();
    await to(anna, 'temi/T01');
    await anna.getByText('interessa a 2 persone').waitFor();
    await picture(bruno, 'phone-01-grid');
    await picture(wall, 'wall-05-matrix');
    await desk.goto(`${journey.app.url}/stampa/${code}`);
    await desk.getByRole('heading', { name: 'Chi cura chi cura?' }).waitFor();
    await picture(desk, 'desk-01-print');
    await desk.goto(`${journey.app.url}/regia/${code}`);
  });

  it('[E04][I6] sessions: circles begin by their conveners’ hand; notes from phones and totem', async () => {
    await phase('Sessioni');
    for (const [page, title] of [
      [anna, 'Chi cura chi cura'],
      [bruno, 'Il ceto medio'],
      [dino, 'Perdere il lavoro'],
    ] as const) {
      await sitIn(page, title);
      await page.getByRole('button', { name: 'Cominciamo' }).click();
    }
    await sitIn(carla, 'Chi cura chi cura');
    // Her turn at the totem ends after 45 quiet seconds.
    await totem.goto(`${journey.app.url}/totem/${code}`);
    await totem.getByRole('button', { name: 'Nonna volontaria' }).click();
    await totem.waitForURL(/\/i\//);
    await sitIn(totem, 'Chi cura chi cura');
    await carla.getByText('Bisogno', { exact: true }).click();
    await carla.getByLabel('Scrivi una nota').fill('Se vengo al tavolo, chi sta con mia madre?');
    await carla.getByRole('button', { name: 'Aggiungi la nota' }).click();
    // The record has them in the order in which they reach the server.
    await anna.getByText('Se vengo al tavolo, chi sta con mia madre?').waitFor();
    await totem.getByLabel('Scrivi una nota').fill('Il condominio ha fatto da rete.');
    await totem.getByRole('button', { name: 'Aggiungi la nota' }).click();
    await anna.getByText('Il condominio ha fatto da rete.').waitFor();
    await wall.getByRole('img', { name: '3 persone qui' }).waitFor();
    await picture(wall, 'wall-06-now');
    await picture(anna, 'phone-02-circle');
    await totem.getByRole('button', { name: 'Ho finito' }).click();
    await totem.getByRole('heading', { name: 'Chi sei?' }).waitFor();
    for (const page of [anna, bruno, dino]) await page.getByRole('button', { name: 'È finito' }).click();
  });

  it('reports: begun from the circle’s notes, hung on the wall, and who has not yet is nudged gently', async () => {
    await phase('Notizie');
    await to(anna, 'resoconto/T01');
    await anna.getByRole('button', { name: /Parti dalle 2 note/ }).click();
    await anna
      .getByLabel('Di che cosa abbiamo parlato')
      .fill('Chi cura è solo: servono tempo e sostituzioni.');
    await anna.getByLabel('Punti di accordo').click();
    await anna.getByRole('button', { name: 'Appendi al muro delle notizie' }).click();
    await wall.getByText('Chi cura è solo: servono tempo e sostituzioni.').waitFor();
    await to(dino, 'resoconto/T04');
    await dino.getByRole('button', { name: 'Parti da un foglio bianco' }).click();
    await dino.getByText('Solo chi l’ha proposto').click();
    await dino.getByRole('button', { name: 'Appendi al muro delle notizie' }).click();
    await wall.getByText('2 resoconti su 3').waitFor();
    await desk.getByText('2 appesi su 3').waitFor();
    await desk.getByText('Da verificare: 2').click();
    const verify = () => desk.getByRole('button', { name: 'Segna come verificato' }).first().click();
    await verify();
    await desk.getByText('Da verificare: 1').waitFor();
    // E27: the wrong one, undone at once; then the right one.
    await desk.getByRole('region', { name: 'Risposte' }).getByRole('button', { name: 'Annulla' }).click();
    await desk.getByText('Da verificare: 2').waitFor();
    await verify();
    await desk.getByText('Da verificare: 1').waitFor();
    await picture(wall, 'wall-07-news');
    await picture(anna, 'phone-03-report');
    await to(carla, 'notizie');
    await carla.getByText('Chi cura è solo: servono tempo e sostituzioni.').waitFor();
    await picture(carla, 'phone-04-news');
  });

  it('[E36] a photograph that should not hang is taken off from the desk, and its file goes with it', async () => {
    await to(anna, 'resoconto/T01');
    const buffer = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#c8b89a' } })
      .png()
      .toBuffer();
    const picker = anna.locator('input[type=file]');
    await hydrated(picker);
    await picker.setInputFiles({ name: 'foglio.png', mimeType: 'image/png', buffer });
    const hung = anna.getByAltText('Foto di un cartellone del cerchio');
    await hung.waitFor();
    const file = journey.app.url + (await hung.getAttribute('src'));
    expect((await fetch(file)).status).toBe(200);
    await desk.getByRole('button', { name: 'Togli la foto T01' }).click();
    await picture(desk, 'desk-02-photo');
    await desk.getByRole('dialog').getByRole('button', { name: 'Togli la foto' }).click();
    await desk.getByText('Foto tolta da T01').waitFor();
    await hung.waitFor({ state: 'detached' });
    expect((await fetch(file)).status).toBe(404);
  });

  it('[I7][E20] convergence: secret dots by phone and on paper; totals only at closing', async () => {
    await phase('Lettura');
    await picture(wall, 'wall-08-reading');
    await to(carla, '');
    await phase('Voto');
    // A phase is not a vote: until it is opened, nobody is sent to it, and the desk says what is missing.
    await carla.getByText('Tra poco si apre il voto').waitFor();
    expect(await carla.getByRole('link', { name: 'Vai al voto' }).count()).toBe(0);
    await desk.getByText('I telefoni aspettano').waitFor();
    await desk.getByRole('button', { name: 'Apri il voto' }).click();
    await carla.getByRole('link', { name: 'Vai al voto' }).click();
    await carla.getByRole('heading', { name: 'Voto a pallini' }).waitFor();
    for (const [page, topic, n] of [
      [anna, 'T01', 5],
      [bruno, 'T02', 3],
      [carla, 'T01', 2],
    ] as const) {
      await to(page, 'voto');
      for (let i = 0; i < n; i++)
        await page.getByRole('button', { name: `Aggiungi un pallino a ${topic}` }).click();
      await allSent(page);
    }
    await wall.getByText('Hanno votato 3 su 5').waitFor();
    await picture(wall, 'wall-09-voting');
    await picture(carla, 'phone-05-vote');
    await desk.getByRole('button', { name: 'Registra i pallini di carta' }).click();
    const paper = desk.getByRole('dialog');
    await paper.getByLabel(/T04/).fill('5');
    await paper.getByRole('button', { name: 'Registra i pallini di carta' }).click();
    await wall.getByText('Hanno votato 4 su 5').waitFor();
    await desk.getByRole('button', { name: 'Chiudi il voto' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Chiudi il voto' }).click();
    await wall.getByRole('heading', { name: 'Dov’è l’energia' }).waitFor();
    await wall.getByText('4 persone hanno votato').waitFor();
    await picture(wall, 'wall-10-results');
    await picture(desk, 'desk-02-regia');
  });

  it('action groups: who begins, who joins', async () => {
    await phase('Azioni');
    await to(anna, 'azioni');
    await anna.getByRole('button', { name: 'Avvia un’azione' }).click();
    await anna.getByLabel('Che cosa', { exact: true }).fill('Una rete di sostituzioni');
    await anna.getByLabel(/Prossimo passo/).fill('Elenco di chi ci sta');
    await anna.getByRole('button', { name: 'Salva' }).click();
    await to(bruno, 'azioni');
    await bruno.getByRole('button', { name: 'Ci sto' }).click();
    await wall.getByRole('img', { name: '1 adesione' }).waitFor();
    // E21: clustered by one convener; another takes theirs out again.
    await bruno.getByRole('button', { name: 'Raggruppa temi simili' }).click();
    const laying = bruno.getByRole('dialog');
    await laying.getByLabel('Un nome per il gruppo').fill('Chi cura e chi scivola');
    for (const topic of [/^T01/, /^T02/]) await laying.getByText(topic).click();
    await laying.getByRole('button', { name: 'Salva' }).click();
    await bruno.getByText('T01 + T02').waitFor();
    await anna.getByRole('button', { name: 'Cambia il gruppo' }).click();
    await picture(anna, 'phone-05-group');
    await anna.getByRole('dialog').getByText(/^T01/).click();
    await anna.getByRole('dialog').getByRole('button', { name: 'Salva' }).click();
    await bruno.getByText('T01 + T02').waitFor({ state: 'detached' });
    await bruno.getByText('Chi cura e chi scivola').first().waitFor();
    await picture(wall, 'wall-11-actions');
    await picture(bruno, 'phone-06-actions');
  });

  it('closing: a quiet wall, a word each, and the day again in a minute', async () => {
    await phase('Cerchio di chiusura');
    await wall.getByRole('heading', { name: 'Cerchio di chiusura' }).waitFor();
    await desk.getByRole('switch', { name: /Una parola per chiudere/ }).check();
    await to(carla, '');
    await carla.getByLabel('Una parola per chiudere').fill('coraggio');
    await carla.getByRole('button', { name: 'Invia' }).click();
    await wall.getByText('coraggio').waitFor();
    await picture(wall, 'wall-12-quiet');
    await toPhase('Concluso');
    // Nobody can know any more who did secret deeds: it asks first.
    await desk.getByRole('dialog').getByRole('button', { name: 'Concludi', exact: true }).click();
    await wall.getByRole('heading', { name: 'La giornata in un minuto' }).waitFor();
    await wall.getByRole('list', { name: 'Bacheca' }).getByText('T04').waitFor({ timeout: 60_000 });
    await picture(wall, 'wall-13-replay');
  });

  it('[E26][S50] the record is sealed: it reads like a book, anyone can check it, nobody adds to it', async () => {
    await desk.getByRole('button', { name: 'Sigilla gli atti' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Sigilla gli atti' }).click();
    await desk.getByText(/Sigillati il/).waitFor();
    const book = await device('desk', `/atti/${code}`);
    for (const said of [
      'Chi cura è solo',
      'Il condominio ha fatto da rete.',
      'Solo chi l’ha proposto',
      'coraggio',
    ])
      await book.getByText(said).first().waitFor();
    const hash = (await book.locator('#sigillo').textContent())?.match(/[a-f0-9]{64}/)?.[0];
    await picture(book, 'desk-03-record');
    const data = (await (await fetch(`${journey.app.url}/api/export/${code}/tutto.json`)).json()) as Out;
    expect(data.gathering.frozen.hash).toBe(hash);
    expect(data.votes).toEqual([
      { topic: 'T01', phone: 7, paper: 0 },
      { topic: 'T02', phone: 3, paper: 0 },
      { topic: 'T04', phone: 0, paper: 5 },
    ]);
    expect(data.topics.map((t) => t.mergedInto)).toEqual([null, null, 'T02', null, null, null]);
    expect(data.notes.map((n) => [n.text, n.origin])).toEqual([
      ['Se vengo al tavolo, chi sta con mia madre?', 'telefono'],
      ['Il condominio ha fatto da rete.', 'totem'],
    ]);
    await to(bruno, 'proponi');
    await bruno.getByLabel('Titolo').fill('Troppo tardi');
    await bruno.getByRole('button', { name: 'Proponi' }).click();
    await bruno
      .getByText(/atti sono chiusi|sigillat/i)
      .first()
      .waitFor();
    await picture(bruno, 'phone-07-sealed');
    expect(wrong.flat()).toEqual([]);
  });

  type Out = {
    gathering: { frozen: { hash: string } };
    topics: { mergedInto: string | null }[];
    notes: { text: string; origin: string }[];
    votes: { topic: string; phone: number; paper: number }[];
  };
});
