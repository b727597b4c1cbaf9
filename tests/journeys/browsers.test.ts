/**
 * One journey in every browser of this machine: join, propose, write a note, lose the server, write on, and have it
 * delivered.
 */
import { describe, expect, it } from 'vitest';
import { nanoid } from 'nanoid';
import { startApp } from './browser';
import { livingMorning } from './living';
import { office } from './visitor';
import { BROWSERS, type Driven } from './webdriver';

const quoted = (text: string) => JSON.stringify(text);
/** Waits until the page shows it, or fails with what it shows instead. */
async function sees(page: Driven, expression: string, what = expression): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await page.run<boolean>(`Boolean(${expression})`).catch(() => false)) return;
    await new Promise((r) => setTimeout(r, 100));
  }
  throw new Error(
    `never came: ${what}; the page says ${await page.run<string>('document.body.innerText.slice(0, 800)')}`,
  );
}
const says = (page: Driven, words: string) =>
  sees(page, `document.body.innerText.includes(${quoted(words)})`, words);
const write = (page: Driven, field: string, words: string) =>
  page.run(`(() => {
    const field = document.querySelector(${quoted(field)});
    const proto = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(proto.prototype, 'value').set.call(field, ${quoted(words)});
    field.dispatchEvent(new Event('input', { bubbles: true }));
  })()`);
const button = (words: string) =>
  `[...document.querySelectorAll('main button')].find((b) => b.textContent.trim() === ${quoted(words)})`;
async function press(page: Driven, words: string): Promise<void> {
  await sees(page, `${button(words)} && ${button(words)}.getAttribute('aria-disabled') !== 'true'`, words);
  await page.run(`${button(words)}.click()`);
}
const live = (page: Driven) =>
  sees(
    page,
    `document.querySelector('[data-link]') && [...document.querySelectorAll('[data-link]')].every((e) => e.dataset.link === 'live')`,
    'a live page',
  );

describe.each(BROWSERS)('$name', ({ name, missing, open }) => {
  it.skipIf(missing)(
    `[E18] joins, proposes, writes, and what was written without the server arrives when it is back${missing ? ` (skipped: ${missing})` : ''}`,
    async () => {
      let app = await startApp();
      const page = await open();
      try {
        const staff = await office(app.url, app.setup ?? '');
        const hall = await livingMorning(staff);
        const [one, two] = [`Proposta ${nanoid(6)}`, `Nota ${nanoid(6)}`];
        await page.goto(`${app.url}/i/${hall.code}/entra`);
        // An engine may ask for another language than its user's, who then chooses it on the page.
        await sees(page, `document.querySelector('input[name=label]')`, 'the door');
        if ((await page.run<string>('document.documentElement.lang')) !== 'it')
          await page.run(
            `[...document.querySelectorAll('button')].find((b) => b.textContent.trim() === 'Italiano').click()`,
          );
        await sees(page, `document.documentElement.lang === 'it'`, 'the page in Italian');
        await sees(page, `document.querySelector('input[name=label]')`, 'the door in Italian');
        await write(page, 'input[name=label]', `Chi usa ${name}`);
        await page.run(
          `document.querySelector('input[type=radio][name=sector], input[name=sector]')?.click()`,
        );
        await press(page, 'Entra');
        await sees(page, `/\\/i\\/\\w+$/.test(location.pathname)`, 'the first page of a phone');
        await page.goto(`${app.url}/i/${hall.code}/proponi`);
        await live(page);
        await write(page, 'main form input[type=text], main form textarea', one);
        await press(page, 'Proponi');
        await sees(page, `!location.pathname.endsWith('/proponi')`, 'the topic’s own page');
        await says(page, one);
        await page.goto(`${app.url}/i/${hall.code}/cerchio/${hall.session}`);
        await live(page);
        hall.close();
        await app.stop('SIGKILL');
        await sees(
          page,
          `[...document.querySelectorAll('[data-link]')].some((e) => e.dataset.link === 'offline')`,
          'a page that is cut off',
        );
        await write(page, 'main textarea', two);
        await press(page, 'Aggiungi la nota');
        await says(page, two);
        const port = Number(new URL(app.url).port);
        app = await startApp({ folder: app.folder, port });
        await live(page);
        const book = () =>
          fetch(`${app.url}/api/export/${hall.code}/tutto.json`, { headers: { cookie: staff.cookie } }).then(
            (r) => r.text(),
          );
        await expect.poll(book).toContain(two);
        expect(await book()).toContain(one);
        console.log(`${name} ${page.version}: joined, proposed, cut off, healed`);
      } finally {
        await page.close();
        await app.stop();
      }
    },
  );
});
