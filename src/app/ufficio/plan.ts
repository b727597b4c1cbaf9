/** From the few answers of the form to the slots and spaces of a gathering. */
import type { Format } from '@/domain/gathering/state/format';

export type Plan = {
  format: Format;
  /** Id of the path it is part of; empty for none. */
  path: string;
  /** One prompt a line, where the format has prompts instead of a market. */
  prompts: string;
  title: string;
  question: string;
  sponsor: string;
  venue: string;
  /** ISO day. */
  day: string;
  people: number;
  slots: number;
  /** Hour of the first slot, `10:45`. */
  start: string;
  /** Length of a slot and pause between two, in minutes. */
  minutes: number;
  gap: number;
  /** One name a line; a name followed by (gradini) or (steps) is not step-free. */
  spaces: string;
  informal: boolean;
};

const hour = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Slots that would run past midnight are left out. */
export function slotsOf(plan: Plan, name: (n: number) => string, id: () => string) {
  const [h = 0, m = 0] = plan.start.split(':').map(Number);
  return Array.from({ length: plan.slots }, (_, i) => {
    const from = h * 60 + m + i * (plan.minutes + plan.gap);
    return { id: id(), day: plan.day, label: name(i + 1), from, to: from + plan.minutes };
  })
    .filter((s) => s.to < 24 * 60)
    .map(({ from, to, ...slot }) => ({ ...slot, start: hour(from), end: hour(to) }));
}

export function spacesOf(plan: Plan, informalName: string, id: () => string) {
  const rooms = plan.spaces
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const steps = /\((gradini|steps)\)\s*$/i.test(line);
      return {
        id: id(),
        name: line.replace(/\s*\((gradini|steps)\)\s*$/i, ''),
        kind: 'room' as const,
        stepFree: !steps,
      };
    });
  return plan.informal
    ? [...rooms, { id: id(), name: informalName, kind: 'informal' as const, stepFree: true }]
    : rooms;
}

export const promptsOf = (plan: Plan, id: () => string) =>
  plan.prompts
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((text) => ({ id: id(), text }));
