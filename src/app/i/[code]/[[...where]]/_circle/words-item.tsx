'use client';
/** A note or an idea in a list, with the actions of its author or any reader. */
import { useState } from 'react';
import type { Idea } from '@/domain/gathering/state/idea';
import type { Note } from '@/domain/gathering/state/note';
import { useSay } from '@/i18n/words';
import { IconButton } from '@/ui/button';
import { NoteCard } from '@/ui/note-card';
import { useDeliveryWords } from '../_frame/delivery-status';
import { WordsWays } from './words-menu';

type Props = {
  what: 'note' | 'idea';
  of: Note | Idea;
  /** Its reference for citing. */
  number: string;
  mine: boolean;
  text: string;
  author: string;
  time: string;
  onEdit: () => void;
  onWithdraw: () => void;
};

export function WordsItem({ what, of, number, mine, text, author, time, onEdit, onWithdraw }: Props) {
  const say = useSay();
  const delivery = useDeliveryWords(of.id);
  const [open, setOpen] = useState(false);
  return (
    <li className="relative">
      <NoteCard
        kind={of.kind}
        kindLabel={say(`kind.${of.kind}`)}
        text={text}
        withheld={of.hidden !== null}
        author={of.hidden ? '' : author}
        when={`${time} · ${number}`}
        flags={of.versions.length > 0 ? [{ label: say('note.revised') }] : []}
        {...(mine ? delivery : {})}
        actions={
          open &&
          !of.hidden && (
            <WordsWays
              what={what}
              id={of.id}
              mine={mine}
              onEdit={onEdit}
              onWithdraw={onWithdraw}
              onDone={() => setOpen(false)}
            />
          )
        }
      />
      {!of.hidden && (
        <IconButton
          icon="more"
          label={say('note.moreOn', { note: number })}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="absolute top-2 end-2"
        />
      )}
    </li>
  );
}
