/** Sends hello: after every connection, and again whenever a number or hash does not match. */
import type { StreamState } from '@/domain/deed';
import { asksAfter } from './outbox';
import { linkOf, type Turn } from './state';

/** Temporary refusals: the commands stay and are sent again. */
export const PASSING: ReadonlySet<string> = new Set(['busy', 'too_fast', 'not_caught_up']);

/** `within`: how long to wait for the welcome, in milliseconds, where not the default. */
export function sayHello<S extends StreamState>({ state, effects }: Turn<S>, within?: number): void {
  const { ready, confirmed, proof, standing } = state;
  const attempt = ++state.attempts;
  state.standing = {
    at: proof === 'diverged' ? 'diverged' : 'catchingUp',
    attempt,
    asksAll: proof !== 'proven',
    link: linkOf(standing),
    early: 'early' in standing ? standing.early : [],
  };
  const hello = {
    since: ready ? confirmed.seq : null,
    ...(ready ? { chain: confirmed.chain } : {}),
    answered: asksAfter(state),
    people: ready ? state.peopleRev : 0,
  };
  effects.push({ type: 'hello', attempt, hello, ...(within === undefined ? {} : { within }) });
}
