/** How many people a space holds: written in the form, corrected at the desk, read on phone and wall; it stops nobody. */
import { expect, it } from 'vitest';
import { takeSeat } from './browser';
import { Journey } from './journey';
import { SECOND_RUNS, fill, fullHall } from './full-hall';
import { steppedBack } from './seen';
import { Visitor } from './visitor';

const journey = new Journey('capacity');

it('[E41] goes from the desk to phone and wall, and a fuller circle is joined all the same', async () => {
  const desk = await journey.office();
  const by = new Visitor(journey.app.url);
  by.cookie = (await desk.context().cookies()).map((c) => `${c.name}=${c.value}`).join('; ');
  const hall = await fullHall(by, SECOND_RUNS);
  const { code } = hall;
  for (let n = 10; n < 19; n++) await hall.act(n, 'markInterest', { topic: hall.topics[1], on: true });
  await fill(hall);
  await desk.goto(`${journey.app.url}/regia/${code}`);
  const keeping = desk.locator('#part-matrix');
  for (const [name, people] of [
    ['Sala grande', '40'],
    ['Biblioteca', '6'],
    ['Saletta blu', '8'],
  ] as const) {
    await keeping.getByRole('button', { name: `Modifica ${name}` }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByLabel('Quante persone ci stanno').fill(people);
    if (name === 'Biblioteca') await journey.picture(desk, 'dialog');
    await dialog.getByRole('button', { name: 'Salva' }).click();
    await keeping.getByText(`${people} posti`).waitFor();
    await steppedBack(desk);
  }
  await journey.picture(desk, 'desk');
  const phone = await journey.device('phone', `/i/${code}/entra`);
  await takeSeat(phone, 'Zita', 'Volontariato');
  await phone.goto(`${journey.app.url}/i/${code}/griglia`);
  await phone.getByText('6 posti').first().waitFor();
  await journey.picture(phone, 'grid');
  await phone.goto(`${journey.app.url}/i/${code}/cerchi`);
  const full = phone.getByText(/^\d+ persone ora · 6 posti$/).first();
  await full.waitFor();
  await journey.picture(phone, 'circles');
  const row = phone.getByRole('listitem').filter({ has: full });
  await row.getByRole('button').click();
  await row.getByText('Sei qui').waitFor();
  await row.getByRole('link').first().click();
  await phone
    .getByText(/^\d+ persone ora · 6 posti$/)
    .first()
    .waitFor();
  await journey.picture(phone, 'circle');
  await phone.goto(`${journey.app.url}/i/${code}/bacheca`);
  await phone
    .getByText(/Biblioteca · 6 posti/)
    .first()
    .waitFor();
  await journey.picture(phone, 'board');
  for (const scene of ['now', 'matrix']) {
    const wall = await journey.device('wall', `/muro/${code}?scena=${scene}`);
    await wall
      .getByText(/6 posti/)
      .first()
      .waitFor();
    await journey.picture(wall, `wall-${scene}`);
  }
  hall.close();
  expect(journey.wrong.flat()).toEqual([]);
});
