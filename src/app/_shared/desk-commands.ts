'use client';
/** Sends commands from a desk: a refusal that is expected becomes a toast at once. */
import { useCallback } from 'react';
import { useAsk } from '@/client/hooks/gathering-provider';
import type { AskExtra } from '@/client/hooks/stream-hooks';
import type { AskInput } from '@/domain/deed';
import type { GatheringDeeds } from '@/domain/gathering/catalogue';
import { isRefusal, type Refusal } from '@/domain/refusal';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { useTell } from './desk-toasts';

/** Sends, and says at once when this device already expects a refusal. True when it was sent. */
export function useDeskDo() {
  return useSayingNo<GatheringDeeds>(useAsk());
}

type Asks<D, R> = <K extends keyof D & string>(deed: K, ask: AskInput<D[K]>, extra?: AskExtra) => R;

/** Wraps a send function so that an expected refusal is shown at once. */
export function useSayingNo<D>(ask: Asks<D, string | Refusal>): Asks<D, boolean> {
  const tell = useTell();
  const say = useSay();
  return useCallback(
    (deed, what, extra) => {
      const answer = ask(deed, what, extra);
      if (!isRefusal(answer)) return true;
      if (answer.refused !== 'nothing_to_change') tell(sayRefusal(say, answer), 'bad');
      return false;
    },
    [ask, tell, say],
  );
}
