'use client';
/** A note in the list: its words, its kind, its author; and the actions of its author or any reader. */
import { memo, useState } from 'react';
import { useShown } from '@/client/hooks/gathering-provider';
import { type Note, noteNumber } from '@/domain/gathering/state/note';
import { useSay } from '@/i18n/words';
import { useDo, useMyNote, useName } from '../_frame/phone-hooks';
import { NoteEdit } from './note-edit';
import { WordsItem } from './words-item';

export const NoteItem = memo(function NoteItem({ note, topicN }: { note: Note; topicN: number }) {
  const say = useSay();
  const act = useDo();
  const name = useName();
  const timezone = useShown((s) => s.view.timezone);
  const mine = useMyNote(note);
  const [editing, setEditing] = useState(false);
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
    <WordsItem
      what="note"
      of={note}
      number={noteNumber(topicN, note.n)}
      mine={mine}
      text={note.hidden ? kept : note.text}
      author={who}
      time={say.time(note.at, timezone)}
      onEdit={() => setEditing(true)}
      onWithdraw={withdraw}
    />
  );
});
