/** The hall that the form itself suggests for sixty people: three slots of seven spaces, all but one cell taken. */
import { nanoid } from 'nanoid';
import { type Assembly, assemble } from './assembly';
import { newGathering, type Visitor } from './visitor';

const ROOMS = ['Sala grande', 'Biblioteca', 'Foyer', 'Cortile coperto', 'Saletta blu', 'Palestra', 'Bar'];
const SPACES = ROOMS.map((name, i) => ({
  id: `spazio-000${i}`,
  name,
  ...(i === 4 ? { stepFree: false } : {}),
}));
export const PEOPLE = 60;
const NAMES = [
  'Amina',
  'Luca',
  'Teresa',
  'Iulian',
  'Sara',
  'Paolo',
  'Mohamed',
  'Ines',
  'Giovanna (Caritas)',
  'Rosa',
];
const SECTORS = ['operatori_sociali', 'istituzioni', 'terzo_settore_cooperazione', 'volontariato'];
/** Of usual lengths, and one of seventy-one characters. */
const TITLES = [
  'Chi resta solo dopo le dimissioni?',
  'Doposcuola: un orario per chi lavora',
  'Chi accompagna gli anziani alle visite quando i figli lavorano lontano?',
  'Badanti: e quando si ammalano loro?',
  'Chi misura se un progetto è servito?',
  'Un solo sportello, non sette',
  'Orti condivisi',
  'Spazi per noi ragazzi dopo le 20',
  'Compiti insieme, moschea e parrocchia',
  'Volontari: come non perderli',
  'Emporio solidale: chi resta fuori?',
  'Giovani caregiver: chi li vede?',
  'Sport per chi non può pagare',
  'Un pulmino per le frazioni',
  'Italiano: corsi con i bambini accanto',
  'Meno tavoli, più strada',
  'Nonni e nipoti in cucina',
  'Dopo di noi: case piccole',
  'Parlare di soldi senza vergogna',
  'Ragazzi la sera: dove?',
];
const STRANDS = ['B', 'B', 'B', 'B', 'A', 'C', 'C'];
/** Number of people in each circle of the second slot; five walk around. */
const PRESENT = [14, 9, 11, 6, 4, 8, 3];

export type FullHall = Assembly & { topics: string[]; sessions: string[] };

/** Minutes from now at which each slot begins and ends. */
export type Spans = readonly (readonly [number, number])[];
export const SECOND_RUNS: Spans = [
  [-90, -30],
  [-25, 23],
  [38, 98],
];
export const SOON: Spans = [
  [-90, -10],
  [18, 60],
  [70, 120],
];
export const BEFORE: Spans = [
  [30, 80],
  [95, 150],
  [165, 220],
];

/** Everybody in, twenty topics, all placed; nothing has begun. */
export async function fullHall(by: Visitor, spans: Spans, title = 'Di chi è la cura?'): Promise<FullHall> {
  const code = await newGathering(by, title, {
    spans,
    spaces: SPACES,
    question: 'Di chi è la cura, a Carpi?',
  });
  const people = Array.from({ length: PEOPLE }, (_, i) => ({
    label: NAMES[i] ?? `Partecipante ${i + 1}`,
    sector: SECTORS[i % SECTORS.length]!,
  }));
  const assembly = await assemble(by, code, people);
  const { act, hold } = assembly;
  await hold('changePhase', { phase: 'proposing' });
  const topics: string[] = [];
  const sessions: string[] = [];
  for (const [n, words] of TITLES.entries()) {
    topics.push(nanoid(14));
    await act(n, 'proposeTopic', { topic: topics[n], title: words, strands: [STRANDS[n % 7]] });
  }
  // The first seven meet in the second slot, the others in the first and in the third.
  for (const [n, topic] of topics.entries()) {
    sessions.push(nanoid(14));
    const slot = n < 7 ? 1 : n < 13 ? 0 : 2;
    await act(n, 'placeTopic', {
      session: sessions[n],
      topic,
      slot: `turno-000${slot}`,
      space: `spazio-000${n < 7 ? n : (n - 7) % 7}`,
    });
  }
  return { ...assembly, topics, sessions };
}

/** The circles of the second slot fill. */
export async function fill(hall: FullHall): Promise<void> {
  await hall.hold('changePhase', { phase: 'sessions' });
  let next = 0;
  for (const [i, n] of PRESENT.entries()) {
    if (i !== 5) await hall.act(i, 'startSession', { session: hall.sessions[i] });
    for (let k = 0; k < n; k++) await hall.act(next++, 'moveTo', { to: hall.sessions[i] });
  }
  while (next < PEOPLE) await hall.act(next++, 'moveTo', { to: 'roaming' });
}
