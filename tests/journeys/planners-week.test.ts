/**
 * Two planners' week: files from others, forty texts read by keyboard, and one code carried all the way to a published
 * proposal that the author of its words finds on her phone; then next year's path.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Replica } from '@/client/replica/replica';
import { codesInUse } from '@/domain/programming/codes';
import { standingOnes } from '@/domain/programming/deed';
import { resourceMap } from '@/domain/programming/resource-map';
import type { Path } from '@/domain/programming/state';
import { until } from '../until';
import { type Assembly, assemble } from './assembly';
import { type App, launch, open, startApp } from './browser';
import { desk, does, invite, linkGathering, openPath, signIn } from './planners';
import { PLAN, QUESTIONNAIRE, REGISTER } from './planners-files';
import { steppedBack } from './seen';
import { newGathering, Visitor } from './visitor';

const HERS = 'Di domenica non c’è un autobus per andare a trovare mia madre all’ospedale.';
let app: App;
let browser: Browser;
let hall: Assembly;
let robot: Replica<Path>;
let code = '';
let anna: Page;
let bruno: Page;
let annas: BrowserContext;
const wrong: string[][] = [];
const PICTURES = process.env.CERCHI_PICTURES;
const picture = async (page: Page, name: string) => {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/week-${name}.png`, fullPage: true });
};

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launch()]);
  const [one, two] = await Promise.all([open(browser, 'desk'), open(browser, 'desk')]);
  wrong.push(one.wrong, two.wrong);
  [anna, bruno, annas] = [one.page, two.page, one.context];
  await signIn(annas, app.url, app.setup ?? '', 'Anna Bianchi');
  await signIn(two.context, app.url, await invite(annas, app.url), 'Bruno Neri');
  code = await openPath(annas, app.url);
  robot = await desk(two.context, app.url, code);
  hall = await heldOpenSpace();
});
afterAll(async () => {
  robot?.close();
  hall?.close();
  await browser?.close();
  await app?.stop();
});

/** An Open Space of one person, who writes a note there, linked to the path. */
async function heldOpenSpace(): Promise<Assembly> {
  const office = new Visitor(app.url);
  office.cookie = (await annas.cookies()).map((c) => `${c.name}=${c.value}`).join('; ');
  const gathering = await newGathering(office, 'Open Space di maggio');
  const held = await assemble(office, gathering, [{ label: 'Chi aspetta', sector: 'gruppi_innovativi' }]);
  await held.hold('changePhase', { phase: 'proposing' });
  await held.act(0, 'proposeTopic', { topic: 'topic-bus-01', title: 'Muoversi la domenica' });
  await held.hold('changePhase', { phase: 'sessions' });
  const note = { note: 'nota-di-lei-01', topic: 'topic-bus-01', kind: 'bisogno', text: HERS };
  await held.act(0, 'writeNote', note);
  await held.hold('changePhase', { phase: 'concluded' });
  const answer = await annas.request.get(`${app.url}/api/gatherings`);
  const { gatherings } = (await answer.json()) as { gatherings: { id: string; code: string }[] };
  await linkGathering(robot, gatherings.find((g) => g.code === gathering)?.id ?? '');
  return held;
}

const path = () => robot.snapshot().confirmed;
const codings = () => standingOnes(path().codings);
const texts = () => new Set(codings().map((c) => c.ref)).size;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first();
const dialog = (page: Page) => page.getByRole('dialog');
/** The dialog is gone, and its entry of the history with it. */
const closed = async (page: Page) => {
  await dialog(page).waitFor({ state: 'hidden' });
  await steppedBack(page);
};
const to = async (page: Page, where: string, heading: string | RegExp) => {
  await page.goto(`${app.url}/percorso/${code}/${where}`);
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
};
const codeNamed = (label: string) => {
  const found = codesInUse(path()).find((c) => c.label === label);
  if (!found) throw new Error(`no code ${label}`);
  return found.id;
};
const firstPaper = () => `${path().id}/paper/${standingOnes(path().papers)[0]?.id}`;
const timesOf = (label: string) => codings().filter((c) => c.codes.includes(codeNamed(label))).length;

