/** Turns the few answers of the form into the slots and spaces of a gathering. */
import type { Format } from '@/domain/gathering/state/format';
import { CAPACITY_MAX } from '@/domain/words';

/** `day`: ISO day. `start`: hour of its first slot. */
export type PlanDay = { day: string; start: string; slots: number };

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
  /** ISO day: the first. */
  day: string;
  /** The days after the first, each with slots of its own. */
  more: readonly PlanDay[];
  people: number;
  slots: number;
  /** Hour of the first slot, `10:45`. */
  start: string;
  /** Length of a slot and pause between two, in minutes. */
  minutes: number;
  gap: number;
  /** One name a line; after it (gradini) or (steps) if it is not step-free, (20 posti) or (20 seats) for its people. */
  spaces: string;
  informal: boolean;
};

const hour = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The days of the plan with their slots, the first before all. */
export const planDays = ({ day, start, slots, more }: Plan): PlanDay[] => [{ day, start, slots }, ...more];

/** Slots that would go past midnight are left out; their numbers continue from one day to the next. */
export function slotsOf(plan: Plan, name: (n: number) => string, id: () => string) {
  let n = 0;
  return [...planDays(plan)]
    .sort((a, b) => a.day.localeCompare(b.day))
    .flatMap(({ day, start, slots }) => {
      const [h = 0, m = 0] = start.split(':').map(Number);
      return Array.from({ length: slots }, (_, i) => {
        const from = h * 60 + m + i * (plan.minutes + plan.gap);
        return { day, from, to: from + plan.minutes };
      });
    })
    .filter((s) => s.to < 24 * 60)
    .map(({ day, from, to }) => {
      n += 1;
      return { id: id(), day, label: name(n), start: hour(from), end: hour(to) };
    });
}

const REMARK = /\s*\((?:(gradini|steps)|(\d{1,4}) (?:post[oi]|person[ae]|seats?|people))\)$/i;

/** One line of the form: the name, and what is said of it in brackets at its end, in any order. */
function spaceOf(line: string): { name: string; stepFree: boolean; capacity?: number } {
  const remark = REMARK.exec(line);
  if (!remark || remark.index === 0) return { name: line, stepFree: true };
  const rest = spaceOf(line.slice(0, remark.index));
  const people = Number(remark[2] ?? 0);
  if (remark[1]) return { ...rest, stepFree: false };
  return people > 0 && people <= CAPACITY_MAX ? { ...rest, capacity: people } : rest;
}

export function spacesOf(plan: Plan, informalName: string, id: () => string) {
  const rooms = plan.spaces
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ id: id(), kind: 'room' as const, ...spaceOf(line) }));
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
