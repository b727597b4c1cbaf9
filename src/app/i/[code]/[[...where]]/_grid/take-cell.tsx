'use client';
/** Takes a cell: places or moves a session, warns a convener of a clash (I3), asks for a taken cell (E03). */
import { useView } from '@/client/hooks/gathering-provider';
import type { Cell } from '@/domain/gathering/free-cells';
import { sessionsOf } from '@/domain/gathering/session-queries';
import type { Refusal } from '@/domain/refusal';
import type { Session } from '@/domain/gathering/state/session';
import { type Topic, topicNumber } from '@/domain/gathering/state/topic';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { BottomSheet } from '@/ui/dialog';
import { newId, useDo } from '../_frame/phone-hooks';
import { usePlaceName } from '../_frame/place-names';
import { useToast } from '../_frame/phone-toasts';

/** A command that still waits for the convener's answer before it is sent. */
export type TakeCellAsk =
  | { what: 'clash'; cell: Cell; move: string | null; refusal: Refusal }
  | { what: 'again'; cell: Cell; held: Session[] };

/**
 * The session just placed, with its undo: shown in the cell itself, where the person looks, and not over other cells.
 */
export type Taken = { session: string; said: string; undo: () => void };

type Asking = {
  ask: TakeCellAsk | null;
  setAsk: (ask: TakeCellAsk | null) => void;
  onTaken: (taken: Taken | null) => void;
};

export function useTaking(topic: Topic | null, { ask, setAsk, onTaken }: Asking) {
  const say = useSay();
  const act = useDo();
  const view = useView();
  const placeName = usePlaceName();
  const toast = useToast();

  /** `move`: the session that leaves its cell for this one; null places a new one. */
  function settle(cell: Cell, move: string | null, anyway = false): void {
    if (!topic) return;
    const otherwise = (refusal: Refusal) => {
      if (refusal.refused !== 'convener_clash') return false;
      setAsk({ what: 'clash', cell, move, refusal });
      return true;
    };
    const said = say('grid.taken', { topic: topicNumber(topic.n), place: placeName(cell) });
    const done = (session: string, undo: () => unknown) => {
      setAsk(null);
      onTaken({ session, said, undo: () => undo() && onTaken(null) });
    };
    if (move) {
      const from = view.sessions[move];
      const back = () =>
        from && act('moveSession', { session: move, slot: from.slot, space: from.space, anyway: true });
      if (act('moveSession', { session: move, ...cell, anyway }, { otherwise })) done(move, back);
      return;
    }
    const session = newId();
    if (act('placeTopic', { session, topic: topic.id, ...cell, anyway }, { otherwise }))
      done(session, () => act('cancelSession', { session }));
  }

  function take(cell: Cell): void {
    if (!topic) return;
    const held = sessionsOf(view, topic.id).filter((s) => s.state !== 'ended');
    if (held.length > 0) setAsk({ what: 'again', cell, held });
    else settle(cell, null);
  }

  function swap(theirs: Session) {
    const mine = topic && sessionsOf(view, topic.id).find((s) => s.state === 'planned');
    // A swap needs a cell to give.
    if (!mine) {
      toast({ text: say('swap.needsPlace'), tone: 'plain' });
      return;
    }
    const id = newId();
    act(
      'offerSwap',
      { swap: id, mine: mine.id, theirs: theirs.id },
      { say: say('swap.offered'), undo: () => act('declineSwap', { swap: id }) },
    );
  }

  const shut = () => setAsk(null);
  const dialog = (
    <BottomSheet
      open={ask !== null}
      onClose={shut}
      title={ask ? say(ask.what === 'clash' ? 'grid.clash' : 'grid.again') : ''}
      closeLabel={say('close')}
    >
      {ask?.what === 'clash' && (
        <>
          <p>{sayRefusal(say, ask.refusal)}</p>
          <Button onClick={shut}>{say('grid.choose')}</Button>
          <Button kind="primary" onClick={() => settle(ask.cell, ask.move, true)}>
            {say('grid.anyway')}
          </Button>
        </>
      )}
      {ask?.what === 'again' && (
        <>
          <p>{say('grid.againWhy')}</p>
          {ask.held.map((s) => (
            <Button key={s.id} icon="move" onClick={() => settle(ask.cell, s.id)}>
              {say('grid.moveFrom', { place: placeName(s) })}
            </Button>
          ))}
          {!ask.held.some((s) => s.slot === ask.cell.slot) && (
            <Button icon="plus" onClick={() => settle(ask.cell, null)}>
              {say('grid.continue')}
            </Button>
          )}
        </>
      )}
    </BottomSheet>
  );
  return { take, swap, dialog };
}
