/** Commands of simulated people, the same that any device would send. */
import type { AskInput } from '@/domain/deed';
import type { GatheringDeeds } from '@/domain/gathering/catalogue';
import type { Cell } from '@/domain/gathering/free-cells';
import type { Report } from '@/domain/gathering/state/report';
import type { Random } from './random';
import { AGREEMENTS, note, ROWS, SUMMARIES, title } from './texts';

export type SimulatedCommand = { type: string; ask: unknown };

/** The compiler checks it against the deed's own shape. */
export const simulatedCommand = <K extends keyof GatheringDeeds>(
  type: K,
  ask: AskInput<GatheringDeeds[K]>,
): SimulatedCommand => ({ type, ask });

const ID = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** Ids are made on their device, from their own seeded generator. */
export const newId = (dice: Random, what: string): string =>
  `${what}-${Array.from({ length: 12 }, () => ID[dice.below(ID.length)]).join('')}`;

export const propose = (topic: string, dice: Random, strange?: string): SimulatedCommand =>
  simulatedCommand('proposeTopic', { topic, ...title(dice), ...(strange ? { title: strange } : {}) });

export const place = (session: string, topic: string, cell: Cell): SimulatedCommand =>
  simulatedCommand('placeTopic', { session, topic, ...cell });

export const care = (topic: string): SimulatedCommand =>
  simulatedCommand('markInterest', { topic, on: true });

/** `words`: given, or generated. */
export const say = (
  id: string,
  where: { topic: string; session: string | null },
  dice: Random,
  words = note(dice),
): SimulatedCommand =>
  simulatedCommand('writeNote', { note: id, ...where, ...words, anonymous: dice.below(8) === 0 });

/** Takes a circle's report one step further, from nothing to the wall. */
export function report(
  topic: string,
  now: Report | undefined,
  nobodyCame: boolean,
  dice: Random,
): SimulatedCommand {
  if (nobodyCame && now?.outcome !== 'nobody')
    return simulatedCommand('setOutcome', { topic, outcome: 'nobody' });
  if (nobodyCame) return simulatedCommand('publishReport', { topic });
  if (!now) return simulatedCommand('beginReport', { topic });
  const { summary, agreements } = now.fields;
  if (summary.text === '')
    return simulatedCommand('writeReport', {
      topic,
      field: 'summary',
      text: dice.pick(SUMMARIES),
      rev: summary.rev,
    });
  if (now.itemOrder.length < 2) {
    const { kind, text } = dice.pick(ROWS);
    return simulatedCommand('addItem', { topic, item: newId(dice, 'riga'), kind, text });
  }
  if (agreements.text === '' && dice.below(3) === 0)
    return simulatedCommand('writeReport', {
      topic,
      field: 'agreements',
      text: dice.pick(AGREEMENTS),
      rev: agreements.rev,
    });
  return simulatedCommand('publishReport', { topic });
}
