/**
 * The two extremes of a gathering: one topic among three spaces, and seventy-two over twenty, one with the longest
 * title.
 */
import { nanoid } from 'nanoid';
import { NOTE_KINDS } from '@/domain/gathering/state/note';
import { seededRandom } from '@/simulated/random';
import { title } from '@/simulated/texts';
import { noteText } from '../hall/stress/torture';
import { assemble } from './assembly';
import type { Living } from './living';
import { newGathering, type Visitor } from './visitor';

const someone = (i: number) => ({ label: `Partecipante ${i + 1}`, sector: 'volontariato' });

/** One person, one topic, no place for it yet. */
export async function singleTopic(by: Visitor): Promise<Living> {
  const spaces = ['Tiglio', 'Gelso', 'Olmo'].map((name, i) => ({ id: `spazio-000${i}`, name }));
  const code = await newGathering(by, 'Un tema soltanto', { spaces });
  const assembly = await assemble(by, code, [{ label: 'Chi ha cominciato', sector: 'volontariato' }]);
  await assembly.hold('changePhase', { phase: 'proposing' });
  const topic = nanoid(14);
  await assembly.act(0, 'proposeTopic', {
    topic,
    title: 'Chi perde il lavoro non si presenta agli sportelli: come lo incontriamo?',
    strands: ['B'],
  });
  return { ...assembly, session: 'nessuno', topics: [topic] };
}

/** The longest title, in words of usual length. */
export const LONG =
  'Quando un adolescente smette di uscire di casa e la famiglia non sa a chi dirlo: chi se ne accorge per primo, chi bussa, chi resta con loro?';
const NAMES = [
  ...[
    'Tiglio',
    'Gelso',
    'Quercia',
    'Pioppo',
    'Olmo',
    'Acero',
    'Faggio',
    'Cipresso',
    'Sambuco',
    'Biancospino',
  ],
  ...['Sala del consiglio', 'Sala piccola', 'Biblioteca', 'Palestra', 'Loggiato', 'Cortile', 'Serra'],
  ...['Sotto il portico di via Tre Febbraio', 'Portico', 'Bar'],
];
const SPACES = NAMES.map((name, i) => ({
  id: `spazio-00${String(i).padStart(2, '0')}`,
  name,
  ...(i === 9 ? { stepFree: false } : {}),
  ...(i >= 18 ? { kind: 'informal' } : {}),
}));
const SPANS = [
  [-30, 20],
  [25, 60],
  [65, 95],
  [100, 130],
] as const;
const PEOPLE = 24;

/** Seventy-two topics, sixty-four of them placed; sixteen circles under way, notes, reports on the wall. */
export async function crowdedHall(by: Visitor): Promise<Living> {
  const dice = seededRandom(72);
  const code = await newGathering(by, 'Una sala piena', { spaces: SPACES, spans: SPANS });
  const people = Array.from({ length: PEOPLE }, (_, i) => someone(i));
  const assembly = await assemble(by, code, people);
  const { act, hold } = assembly;
  await hold('changePhase', { phase: 'proposing' });
  const topics: string[] = [];
  for (let n = 0; n < 72; n++) {
    const topic = nanoid(14);
    topics.push(topic);
    const words = title(dice);
    await act(n % PEOPLE, 'proposeTopic', {
      topic,
      ...words,
      ...(n === 0 ? { title: LONG } : {}),
      line: n % 4 === 0 ? 'Ne ho visti tre in un mese, e ogni volta troppo tardi.' : '',
    });
    if (n > 66) await act(n % PEOPLE, 'joinQueue', { topic });
  }
  await hold('callNext', {});
  await hold('changePhase', { phase: 'market' });
  const sessions: string[] = [];
  // Each convener has three topics, one in each of three slots, so nobody is in two places.
  for (let n = 0; n < 64; n++) {
    const session = nanoid(14);
    sessions.push(session);
    const row = Math.floor(n / 16);
    const space = SPACES[n % 16];
    await act(n % PEOPLE, 'placeTopic', {
      session,
      topic: topics[n],
      slot: `turno-000${row}`,
      space: space?.id,
    });
  }
  for (let n = 0; n < PEOPLE; n++)
    for (const i of [0, (n * 5 + 1) % 72, (n * 11 + 2) % 72, (n * 17 + 7) % 72])
      await act(n, 'markInterest', { topic: topics[i], on: true }).catch(() => {});
  await hold('changePhase', { phase: 'sessions' });
  for (let n = 0; n < 14; n++) await act(n, 'startSession', { session: sessions[n] });
  for (let n = 0; n < PEOPLE - 1; n++) await act(n, 'moveTo', { to: sessions[n < 10 ? 0 : n % 16] });
  await act(PEOPLE - 1, 'moveTo', { to: 'roaming' });
  for (let i = 0; i < 40; i++)
    await act(i % 9, 'writeNote', {
      note: nanoid(14),
      topic: topics[0],
      session: sessions[0],
      ...noteText(dice, i),
      kind: NOTE_KINDS[i % NOTE_KINDS.length],
      anonymous: i % 7 === 0,
    });
  for (let n = 0; n < 12; n++) {
    await act(n, 'writeReport', {
      topic: topics[n],
      field: 'summary',
      text: 'Chi cura ha bisogno di tempo, e di qualcuno che lo cerchi. '.repeat(n === 0 ? 12 : 2).trim(),
      rev: 0,
    });
    await act(n, 'publishReport', { topic: topics[n] });
  }
  return { ...assembly, session: sessions[0] ?? '', topics };
}
