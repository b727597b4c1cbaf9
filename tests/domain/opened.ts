/** An Open Space with three slots and three rooms, one informal place, and people who have taken their seats. */
import { gathering } from '@/domain/gathering/catalogue';
import { bench, id, office, person } from './given';

export const SLOTS = ['slot-001', 'slot-002', 'slot-003'] as const;
export const ROOMS = ['room-001', 'room-002', 'room-003'] as const;
export const PORCH = 'porch-001';

export function opened() {
  const b = bench(gathering);
  b.done(office('owner'), 'openGathering', {
    gathering: id('gathering'),
    code: 'PROVA',
    title: 'Prova',
    question: 'Quale welfare?',
    days: ['2014-05-17'],
    slots: SLOTS.map((slot, n) => ({
      id: slot,
      day: '2014-05-17',
      label: `Turno ${n + 1}`,
      start: `1${n}:00`,
      end: `1${n}:50`,
      released: n < 2,
    })),
    spaces: [
      ...ROOMS.map((room, n) => ({ id: room, name: ['Tiglio', 'Gelso', 'Olmo'][n], stepFree: n < 2 })),
      { id: PORCH, name: 'Portico', kind: 'informal' },
    ],
  });
  const seat = (name: string, sector = 'volontariato') => {
    const p = person(name);
    b.done(p, 'takeSeat', { seat: name, sector });
    return p;
  };
  const topic = (by: ReturnType<typeof person>, title = 'un tema') => {
    const t = id('topic');
    b.done(by, 'proposeTopic', { topic: t, title });
    return t;
  };
  const place = (
    by: ReturnType<typeof person>,
    t: string,
    slot: string = SLOTS[0],
    space: string = ROOMS[0],
  ) => {
    const session = id('session');
    b.done(by, 'placeTopic', { session, topic: t, slot, space });
    return session;
  };
  return { ...b, b, state: b.state, open: b.open, facts: b.facts, seat, topic, place };
}
