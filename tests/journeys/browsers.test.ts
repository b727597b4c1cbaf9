/**
 * One journey in every browser of this machine: join, propose, lose the server, write on, have it delivered, vote, and
 * look at it on a wall, a desk and in the record. At the end it prints the table of docs/browsers.md.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { nanoid } from 'nanoid';
import { startApp } from './browser';
import { livingMorning, toTheVote } from './living';
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
/** A button with these words, or with this label; it may have a line of explanation besides. */
const buttonIn = (place: string, words: string) =>
  `[...document.querySelectorAll(${quoted(place)})]
    .flatMap((e) => [...e.querySelectorAll('button')])
    .find((b) => [b, ...b.querySelectorAll('*')].some((e) => e.textContent.trim() === ${quoted(words)}) || b.getAttribute('aria-label') === ${quoted(words)})`;
/** Presses the button with these words or this label. `place`: a selector of what it is in. */
async function press(page: Driven, words: string, place = 'main'): Promise<void> {
  const button = buttonIn(place, words);
  await sees(page, `${button} && ${button}.getAttribute('aria-disabled') !== 'true'`, words);
  await page.run(`${button}.click()`);
}
const live = (page: Driven) =>
  sees(
    page,
    `document.querySelector('[data-link]') && [...document.querySelectorAll('[data-link]')].every((e) => e.dataset.link === 'live')`,
    'a live page',
  );
/** The sync machine's trace of a phone that was opened with `?traccia`, read on its own page without a reload. */
async function traceOf(page: Driven): Promise<string> {
  await page.run(`document.querySelector('nav a[href$="/io"]').click()`);
  await sees(page, `location.pathname.endsWith('/io')`, 'the page of the trace');
  return page.run<string>('document.querySelector("main").textContent');
}

const STEPS = {
  join: 'a phone joins by the link of the room',
  propose: 'proposes a topic, which is on its page at once',
  cut: 'writes a note in a circle while the server is gone',
  heal: 'the note arrives when the server is back, without a reload',
  vote: 'gives dots, and takes one back',
  wall: 'a wall counts who has voted',
  desk: 'a desk signs in and closes the vote',
  record: 'the record has the topic and the note',
} as const;
type Step = keyof typeof STEPS;
/** The steps that each browser has done, with its version. */
const done = new Map<string, { version: string; steps: Set<Step> }>();

afterAll(() => {
  const cell = (name: string, step: Step) =>
    done.has(name) ? (done.get(name)?.steps.has(step) ? 'passes' : 'fails') : 'not run';
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const heads = BROWSERS.map(({ name }) => `${name} ${done.get(name)?.version ?? ''}`.trim());
  const steps = Object.entries(STEPS) as [Step, string][];
  const lines = [
    row(['Step', ...heads]),
    row(['Step', ...heads].map(() => '---')),
    ...steps.map(([step, words]) => row([words, ...BROWSERS.map(({ name }) => cell(name, step))])),
  ];
  console.log(lines.join('\n'));
});

describe.each(BROWSERS)('$name', ({ name, missing, open }) => {
  it.skipIf(missing)(
    `[E18] joins, proposes, writes, what was written without the server arrives when it is back; votes, and it is shown${missing ? ` (skipped: ${missing})` : ''}`,
    async () => {
      let app = await startApp();
      const page = await open();
      const steps = new Set<Step>();
      done.set(name, { version: page.version, steps });
      let close = () => {};
      try {
        const staff = await office(app.url, app.setup ?? '');
        const hall = await livingMorning(staff);
        close = hall.close;
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
        steps.add('join');
        await page.goto(`${app.url}/i/${hall.code}/proponi`);
        await live(page);
        await write(page, 'main form input[type=text], main form textarea', one);
        await press(page, 'Proponi');
        await sees(page, `!location.pathname.endsWith('/proponi')`, 'the topic’s own page');
        await says(page, one);
        steps.add('propose');
        await page.goto(`${app.url}/i/${hall.code}/cerchio/${hall.session}?traccia`);
        await live(page);
        await app.stop('SIGKILL');
        await sees(
          page,
          `[...document.querySelectorAll('[data-link]')].some((e) => e.dataset.link === 'offline')`,
          'a page that is cut off',
        );
        await write(page, 'main textarea', two);
        await press(page, 'Aggiungi la nota');
        await says(page, two);
        steps.add('cut');
        const port = Number(new URL(app.url).port);
        app = await startApp({ folder: app.folder, port });
        const book = () =>
          fetch(`${app.url}/api/export/${hall.code}/tutto.json`, { headers: { cookie: staff.cookie } }).then(
            (r) => r.text(),
          );
        try {
          await live(page);
          // Rarely: an account that asks every 50 ms is refused from the 400th time on, and would never see it come.
          await expect.poll(async () => (await book()).includes(two), { interval: 500 }).toBe(true);
        } catch (cause) {
          throw new Error(`the note never arrived; the phone's trace:\n${await traceOf(page)}`, { cause });
        }
        expect(await book()).toContain(one);
        steps.add('heal');
        await toTheVote(hall);
        await page.goto(`${app.url}/i/${hall.code}/voto`);
        await live(page);
        const dots = (n: number) =>
          sees(page, `document.querySelector('main li output span')?.textContent === '${n}'`, `${n} dots`);
        await press(page, 'Aggiungi un pallino a T01');
        await dots(1);
        await press(page, 'Aggiungi un pallino a T01');
        await dots(2);
        await press(page, 'Togli un pallino da T01');
        await dots(1);
        steps.add('vote');
        await page.goto(`${app.url}/muro/${hall.code}`);
        await says(page, `Hanno votato ${hall.people} su ${hall.people + 1}`);
        steps.add('wall');
        await page.goto(`${app.url}/accedi`);
        await sees(page, `document.querySelector('input[type=password]')`, 'the form to sign in');
        await write(page, 'input[name=name]', 'Chi tiene lo spazio');
        await write(page, 'input[type=password]', 'quattro parole a caso');
        await page.run(`document.querySelector('input[type=password]').form.requestSubmit()`);
        await sees(page, `location.pathname.startsWith('/ufficio')`, 'the office');
        await page.goto(`${app.url}/regia/${hall.code}`);
        await live(page);
        await press(page, 'Chiudi il voto');
        await press(page, 'Chiudi il voto', 'dialog[open]');
        // The dialog takes its own entry out of the history, which would abort a navigation begun before.
        await sees(
          page,
          `!document.querySelector('dialog[open]') && !history.state?.dialog`,
          'the desk again',
        );
        await page.goto(`${app.url}/muro/${hall.code}`);
        await says(page, `${hall.people} persone hanno votato`);
        steps.add('desk');
        await page.goto(`${app.url}/atti/${hall.code}`);
        await says(page, one);
        await says(page, two);
        steps.add('record');
      } finally {
        close();
        await page.close();
        await app.stop();
      }
    },
  );
});
