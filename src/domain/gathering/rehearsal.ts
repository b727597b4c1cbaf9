/**
 * A rehearsal is set up like the gathering it prepares, without anybody's words, and is marked so that nobody takes it
 * for a real one.
 */
import type { Command } from '../deed';
import { emptyGathering, type Gathering } from './state';

export const rehearsalOf = (g: Readonly<Gathering>) => ({
  title: g.title,
  question: g.question,
  sponsor: g.sponsor,
  venue: g.venue,
  days: g.days,
  timezone: g.timezone,
  format: g.format,
  minors: g.minors,
  slots: g.slots,
  spaces: g.spaces,
});

const BLANK = emptyGathering();
const differ = (a: readonly object[], b: readonly object[]) => JSON.stringify(a) !== JSON.stringify(b);

/**
 * The map as commands. `spaces`: the copies of the gathering's spaces, in its order. Where there are minors no picture is
 * hung (E36), and its spots would lie on a blank sheet.
 */
function mapOf(g: Readonly<Gathering>, spaces: readonly { id: string }[]): Omit<Command, 'id'>[] {
  const { picture, spots } = g.map;
  if (picture && g.minors) return [];
  const marks = g.spaces.flatMap(({ id }, i) => {
    const [at, space] = [spots[id], spaces[i]?.id];
    return at && space ? [{ type: 'markSpace', ask: { space, at } }] : [];
  });
  return [...(picture ? [{ type: 'hangMap', ask: picture }] : []), ...marks];
}

/**
 * Other preparations, as the commands that repeat them here: the hall's Wi-Fi, strands and sectors of its own, a
 * listening meeting's questions, the map of the hall. `spaces`: their copies, in the same order.
 */
export const preparedOf = (
  g: Readonly<Gathering>,
  spaces: readonly { id: string }[] = g.spaces,
): Omit<Command, 'id'>[] => [
  ...(differ(g.strands, BLANK.strands) ? [{ type: 'nameStrands', ask: { strands: g.strands } }] : []),
  ...(differ(g.sectors, BLANK.sectors) ? [{ type: 'nameSectors', ask: { sectors: g.sectors } }] : []),
  ...(g.network ? [{ type: 'nameNetwork', ask: { network: g.network } }] : []),
  ...(g.programme.prompts.length > 0 ? [{ type: 'setProgramme', ask: g.programme }] : []),
  ...mapOf(g, spaces),
];

const DAY = 86_400_000;
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/**
 * The same set-up for another day: question, hours and spaces as they are now, each day as far from the first as it was, and
 * everything that was held back free again. Nobody's words, and no id of the past one, is in it. `id` makes new ones.
 */
export function setUpAgain(g: Readonly<Gathering>, day: string, id: () => string) {
  const first = g.days[0] ?? day;
  const moved = (was: string): string =>
    dayAfter(day, Math.round((Date.parse(was) - Date.parse(first)) / DAY));
  return {
    ...rehearsalOf(g),
    days: g.days.length > 0 ? g.days.map(moved) : [day],
    slots: g.slots.map((s) => ({ ...s, id: id(), day: moved(s.day), released: true })),
    spaces: g.spaces.map((p) => ({ ...p, id: id(), released: true })),
  };
}

export type Invented = 'rehearsal' | 'demo' | null;
/** The reason why nobody should take this for people's own words. */
export const inventedIn = (g: { demo: boolean; rehearsal: boolean }): Invented =>
  g.rehearsal ? 'rehearsal' : g.demo ? 'demo' : null;

/** For people who have nothing prepared yet: a day with room for a hundred people. */
export const rehearsalOfNothing = (day: string) => ({
  title: 'Prova generale',
  question: 'Quale welfare vogliamo costruire insieme?',
  sponsor: 'Ufficio di Piano (prova)',
  days: [day],
  slots: ['10:45', '12:15', '14:45'].map((start, i) => ({
    id: `turno-${i + 1}`,
    day,
    label: `Turno ${i + 1}`,
    start,
    end: `${Number(start.slice(0, 2)) + 1}${start.slice(2)}`,
  })),
  spaces: [
    ...['Quercia', 'Tiglio', 'Olmo', 'Gelso', 'Pioppo', 'Acero', 'Faggio', 'Salice'].map((name, i) => ({
      id: `spazio-${i + 1}`,
      name,
      stepFree: i !== 2,
    })),
    { id: 'portico', name: 'Portico', kind: 'informal' as const },
  ],
});
