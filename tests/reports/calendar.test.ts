/** Circles as a calendar file: what a phone takes home once, and what a feed adds for whoever follows it. */
import { describe, expect, it } from 'vitest';
import { calendar } from '@/reports/calendar';
import { office } from '../domain/given';
import { opened, ROOMS, SLOTS } from '../domain/opened';

const AT = Date.UTC(2014, 4, 16, 8, 5, 9);

function file(options: { name?: string } = {}, g = opened()) {
  const text = calendar(g.state, Object.values(g.state.sessions), {
    at: AT,
    hidden: 'Titolo nascosto',
    ...options,
  });
  return { text, lines: text.replaceAll('\r\n ', '').split('\r\n') };
}

describe('a calendar file', () => {
  it('without circles is a calendar with its version, and ends its last line', () => {
    expect(file().text).toBe('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Cerchi//IT\r\nEND:VCALENDAR\r\n');
  });

  it('that is followed says its name, and when to look again', () => {
    expect(file({ name: 'Casa; lavoro, e \\reti' }).lines).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Cerchi//IT',
      'METHOD:PUBLISH',
      'NAME:Casa\\; lavoro\\, e \\\\reti',
      'X-WR-CALNAME:Casa\\; lavoro\\, e \\\\reti',
      'REFRESH-INTERVAL;VALUE=DURATION:PT5M',
      'X-PUBLISHED-TTL:PT5M',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('has each circle with its hours, its title and its place, and says one that was taken off', () => {
    const g = opened();
    const anna = g.seat('seat-anna');
    const [one, two] = [g.topic(anna, 'Casa, e lavoro'), g.topic(anna, 'Orti')];
    const session = g.place(anna, one, SLOTS[0], ROOMS[0]);
    const off = g.place(anna, two, SLOTS[1], ROOMS[1]);
    g.done(anna, 'cancelSession', { session: off });
    // Ten and eleven o'clock of Rome in May.
    const event = (uid: string, hours: string[], summary: string, room: string, status: string) => [
      'BEGIN:VEVENT',
      `UID:${uid}@PROVA.cerchi`,
      'DTSTAMP:20140516T080509Z',
      `SEQUENCE:${g.state.seq}`,
      `DTSTART:20140517T${hours[0]}Z`,
      `DTEND:20140517T${hours[1]}Z`,
      `SUMMARY:${summary}`,
      `LOCATION:${room}`,
      `STATUS:${status}`,
      'END:VEVENT',
    ];
    expect(file({}, g).lines.slice(3, -2)).toEqual([
      ...event(session, ['080000', '085000'], 'T01 Casa\\, e lavoro', 'Tiglio', 'CONFIRMED'),
      ...event(off, ['090000', '095000'], 'T02 Orti', 'Gelso', 'CANCELLED'),
    ]);
    g.done(office(), 'hideText', { what: 'topic', id: one, reason: 'altro' });
    g.open.venue = 'Via Roma, 3';
    const seen = calendar(g.open, Object.values(g.open.sessions), { at: AT, hidden: 'Titolo nascosto' });
    expect(seen).toContain('SUMMARY:T01 Titolo nascosto\r\n');
    expect(seen).toContain('LOCATION:Tiglio\\, Via Roma\\, 3\r\n');
    expect(seen).not.toContain('lavoro');
  });

  it('leaves out a circle whose slot or topic is not there', () => {
    const g = opened();
    const anna = g.seat('seat-anna');
    const session = g.place(anna, g.topic(anna, 'Orti'));
    const { [session]: placed } = g.state.sessions;
    for (const lost of [{ slot: 'slot-none' }, { topic: 'topic-none' }])
      expect(calendar(g.state, [{ ...placed!, ...lost }], { at: AT, hidden: 'x' })).not.toContain('VEVENT');
  });

  it('folds a line after 75 octets, never within a sign, and keeps every line break of a text', () => {
    const name = `${'a'.repeat(70)}è🌳${'b'.repeat(200)}\nfine\r\npoi\rdopo`;
    const { text, lines } = file({ name });
    expect(lines[4]).toBe(`NAME:${name.replace(/\r\n|\r|\n/g, '\\n')}`);
    const raw = text.split('\r\n').slice(4, 8);
    // A tree is four octets: the second line ends before it would have 76.
    expect(raw.map((line) => Buffer.byteLength(line))).toEqual([75, 75, 75, 75]);
    const trees = file({ name: `${'a'.repeat(67)}🌳🌳` }).text.split('\r\n');
    expect(trees.slice(4, 6)).toEqual([`NAME:${'a'.repeat(67)}`, ' 🌳🌳']);
    // A line of exactly 75 stays whole.
    const whole = file({ name: 'c'.repeat(70) }).text.split('\r\n');
    expect([whole[4], whole[5]?.slice(0, 13)]).toEqual([`NAME:${'c'.repeat(70)}`, 'X-WR-CALNAME:']);
  });
});
