/** Rich text pasted on a phone keeps its shape as typed text, can be undone, and is a real list on the record page. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE, SAMPLES } from '../reports/clipboard-samples';
import { type App, launch, open, startApp, takeSeat } from './browser';
import { listeningMeeting } from './listening';
import { allSent, hydrated } from './seen';
import { office } from './visitor';

let app: App;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** Puts both forms on the clipboard, as an office program does. */
const copy = (page: Page, html: string, plain: string): Promise<void> =>
  page.evaluate(
    ([html, plain]) => {
      const put = (e: ClipboardEvent) => {
        e.clipboardData?.setData('text/html', html);
        e.clipboardData?.setData('text/plain', plain);
        e.preventDefault();
      };
      document.addEventListener('copy', put, { once: true, capture: true });
      document.execCommand('copy');
    },
    [html, plain] as const,
  );

describe('a paste', () => {
  it('keeps lists, headings and tables of each program; undo takes it out, and plain text stays plain', async () => {
    const meeting = await listeningMeeting(await office(app.url, app.setup ?? ''));
    const { page, context, wrong } = await open(browser, 'phone', `${app.url}/i/${meeting.code}`);
    await takeSeat(page, 'Chi incolla', 'Volontariato');
    const box = page.getByRole('textbox').first();
    await page.locator('[data-link="live"]').first().waitFor({ state: 'attached' });
    await hydrated(box);
    // The reader of pastes is loaded with the first; while that takes too long, the paste is plain.
    await expect
      .poll(async () => {
        await box.fill('');
        await copy(page, SAMPLES[0]?.html ?? '', 'senza forma');
        await box.focus();
        await page.keyboard.press('Control+V');
        await expect.poll(() => box.inputValue()).not.toBe('');
        return box.inputValue();
      })
      .toBe(SAMPLES[0]?.typed);
    await box.fill('Prima. ');
    for (const { from, html, typed } of SAMPLES) {
      await copy(page, html, `senza forma, da ${from}`);
      await box.focus();
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Control+V');
      await expect.poll(() => box.inputValue(), { message: from }).toBe(`Prima. ${typed}`);
      await page.keyboard.press('Control+Z');
      await expect.poll(() => box.inputValue(), { message: `${from}, undone` }).toBe('Prima. ');
    }
    await copy(page, HOSTILE, '');
    await box.focus();
    await page.keyboard.press('Control+V');
    await expect.poll(() => box.inputValue()).toContain('Titolo');
    await box.fill('');
    await copy(page, '<p>una riga</p><p>due</p>', 'una riga\ndue');
    await box.focus();
    await page.keyboard.press('Control+V');
    expect(await box.inputValue()).toBe('una riga\ndue');
    const [word] = SAMPLES;
    await copy(page, word?.html ?? '', 'solo parole');
    await box.fill('');
    await box.focus();
    await page.keyboard.press('Control+Shift+V');
    expect(await box.inputValue()).toBe('solo parole');
    await box.fill('');
    await page.keyboard.press('Control+V');
    await expect.poll(() => box.inputValue()).toBe(word?.typed);
    await page.getByRole('button', { name: 'Di’ la tua idea' }).click();
    await expect.poll(() => box.inputValue()).toBe('');
    await allSent(page);

    await page.goto(`${app.url}/atti/${meeting.code}`);
    await page.locator('li li li', { hasText: /^solo d’inverno$/ }).waitFor();
    expect(await page.getByRole('link', { name: 'il verbale' }).getAttribute('href')).toBe(
      'https://esempio.it/verbale_(2014)',
    );
    expect(await page.getByRole('columnheader', { name: 'Che cosa' }).count()).toBe(1);
    // The browser reports what the policy blocked in the clipboard's document; nothing of it ran.
    expect(wrong.filter((said) => !said.includes('Content Security Policy'))).toEqual([]);
    await context.close();
    meeting.close();
  });
});
