'use client';
/** What the room refused after it had been written here: why, what to do instead, and the words themselves, given back. */
import type { Cell } from '@/domain/gathering/queries';
import { useShown, useStore } from '@/client/provider';
import type { Told } from '@/client/store';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Banner } from '@/ui/notice';
import { newId, useDo } from './phone-hooks';
import { usePlaceName } from './place-names';

/** The words that were in what was asked, so that none is lost with the refusal. */
const wordsIn = (ask: unknown): string => {
  const { title, text, line } = (ask ?? {}) as Record<string, unknown>;
  return [title, line, text].filter((x): x is string => typeof x === 'string' && x !== '').join(' — ');
};

export function Refusals() {
  const told = useShown((s) => s.told);
  // A taken cell is answered on the screen of the matrix itself; a stale field in its report.
  const shown = told.filter((t) => t.refusal.refused !== 'stale_version');
  return (
    <div
      aria-live="assertive"
      className="fixed inset-x-0 bottom-[calc(5rem+env(safe-area-inset-bottom))] z-30 mx-auto grid max-h-[60dvh] max-w-xl gap-2 overflow-y-auto px-3 empty:hidden"
    >
      {shown.map((t) => (
        <Refused key={t.id} told={t} />
      ))}
    </div>
  );
}

function Refused({ told }: { told: Told }) {
  const say = useSay();
  const store = useStore();
  const words = wordsIn(told.ask);
  const dismiss = () => store.dismiss(told.id);
  return (
    <div className="rounded-lg bg-raised shadow-lift">
      <Banner kind="bad" title={say('refusal.title')}>
        <p>{sayRefusal(say, told.refusal)}</p>
        {words && (
          <blockquote className="mt-2 border-edge border-l-4 pl-2 select-all whitespace-pre-wrap">
            {words}
          </blockquote>
        )}
        {told.refusal.refused === 'cell_taken' && <OtherCells told={told} onDone={dismiss} />}
        <Button size="small" className="mt-2" onClick={dismiss}>
          {say('refusal.dismiss')}
        </Button>
      </Banner>
    </div>
  );
}

/** E02: the loser of a race is shown the free cells, one tap each. */
function OtherCells({ told, onDone }: { told: Told; onDone: () => void }) {
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
