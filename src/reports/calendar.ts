/** Circles as an iCalendar file (RFC 5545): a phone makes its own day from it, the server a feed of the whole programme. */
import { slotSpan } from '@/domain/gathering/clock';
import type { Gathering } from '@/domain/gathering/state';
import type { Session } from '@/domain/gathering/state/session';
import { topicNumber } from '@/domain/gathering/state/topic';

const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (c) => `\\${c}`).replace(/\r\n|\r|\n/g, '\\n');
const utc = (at: number): string => `${new Date(at).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;

/** Lines of at most 75 octets (RFC 5545, 3.1); a sign is never cut in two. */
function folded(line: string): string {
  const bytes = new TextEncoder();
  const parts: string[] = [];
  let part = '';
  let length = 0;
  for (const sign of line) {
    const more = bytes.encode(sign).length;
    if (length + more > 75) {
      parts.push(part);
      part = ' ';
      length = 1;
    }
    part += sign;
    length += more;
  }
  return [...parts, part].join('\r\n');
}

type Options = {
  /** When it is made, epoch ms. */
  at: number;
  /** Stands for a title that is hidden. */
  hidden: string;
  /** The name a calendar shows for a feed it follows; left out for a file that is downloaded once. */
  name?: string;
};

/** How often a calendar should look again. */
const AGAIN = 'PT5M';

/**
 * One event for each circle. Whoever follows the feed finds a moved circle at its new place and hour, by a higher SEQUENCE under
 * the same UID, and one taken off the grid as cancelled.
 */
export function calendar(g: Readonly<Gathering>, sessions: readonly Session[], options: Options): string {
  const { at, hidden, name } = options;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Cerchi//IT',
    ...(name === undefined
      ? []
      : [
          'METHOD:PUBLISH',
          `NAME:${escaped(name)}`,
          `X-WR-CALNAME:${escaped(name)}`,
          `REFRESH-INTERVAL;VALUE=DURATION:${AGAIN}`,
          `X-PUBLISHED-TTL:${AGAIN}`,
        ]),
    ...sessions.flatMap((s) => event(g, s, at, hidden)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function event(g: Readonly<Gathering>, s: Session, at: number, hidden: string): string[] {
  const slot = g.slots.find((x) => x.id === s.slot);
  const topic = g.topics[s.topic];
  if (!slot || !topic) return [];
  const { from, to } = slotSpan(g, slot);
  const space = g.spaces.find((x) => x.id === s.space)?.name ?? '';
  const off = s.state === 'cancelled';
  return [
    'BEGIN:VEVENT',
    `UID:${s.id}@${g.code}.cerchi`,
    `DTSTAMP:${utc(at)}`,
    // The log's own number: also a slot's new hours, or a new title, are a later version.
    `SEQUENCE:${g.seq}`,
    `DTSTART:${utc(from)}`,
    `DTEND:${utc(to)}`,
    `SUMMARY:${escaped(`${topicNumber(topic.n)} ${topic.title || hidden}`)}`,
    `LOCATION:${escaped([space, g.venue].filter(Boolean).join(', '))}`,
    `STATUS:${off ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}
