'use client';
/** A note among the others: its words, its kind, who said it; what its author or any reader may do with it. */
import { memo, useState } from 'react';
import { useShown } from '@/client/provider';
import { type Note, noteNumber } from '@/domain/gathering/state';
import { useSay } from '@/i18n/words';
import { IconButton } from '@/ui/button';
import { NoteCard } from '@/ui/note-card';
import { useDelivery, useDo, useMyNote, useName } from './here';
import { NoteEdit } from './note-edit';
import { WordsWays } from './words-ways';

export const NoteItem = memo(function NoteItem({ note, topicN }: { note: Note; topicN: number }) {
  const say = useSay();
  const act = useDo();
  const name = useName();
  const timezone = useShown((s) => s.view.timezone);
  const delivery = useDelivery(note.id);
  const mine = useMyNote(note);
  const [open, setOpen] = useState(false);
  const [editing, setEditing] = useState(false);
  const number = noteNumber(topicN, note.n);
  if (editing) return <NoteEdit note={note} onDone={() => setEditing(false)} />;
  const who = note.anonymous ? say(mine ? 'note.anonymousYou' : 'note.someone') : name(note.author);
  const withdraw = () =>
    act(
      'withdrawNote',
      { note: note.id },
      { say: say('note.withdrawn'), undo: () => act('restoreNote', { note: note.id }) },
    );
  const kept = mine && note.text ? say('note.hiddenMine', { text: note.text }) : say('note.hidden');
  return (
    <li className="relative">
      <NoteCard
        kind={note.kind}
        kindLabel={say(`kind.${note.kind}`)}
        text={note.hidden ? kept : note.text}
        withheld={note.hidden !== null}
        author={note.hidden ? '' : who}
        when={`${say.time(note.at, timezone)} · ${number}`}
        flags={note.versions.length > 0 ? [{ label: say('note.revised') }] : []}
        {...(mine ? { delivery, deliveryLabel: say(`delivery.${delivery}`) } : {})}
        {...(note.hidden
          ? {}
          : {
              actions: open && (
                <WordsWays
                  what="note"
                  id={note.id}
                  mine={mine}
                  onEdit={() => setEditing(true)}
                  onWithdraw={withdraw}
                  onDone={() => setOpen(false)}
                />
              ),
            })}
      />
      {!note.hidden && (
        <IconButton
          icon="more"
          label={say('note.moreOn', { note: number })}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="absolute top-2 right-2"
        />
      )}
    </li>
  );
});
