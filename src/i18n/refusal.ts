/** Turns a refusal into the sentence a person reads, its details written as people cite them. */
import { topicNumber } from '@/domain/gathering/state/topic';
import type { Refusal } from '@/domain/refusal';
import type { Say } from './say';

export function sayRefusal(say: Say, { refused, detail = {} }: Refusal): string {
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(detail)) {
    if (typeof value === 'number') params[name] = name === 'topic' ? topicNumber(value) : value;
    else if (typeof value === 'string') params[name] = value;
  }
  // An unfilled placeholder shows "…" rather than its name.
  return say.dynamic(`refusal.${refused}`, params, 'refusal.malformed').replace(/\{\w+\}/g, '…');
}
