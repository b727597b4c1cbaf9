/**
 * The state that screens see: the confirmed one with the outbox run through the same deeds. Loaded with the sync machine,
 * because it needs the library that copies a state.
 */
import { produce } from 'immer';
import type { Catalogue } from '@/domain/catalogue';
import type { Lookup, StreamState } from '@/domain/deed';
import { isRefusal } from '@/domain/refusal';
import { actorOf, type LargeFacts, type SyncState } from './state';

type PredictionRules<S> = {
  catalogue: Pick<Catalogue<S & StreamState>, 'decide' | 'apply'> & LargeFacts<S>;
  look?: Lookup | undefined;
};

export function predict<S extends StreamState>(
  { catalogue, look }: PredictionRules<S>,
  { confirmed, outbox, you }: Pick<SyncState<S>, 'confirmed' | 'outbox' | 'you'>,
): S {
  const actor = actorOf(you);
  if (outbox.length === 0 || !actor) return confirmed;
  const { isLarge, detached } = catalogue;
  const [first] = outbox;
  if (detached && first && outbox.length === 1) {
    const told = catalogue.decide(confirmed, first.command, actor, first.at, look);
    if (isRefusal(told)) return confirmed;
    if (isLarge?.(told.type)) return detached(confirmed, { ...told, seq: confirmed.seq });
  }
  return produce(confirmed, (draft) => {
    const state = draft as S;
    for (const { command, at } of outbox) {
      const told = catalogue.decide(state, command, actor, at, look);
      // A command that would be refused now is not drawn; the stream decides.
      if (!isRefusal(told)) catalogue.apply(state, { ...told, seq: state.seq });
    }
  });
}
