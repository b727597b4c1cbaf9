/** Loads the domain code later: it is half of what a phone downloads, and the first screen works without it. */
import type { Catalogue } from '@/domain/catalogue';
import type { Fact } from '@/domain/deed';
import { emptyGathering, type Gathering } from '@/domain/gathering/state';
import { retryImport } from './retry-import';
import { yieldToMain } from '../scheduling/yield-to-main';

/** The domain code, the sync machine and the socket. A gathering's screens are drawn without them. */
export type LazySync = typeof import('./lazy-sync');
type Rest = Pick<typeof import('@/domain/gathering/catalogue'), 'gathering'> & LazySync;
let rest: Rest | null = null;
let bringingSync: Promise<LazySync> | null = null;

/** The sync machine and the socket. */
export function loadSync(): Promise<LazySync> {
  bringingSync ??= retryImport(() => import('./lazy-sync'));
  return bringingSync;
}

/**
 * Loads the deeds, the sync machine and the socket, each started in a task of its own. A replica is started after this. The
 * downloads are asked for at once.
 */
export async function loadDomain(): Promise<void> {
  const bringing = [loadSync(), retryImport(() => import('@/domain/gathering/catalogue'))] as const;
  const [sync, { gathering }] = await Promise.all(bringing);
  await yieldToMain();
  rest = { gathering, ...sync };
}

export const isLoaded = (): boolean => rest !== null;

/** Throws before `loadDomain` has ended. */
export function loadedDomain(): Rest {
  if (!rest) throw new Error('the deeds are not here yet');
  return rest;
}

/**
 * Before the domain code is loaded nothing can be decided here: a command is kept in the outbox, drawn a moment later,
 * and the server decides as always.
 */
export const DEEDS: Pick<Catalogue<Gathering>, 'empty' | 'decide' | 'apply' | 'replaced'> = {
  empty: emptyGathering,
  decide(state, command, actor, at, look) {
    if (rest) return rest.gathering.decide(state, command, actor, at, look);
    const blank = { seq: 0, at, type: '', v: 1, by: null, data: null };
    return { ...blank, origin: 'telefono', cmd: command.id } satisfies Fact;
  },
  apply: (state, fact) => rest?.gathering.apply(state, fact),
  replaced: (state, type, ask) => rest?.gathering.replaced(state, type, ask) ?? null,
};
