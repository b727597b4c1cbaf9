/** The clock that ages go by: lived time moves it, a believable absence or a person does, a wrong date does not. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '@/server/database/store';
import { dateOf, TrustedClock } from '@/server/upkeep/trusted-clock';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const TODAY = Date.UTC(2026, 10, 29, 9, 0);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cerchi-clock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A machine whose clock can be set wrong, and a database on it or on a server. */
function machine({ remote = false, lastWritten = 0 } = {}) {
  const m = { real: TODAY, wrong: 0, away: false, settings: new Map<string, string>() };
  const settings = {
    get: (key: string) => m.settings.get(key) ?? null,
    set(key: string, value: string) {
      if (m.away) throw new Error('away');
      m.settings.set(key, value);
    },
  };
  const store = { files: remote ? {} : null, settings, lastWritten: () => lastWritten } as unknown as Store;
  const start = () =>
    new TrustedClock(
      folder,
      store,
      () => m.real + m.wrong,
      () => m.real - TODAY + 7,
    );
  const ledger = () => JSON.parse(readFileSync(join(folder, 'clock'), 'utf8')) as { trusted: number };
  return { m, start, ledger };
}

describe('the clock that ages go by', () => {
  it('begins at what the log was last written at, or else at the machine’s own clock', () => {
    expect(machine().start().now()).toBe(TODAY);
    rmSync(join(folder, 'clock'));
    const { m, start } = machine({ lastWritten: TODAY - 400 * DAY });
    const clock = start();
    expect(clock.now()).toBe(TODAY - 400 * DAY);
    expect(clock.leap()).toEqual({ days: 400, today: '2026-11-29' });
    m.real += HOUR;
    expect(clock.now()).toBe(TODAY - 400 * DAY + HOUR);
  });

  it.each([
    ['four days', 4 * DAY, 4 * DAY, null],
    ['a moment longer', 4 * DAY + 1, 0, { days: 4, today: '2026-12-03' }],
    ['a year', 365 * DAY, 0, { days: 365, today: '2027-11-29' }],
    ['an hour back', -HOUR, 0, null],
    ['longer back', -HOUR - 1, 0, { days: -1, today: '2026-11-29' }],
    ['a week back', -7 * DAY, 0, { days: -7, today: '2026-11-22' }],
  ])(
    'believes a jump of at most four days, and says one that nobody confirmed: %s',
    (_, jump, moved, leap) => {
      const { m, start } = machine();
      start();
      m.wrong = jump;
      const clock = start();
      expect([clock.now() - TODAY, clock.leap()]).toEqual([moved, leap]);
      expect(dateOf(TODAY)).toBe('2026-11-29');
    },
  );

  it('never goes back, and counts on through a clock that does', () => {
    const { m, start } = machine();
    const clock = start();
    m.wrong = -30 * DAY;
    m.real += 2 * HOUR;
    expect(clock.now()).toBe(TODAY + 2 * HOUR);
    m.wrong = 0;
    expect([clock.now(), clock.leap()]).toEqual([TODAY + 2 * HOUR, null]);
  });

  it('believes a jump that has lasted as long as it is, unless the clock was moved again meanwhile', () => {
    const { m, start } = machine();
    const clock = start();
    m.wrong = 5 * DAY;
    clock.now();
    m.real += 5 * DAY - 1;
    expect(clock.now()).toBe(m.real);
    m.real += 1;
    expect([clock.now(), clock.leap()]).toEqual([m.real + m.wrong, null]);
  });

  it.each([
    [5 * 60_000, null],
    [5 * 60_000 + 1, 10],
  ])(
    'takes a clock set by %i ms more for the same jump, or for another that must last by itself',
    (more, days) => {
      const { m, start } = machine();
      const clock = start();
      m.wrong = 10 * DAY;
      clock.now();
      m.real += 9 * DAY;
      clock.now();
      m.wrong += more;
      clock.now();
      m.real += DAY + more;
      expect(clock.leap()?.days ?? null).toBe(days);
    },
  );

  it('takes the word of a person for today’s date, and for no other', () => {
    const { m, start, ledger } = machine();
    const clock = start();
    m.wrong = 60 * DAY;
    expect([clock.confirm('2026-11-29'), clock.leap()?.days]).toEqual([false, 60]);
    expect([clock.confirm(dateOf(TODAY + 60 * DAY)), clock.leap()]).toEqual([true, null]);
    expect([clock.now(), ledger().trusted]).toEqual([TODAY + 60 * DAY, TODAY + 60 * DAY]);
    // The next start goes on from there.
    expect([start().now(), start().leap()]).toEqual([TODAY + 60 * DAY, null]);
  });

  it('is written every five minutes, for its owner alone, with how long a jump has lasted', () => {
    const { m, start, ledger } = machine();
    const clock = start();
    expect(statSync(join(folder, 'clock')).mode & 0o777).toBe(0o600);
    m.wrong = 10 * DAY;
    clock.now();
    m.real += 5 * 60_000;
    clock.now();
    expect(ledger()).toEqual({ trusted: TODAY, steady: 0, leap: 0 });
    m.real += 1;
    clock.now();
    const written = { trusted: TODAY + 5 * 60_000 + 1, steady: 5 * 60_000 + 1, leap: 10 * DAY };
    expect(ledger()).toEqual(written);
    // Time lived before a start counts after it.
    const later = start();
    m.real += 10 * DAY - 5 * 60_000 - 2;
    expect(later.leap()?.days).toBe(10);
    m.real += 1;
    expect(later.leap()).toBeNull();
  });

  it('begins again from a ledger that cannot be read', () => {
    const { start } = machine();
    for (const text of ['', '{', '{"trusted":"x"}', '{"trusted":1,"steady":2}']) {
      writeFileSync(join(folder, 'clock'), text);
      expect(start().now(), text).toBe(TODAY);
    }
  });

  it('is a setting of a database on a server, where it goes on when another machine takes over', () => {
    const { m, start } = machine({ remote: true });
    start();
    expect(() => readFileSync(join(folder, 'clock'))).toThrow('ENOENT');
    expect(JSON.parse(m.settings.get('clock') ?? '')).toMatchObject({ trusted: TODAY });
    m.wrong = 100 * DAY;
    const clock = start();
    expect(clock.leap()?.days).toBe(100);
    // A server that is away is no reason to stop.
    m.away = true;
    expect(clock.confirm(dateOf(TODAY + 100 * DAY))).toBe(true);
    expect(clock.now()).toBe(TODAY + 100 * DAY);
  });
});
