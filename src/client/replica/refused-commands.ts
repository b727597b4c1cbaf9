/**
 * Refused commands whose words wait on the screen: which of them ask the person, and what is sent again once they have
 * chosen.
 */
import { bothTexts, changedField, follows } from '@/domain/revision';
import type { TextChoice } from '../storage/form-draft';
import type { RefusedCommand } from './replica';

/** Of several revisions of one text by one person only the last asks; the earlier ones go with it. */
export function lastOfEach(
  told: readonly RefusedCommand[],
): { told: RefusedCommand; before: RefusedCommand[] }[] {
  const shown: { told: RefusedCommand; before: RefusedCommand[] }[] = [];
  for (const one of told) {
    const same = shown.findIndex((x) => x.told.command === one.command && follows(one, x.told));
    const earlier = same < 0 ? undefined : shown.splice(same, 1)[0];
    shown.push({ told: one, before: earlier ? [...earlier.before, earlier.told] : [] });
  }
  return shown;
}

/** Fields that the author changed and that differ from the current value. */
export function fieldsToSettle({ ask, base = {} }: RefusedCommand, stands: object): string[] {
  const [mine, now] = [ask as Record<string, unknown>, stands as Record<string, unknown>];
  return Object.keys(now).filter(
    (field) =>
      field !== 'rev' &&
      changedField(base, mine, field) &&
      JSON.stringify(mine[field]) !== JSON.stringify(now[field]),
  );
}

/**
 * The command to send again to keep one's own words, or both: it carries only what its author changed, so all else
 * keeps its current value. Null where the two texts cannot stand one after the other.
 */
export function askedAgain(
  told: RefusedCommand,
  stands: Record<string, unknown>,
  choice: Exclude<TextChoice, 'theirs'>,
): Record<string, unknown> | null {
  const mine = told.ask as Record<string, unknown>;
  const fields = fieldsToSettle(told, stands);
  const words = fields.map((field) => [
    field,
    choice === 'mine' ? mine[field] : bothTexts(stands[field], mine[field], false),
  ]);
  if (words.some(([, text]) => text === null)) return null;
  return { ...mine, ...stands, ...Object.fromEntries(words) };
}
