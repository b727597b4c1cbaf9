/** The map of the hall: hung at the desk by hand and by keys, found on a phone in its circle, seen on a wall. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { Journey } from './journey';
import { takeSeat } from './browser';
import type { Page } from 'playwright-core';

const journey = new Journey('map');

const drawing = async (): Promise<string> => {
  const file = join(mkdtempSync(join(tmpdir(), 'cerchi-map-')), 'piantina.png');
  const walls = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><rect width="1200" height="800" fill="#fdfcf7"/>
    <g fill="none" stroke="#456" stroke-width="10"><path d="M20 20H1180V780H20Z M600 20V500 M20 500H800 M900 500H1180"/></g></svg>`;
  await sharp(Buffer.from(walls)).png().toFile(file);
  return file;
};
/** The middle of a name on the map, as parts of the map's width and height. */
const placeOf = (page: Page, name: string) =>
  page
    .locator('[data-map]')
    .getByText(name, { exact: true })
    .evaluate((pin) => {
      const sheet = pin.closest('[data-map]')!.getBoundingClientRect();
      const own = pin.getBoundingClientRect();
      const x = (own.left + own.width / 2 - sheet.left) / sheet.width;
      const y = (own.top + own.height / 2 - sheet.top) / sheet.height;
      return [Math.round(x * 20) / 20, Math.round(y * 20) / 20];
    });

it('is hung with a picture, a tap and the arrow keys, and says where a circle is on phone and wall', async () => {
  const desk = await journey.office();
  const code = await journey.opens(desk, 'Dove si va', 'Dove?');
  const phone = await journey.device('phone', `/i/${code}/entra`);
  await takeSeat(phone, 'Anna', 'Volontariato');
  const wall = await journey.device('wall', `/muro/${code}?scena=map`);
  await wall.getByText('La piantina si prepara dalla regia.').waitFor();

  const keeping = desk.locator('#part-matrix');
  await keeping.locator('input[type=file]').setInputFiles(await drawing());
  const sheet = keeping.getByRole('button', { name: 'Metti Tiglio sulla piantina' });
  await keeping.getByRole('img', { name: 'Piantina' }).waitFor();
  await sheet.scrollIntoViewIfNeeded();
  const { width = 0, height = 0 } = (await sheet.boundingBox()) ?? {};
  await sheet.click({ position: { x: width * 0.25, y: height * 0.3 } });
  await wall.getByText('Tiglio', { exact: true }).waitFor();
  expect(await placeOf(wall, 'Tiglio')).toEqual([0.25, 0.3]);

  // The second space with the keyboard alone: first in the middle, then where the arrows take it.
  const which = keeping.getByRole('group', { name: 'Scegli uno spazio, poi tocca dov’è' });
  await which.getByText('Gelso', { exact: true }).click();
  await keeping.getByRole('button', { name: 'Metti Gelso sulla piantina' }).focus();
  await desk.keyboard.press('Enter');
  for (let n = 0; n < 8; n++) await desk.keyboard.press('ArrowRight');
  for (let n = 0; n < 6; n++) await desk.keyboard.press('ArrowDown');
  await wall.getByText('Gelso', { exact: true }).waitFor();
  await expect.poll(() => placeOf(wall, 'Gelso')).toEqual([0.7, 0.65]);
  await journey.picture(desk, 'desk');
  await journey.picture(wall, 'wall');

  await phone.goto(`${journey.app.url}/i/${code}/griglia`);
  await phone.getByText('Piantina degli spazi').first().click();
  await phone.getByRole('img', { name: 'Piantina degli spazi' }).waitFor();
  expect(await placeOf(phone, 'Gelso')).toEqual([0.7, 0.65]);
  await journey.picture(phone, 'grid');

  // Taken away, it is gone from all of them.
  await keeping.getByRole('button', { name: 'Togli la piantina' }).click();
  await wall.getByText('La piantina si prepara dalla regia.').waitFor();
  await phone.getByText('Piantina degli spazi').first().waitFor({ state: 'detached' });
  expect(journey.wrong.flat()).toEqual([]);
});
