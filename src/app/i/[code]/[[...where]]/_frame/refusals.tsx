'use client';
/** Texts that the server refused after they were written here: the reason, what to do instead, and the text itself. */
import { hasWords, RefusedWords } from '@/app/_shared/refused-words';
import { useShown, useReplica } from '@/client/hooks/gathering-provider';
import { lastOfEach } from '@/client/replica/refused-commands';
import type { RefusedCommand } from '@/client/replica/replica';
import type { Cell } from '@/domain/gathering/free-cells';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { newId, useDo, useWriter } from './phone-hooks';
import { usePlaceName } from './place-names';
import { useToast } from './phone-toasts';

/** Texts that only their author can revise: a conflicting version is their own, written on another device. */
const OWN: ReadonlySet<string> = new Set(['reviseNote', 'reviseIdea', 'reviseAction']);

export function Refusals() {
  const say = useSay();
  const replica = useReplica();
  const toast = useToast();
  const told = useShown((s) => s.told);
  const reports = useShown((s) => (s.told.length > 0 ? s.view : null))?.reports;
  const writer = useWriter();
  const by = ({ command, ask }: RefusedCommand) => {
    if (OWN.has(command)) return 'me';
    const { topic, field } = ask as { topic: string; field: 'summary' };
    return command === 'writeReport' ? writer(reports?.[topic]?.fields[field]?.by ?? null) : null;
  };
  const shown = lastOfEach(told).filter(
    (t) => hasWords(t.told) || t.told.refusal.refused !== 'stale_version',
  );
  return (
    <section
      aria-label={say('conflict.region')}
      aria-live="assertive"
      className="fixed inset-x-0 bottom-[calc(5rem+env(safe-area-inset-bottom))] z-30 mx-auto grid max-h-[60dvh] max-w-xl gap-2 overflow-y-auto px-3 empty:hidden"
    >
      {shown.map(({ told: one, before }) => (
        <div key={one.id} className="rounded-lg bg-raised shadow-lift">
          <RefusedWords
            {...{ told: one, before, replica }}
            writer={by}
            onNo={(text) => toast({ text, tone: 'bad' })}
            more={
              one.refusal.refused === 'cell_taken' && (
                <OtherCells told={one} onDone={() => replica.dismiss(one.id)} />
              )
            }
          />
        </div>
      ))}
    </section>
  );
}

/** E02: the person who lost a cell sees the free ones, one tap each. */
function OtherCells({ told, onDone }: { told: RefusedCommand; onDone: () => void }) {
  const say = useSay();
  const act = useDo();
  const placeName = usePlaceName();
  const free = (told.refusal.detail?.free ?? []) as Cell[];
  const ask = told.ask as { topic?: string; session: string };
  const take = (cell: Cell) => {
    const done = ask.topic
      ? act('placeTopic', { session: newId(), topic: ask.topic, ...cell, anyway: true })
      : act('moveSession', { session: ask.session, ...cell, anyway: true });
    if (done) onDone();
  };
  return (
    <ul className="mt-2 flex flex-wrap gap-2" aria-label={say('grid.free')}>
      {free.map((cell) => (
        <li key={`${cell.slot}${cell.space}`}>
          <Button size="small" onClick={() => take(cell)}>
            {placeName(cell)}
          </Button>
        </li>
      ))}
    </ul>
  );
}