describe('a week of two planners', { sequential: true }, () => {
  it('[S21] three files from others come in, each with one column named by hand', async () => {
    await to(anna, 'risorse/importa', 'Risorse');
    await anna.getByLabel('Foglio dei progetti (CSV)').setInputFiles(PLAN);
    await anna.getByText('Non usate: Stanziamento assestato, CUP.').waitFor();
    await anna.getByLabel('Stanziamento assestato').selectOption({ label: 'Totale in euro' });
    // Every amount as understood, and the line that is no project told apart.
    await anna.getByText(/In tutto €.267\.500,50/).waitFor();
    await anna.getByText('Riga 8:').waitFor();
    await picture(anna, 'import');
    await button(anna, 'Importa 4 progetti').click();
    await until('the projects are in', () => standingOnes(path().projects).length === 4);
    expect(resourceMap(path()).columns.non_classificata.cents).toBe(26_750_050);

    await to(anna, 'incontri/soggetti', 'Incontri');
    await button(anna, 'Porta dentro un elenco').click();
    await dialog(anna).getByLabel('Scegli un file').setInputFiles(REGISTER);
    await dialog(anna).getByLabel('TIPOLOGIA PREVALENTE').selectOption({ label: 'Ambito' });
    await dialog(anna).getByText('Musica').first().waitFor();
    await dialog(anna)
      .getByRole('button', { name: /^Porta dentro 3/ })
      .click();
    await until('the associations are in', () => standingOnes(path().organizations).length === 3);
    await closed(anna);
    const sectors = standingOnes(path().organizations).map((o) => o.sector);
    expect(sectors).toEqual(['volontariato', 'volontariato', null]);

    await to(anna, 'raccolta', 'Raccolta');
    await button(anna, 'Importa dalla carta').click();
    await dialog(anna).getByLabel('Scegli un file').setInputFiles(QUESTIONNAIRE);
    await dialog(anna)
      .getByLabel('Che cosa manca oggi nel suo quartiere?')
      .selectOption({ label: 'Testo *' });
    await button(anna, 'Importa 40 testi').click();
    await until('the answers are in', () => standingOnes(path().papers).length === 40);
    await closed(anna);
  });

  it('[S46] forty texts are read and coded by keyboard, by two people at once', async () => {
    const read = async (page: Page, from: number, times: number, name: string) => {
      const paper = standingOnes(path().papers)[from];
      await page.goto(`${app.url}/percorso/${code}/raccolta/${path().id}/paper/${paper?.id}?fonte=paper`);
      await page.getByText(`${from + 1} di 40`).waitFor();
      const keys = page.keyboard;
      // A code by its name, then with one key for each text; nobody waits for the screen between two keys.
      await keys.press('c');
      await keys.type(name);
      await keys.press('Enter');
      await until(`${name} is there`, () => codesInUse(path()).some((c) => c.label === name));
      const digit = (await page.getByRole('option', { name }).locator('kbd').textContent()) ?? '';
      for (let i = 1; i < times; i++) {
        await keys.press('j');
        await keys.press(digit);
      }
      await page.getByText(`${from + times} di 40`).waitFor();
    };
    await Promise.all([read(anna, 0, 20, 'Muoversi'), read(bruno, 20, 20, 'Stare insieme')]).catch((e) => {
      throw new Error(`${texts()} texts have a code: ${e}`);
    });
    await until('every text has its code', () => texts() === 40, 60_000);
    expect([timesOf('Muoversi'), timesOf('Stare insieme'), codings().length]).toEqual([20, 20, 40]);
  });

  it('[S46] a memo is kept, and a code given among the similar words is taken back with one key', async () => {
    const keys = anna.keyboard;
    await keys.press('m');
    await dialog(anna).getByRole('textbox').waitFor();
    await keys.type('come la nota di lei');
    await keys.press('Control+Enter');
    await until('the memo is kept', () => codings().some((c) => c.memo === 'come la nota di lei'));
    await closed(anna);
    // Her note speaks of the bus too; the first five answers do, and the reader goes back to one of them.
    await anna.goto(`${app.url}/percorso/${code}/raccolta/${firstPaper()}`);
    const similar = anna.getByRole('region', { name: 'Parole simili' });
    const hers = similar.locator('li').filter({ hasText: HERS });
    const give = hers.getByRole('button', { name: 'Dai «Muoversi» a questo testo' });
    const ofHers = () => codings().filter((c) => c.ref.endsWith('nota-di-lei-01'));
    await give.focus();
    await keys.press('Enter');
    await until('her note has the code', () => ofHers().length === 1);
    await keys.press('z');
    await until('it is taken back', () => ofHers().length === 0);
    await give.click();
    await until('it is given again', () => ofHers().length === 1);
    // Taken back from the message, it is not taken back a second time by the key.
    await button(anna, 'Annulla').click();
    await until('it is taken back by the message', () => ofHers().length === 0);
    await keys.press('z');
    await anna.getByText('Non c’è niente da annullare').waitFor();
    await give.click();
    await until('it stays', () => ofHers().length === 1);
  });

  it('[S08][S17] the code becomes a need with every quotation, and the need a proposal', async () => {
    await to(anna, `codici/${codeNamed('Muoversi')}`, 'Muoversi');
    await anna.getByText('21 citazioni', { exact: true }).waitFor();
    await button(anna, 'Crea un bisogno').click();
    await anna.waitForURL(/\/bisogni\//);
    await anna.getByRole('heading', { name: 'Muoversi', level: 1 }).waitFor();
    await anna.getByText('21 citazioni', { exact: true }).waitFor();
    await anna.getByLabel('Nuova proposta').fill('Un autobus a chiamata la domenica');
    await anna.getByLabel('Nuova proposta').press('Enter');
    await anna.getByRole('heading', { name: 'Un autobus a chiamata la domenica', level: 1 }).waitFor();
    // Her page draws it before the server has it.
    await until('the proposal is in', () => standingOnes(path().proposals).length === 1);
    expect(standingOnes(path().evidence)).toHaveLength(21);
  });

  it('[S43] two tables become one and two again, with everything that was at each', async () => {
    const [need] = standingOnes(path().needs);
    const [proposal] = standingOnes(path().proposals);
    await does(robot, 'addTable', { id: 'tavolo-strada-01', name: 'Tavolo mobilità', existing: true });
    await does(robot, 'addTable', { id: 'tavolo-soli-0001', name: 'Tavolo anziani', existing: true });
    await does(robot, 'addMember', {
      id: 'persona-al-tavolo',
      table: 'tavolo-soli-0001',
      label: 'Orti insieme',
    });
    await does(robot, 'reviseNeed', { id: need?.id, table: 'tavolo-strada-01' });
    await does(robot, 'reviseProposal', { id: proposal?.id, table: 'tavolo-strada-01' });
    const seats = () => ({
      need: standingOnes(path().needs)[0]?.table,
      proposal: standingOnes(path().proposals)[0]?.table,
      member: standingOnes(path().members)[0]?.table,
      open: standingOnes(path().tables).flatMap((t) => (t.closed ? [] : t.name)),
    });
    const before = seats();
    await to(bruno, 'tavoli', 'Tavoli di lavoro');
    await button(bruno, 'Unisci tavoli').click();
    for (const name of ['Tavolo mobilità', 'Tavolo anziani'])
      await dialog(bruno).getByText(name, { exact: true }).click();
    await dialog(bruno).getByLabel('Nuovo nome').fill('Tavolo muoversi e incontrarsi');
    await dialog(bruno).getByLabel('Motivo').fill('chi non si muove resta solo');
    await dialog(bruno).getByRole('button', { name: 'Unisci tavoli' }).click();
    await until('they are one', () => seats().open.length === 1);
    const one = standingOnes(path().tables).find((t) => !t.closed)?.id;
    expect(seats()).toMatchObject({ need: one, proposal: one, member: one });
    await closed(bruno);
    await button(bruno, 'Annulla').click();
    await until('they are two', () => seats().open.length === 2);
    expect(seats()).toEqual(before);
    await bruno.getByRole('link', { name: 'Tavolo mobilità' }).click();
    await bruno.getByRole('link', { name: 'Un autobus a chiamata la domenica' }).waitFor();
  });

  it('[S48] a goal rests on the proposal, and its indicator is measured', async () => {
    await to(anna, 'obiettivi', /^Obiettivi/);
    await button(anna, 'Nuovo obiettivo').click();
    await dialog(anna).getByLabel('Obiettivo', { exact: true }).fill('Due domeniche al mese entro l’estate');
    await dialog(anna).getByText('Un autobus a chiamata la domenica').click();
    await dialog(anna).getByLabel('Indicatore').fill('domeniche con il servizio');
    await anna.keyboard.press('Control+Enter');
    await closed(anna);
    await anna.getByRole('link', { name: 'Due domeniche al mese', exact: false }).click();
    for (const [value, date] of [
      ['0', '2014-06-01'],
      ['12', '2014-12-15'],
    ] as const) {
      await button(anna, 'Aggiungi un valore').click();
      await dialog(anna).getByRole('textbox', { name: 'Valore' }).fill(value);
      await dialog(anna).getByLabel('Data').fill(date);
      await anna.keyboard.press('Control+Enter');
      await closed(anna);
    }
    await anna.getByRole('img', { name: /^domeniche con il servizio, dal/ }).waitFor();
    // Her page draws them before the server has them.
    await until('the measures are in', () => standingOnes(path().measures).length === 2);
    expect(standingOnes(path().measures).map((m) => [m.kind, m.value])).toEqual([
      ['partenza', 0],
      ['misura', 12],
    ]);
    await picture(anna, 'goal');
  });

  it('[S42] draft until published; the author of the words finds the answer on her phone', async () => {
    const [proposal] = standingOnes(path().proposals);
    await does(robot, 'giveOutcome', {
      id: proposal?.id,
      outcome: 'accolta',
      reason: 'otto uscite in prova',
    });
    const phone = await open(browser, 'phone');
    wrong.push(phone.wrong);
    const [name = '', ...value] = hall.seat.cookie.split('=');
    await phone.context.addCookies([{ name, value: value.join('='), url: app.url }]);
    await phone.page.goto(`${app.url}/i/${hall.code}`);
    await phone.page.getByRole('link', { name: 'Guarda gli esiti' }).click();
    await phone.page.getByRole('heading', { name: 'Esiti: che cosa ne è stato', level: 1 }).waitFor();
    expect(await phone.page.getByText('Un autobus a chiamata la domenica').count()).toBe(0);

    await to(anna, 'restituzione', 'Restituzione');
    for (const words of ['Un autobus a chiamata la domenica', 'Due domeniche al mese'])
      await anna.getByRole('checkbox', { name: words, exact: false }).check();
    await button(anna, 'Pubblica 2').click();
    await dialog(anna).getByLabel('Chi ha deciso').fill('Comitato di Distretto');
    await dialog(anna).getByRole('button', { name: 'Pubblica per tutti' }).click();
    await until('both are public', () => Object.keys(path().published).length === 2);

    await phone.page.reload();
    const line = phone.page.getByRole('listitem').filter({ hasText: HERS });
    await line.getByText('tua', { exact: true }).waitFor();
    await line.getByText('Ha una risposta').waitFor();
    await picture(phone.page, 'phone');
    await line.getByRole('link', { name: 'Vai alla risposta' }).click();
    await expect.poll(() => phone.page.url()).toContain(`#${proposal?.id}`);
    await phone.page.getByText('otto uscite in prova').waitFor();
    await phone.context.close();
  });

  it('[S42] next year opens with what this one leaves, once', async () => {
    await button(anna, 'Apri il percorso 2015').click();
    await anna.waitForURL((url) => url.pathname.startsWith('/percorso/') && !url.pathname.includes(code));
    await anna.getByRole('heading', { name: 'Rimasto aperto dall’anno scorso' }).waitFor();
    const next = anna.url().split('/').at(-1) ?? '';
    const store = await desk(annas, app.url, next);
    const left = store.snapshot().confirmed;
    store.close();
    expect(left.about?.year).toBe(2015);
    expect(standingOnes(left.tables).map((t) => t.name)).toEqual(['Tavolo mobilità', 'Tavolo anziani']);
    expect(standingOnes(left.projects)).toHaveLength(4);
    expect(standingOnes(left.organizations)).toHaveLength(3);
    expect(
      codesInUse(left)
        .map((c) => c.label)
        .sort(),
    ).toEqual(['Muoversi', 'Stare insieme']);
    const again = await annas.request.post(`${app.url}/api/paths`, {
      data: { from: 'last', last: code },
      headers: { accept: 'application/json' },
    });
    expect(await again.json()).toMatchObject({ code: next, already: true });
    expect(wrong.flat()).toEqual([]);
  });
});
