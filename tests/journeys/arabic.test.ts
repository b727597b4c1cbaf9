/** One phone in Arabic, from right to left, from the door through a topic, a note and a vote; the hall around it stays Italian. */
import { nanoid } from 'nanoid';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayIn } from '@/i18n/languages';
import { type Assembly, assemble } from './assembly';
import { type App, launch, open, startApp } from './browser';
import { misfits } from './fitting';
import { allSent } from './seen';
import { newGathering, office } from './visitor';

const say = sayIn('ar');
const TITLE = 'من يعتني بمن يعتني؟';
const NOTE = 'لا أحد يحل مكاني حين أمرض.';
const PICTURES = process.env.CERCHI_PICTURES;

let app: App;
let browser: Browser;
let hall: Assembly;
let code = '';
let phone: Page;
let wrong: string[];

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launch()]);
  const by = await office(app.url, app.setup ?? '');
  code = await newGathering(by, 'Di chi è la cura?');
  hall = await assemble(by, code, [{ label: 'Amina', sector: 'volontariato' }]);
  await hall.hold('changePhase', { phase: 'proposing' });
});
afterAll(async () => {
  hall?.close();
  await browser?.close();
  await app?.stop();
});

/** The page is in Arabic, runs from right to left, and fits at both widths. */
async function stands(name: string): Promise<void> {
  expect(await phone.locator('html').getAttribute('dir')).toBe('rtl');
  expect(await phone.locator('html').getAttribute('lang')).toBe('ar');
  for (const width of [390, 320]) {
    await phone.setViewportSize({ width, height: 844 });
    // Asked again until what has just come or been resized stands still.
    await expect.poll(() => misfits(phone, { thumb: 44 }), { message: `${name} at ${width} px` }).toEqual([]);
    if (PICTURES) await phone.screenshot({ path: `${PICTURES}/arabic-${name}-${width}.png` });
  }
  await phone.setViewportSize({ width: 390, height: 844 });
}
const to = (where: string) => phone.goto(`${app.url}/i/${code}/${where}`);

describe('a phone in Arabic', { sequential: true }, () => {
  it('chooses its language at the door, and is told that a machine translated it', async () => {
    ({ page: phone, wrong } = await open(browser, 'phone', `${app.url}/i/${code}`));
    await phone.getByRole('button', { name: 'العربية' }).click();
    await phone.getByText(say('language.machine')).waitFor();
    await stands('door');
    await phone.getByLabel(say('join.label')).fill('أمينة');
    await phone.getByLabel(say('sector.volontariato'), { exact: true }).check();
    await phone.getByRole('button', { name: say('join.do'), exact: true }).click();
    await phone.waitForURL(/\/i\/\w+$/);
    await phone.getByText(say('phase.proposing.do')).waitFor();
    await stands('home');
  });

  it('proposes a topic, which the wall shows as it was written', async () => {
    await to('proponi');
    await phone.getByRole('heading', { name: say('propose.title') }).waitFor();
    await stands('propose');
    await phone.locator('main textarea, main input').first().fill(TITLE);
    await phone.getByRole('button', { name: say('propose.do'), exact: true }).click();
    await phone.getByRole('heading', { name: TITLE }).first().waitFor();
    await stands('topic');
    const { page: wall } = await open(browser, 'wall', `${app.url}/muro/${code}?scena=board`);
    await wall.getByText(TITLE).waitFor();
    expect(await wall.locator('html').getAttribute('dir')).toBe('ltr');
    await wall.context().close();
  });

  it('takes a place and writes a note in its circle', async () => {
    await hall.hold('changePhase', { phase: 'market' });
    await to('griglia/T01');
    await phone
      .getByRole('button', { name: say('grid.take', { topic: 'T01' }) })
      .first()
      .click();
    await phone.getByText(say('grid.here')).waitFor();
    await stands('grid');
    await hall.hold('changePhase', { phase: 'sessions' });
    await to('cerchi');
    await phone
      .getByRole('link', { name: new RegExp(TITLE.slice(0, 8)) })
      .first()
      .click();
    await phone.waitForURL(/\/cerchio\//);
    await phone.getByRole('button', { name: say('circle.here') }).click();
    await phone.getByRole('button', { name: say('hold.start') }).click();
    await phone.getByLabel(say('note.label')).fill(NOTE);
    await phone.getByRole('button', { name: say('note.write') }).click();
    await phone.getByText(NOTE).last().waitFor();
    await stands('circle');
  });

  it('reads an announcement and a gong, and gives its dots', async () => {
    await hall.hold('announce', {
      announcement: nanoid(14),
      text: 'Si vota adesso',
      kind: 'avviso',
      minutes: 15,
    });
    await hall.hold('ringGong', { meaning: 'gather' });
    await phone.getByText(say('gong.gather')).waitFor();
    await hall.hold('changePhase', { phase: 'voting' });
    await hall.hold('openVoting', { quota: 3 });
    await to('voto');
    const more = phone.getByRole('button', { name: say('vote.more', { topic: 'T01' }) });
    await more.click();
    await more.click();
    await phone.getByText(say('vote.left', { n: 1 })).waitFor();
    await stands('vote');
    await allSent(phone);
    await hall.hold('closeVoting', {});
    const out = (await (await fetch(`${app.url}/api/export/${code}/tutto.json`)).json()) as {
      topics: { title: string }[];
      notes: { text: string }[];
      votes: { topic: string; phone: number }[];
    };
    expect(out.topics.map((t) => t.title)).toEqual([TITLE]);
    expect(out.notes.map((n) => n.text)).toEqual([NOTE]);
    expect(out.votes).toMatchObject([{ topic: 'T01', phone: 2 }]);
    expect(wrong).toEqual([]);
  });
});
