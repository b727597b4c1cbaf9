import { describe, expect, it } from 'vitest';
import { instantOf, localTime, shiftsOf, tellShifts } from '@/domain/gathering/clock';

const HOUR = 3_600_000;
const zones = [
  'Europe/Rome',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Etc/GMT+7',
  'UTC',
];
const from = Date.UTC(2013, 0);
const to = Date.UTC(2016, 0);

describe("a place's clock", () => {
  it.each(zones)(
    '%s is the same by the list of its shifts as by the calendar, through three years, and each half hour of the months in which it shifts',
    (zone) => {
      const each = (ms: number, a: number, b: number) =>
        Array.from({ length: Math.floor((b - a) / ms) }, (_, i) => a + i * ms + 60_000);
      const instants = [
        ...each(13 * HOUR, from, to),
        ...each(HOUR / 2, Date.UTC(2014, 1, 15), Date.UTC(2014, 10, 15)),
      ];
      const byCalendar = instants.map((at) => localTime(at, zone));
      tellShifts(zone, shiftsOf(zone, from, to));
      expect(instants.map((at) => localTime(at, zone))).toEqual(byCalendar);
    },
  );

  it('before the list begins and after it ends the calendar is asked', () => {
    const late = Date.UTC(2014, 6, 1);
    const before = [Date.UTC(2014, 0, 1), late].map((at) => localTime(at, 'Europe/Paris'));
    // A list of offsets that would be wrong there, if it were used.
    tellShifts('Europe/Paris', [
      [Date.UTC(2014, 2, 1), 777],
      [Date.UTC(2014, 2, 2), 0],
    ]);
    expect([Date.UTC(2014, 0, 1), late].map((at) => localTime(at, 'Europe/Paris'))).toEqual(before);
  });

  it('an hour of a day is found again on it, on either side of a change', () => {
    for (const zone of zones)
      for (const day of ['2014-03-29', '2014-03-31', '2014-10-25', '2014-10-27'])
        expect(localTime(instantOf(day, '09:30', zone), zone)).toEqual({ day, hour: '09:30' });
  });
});
