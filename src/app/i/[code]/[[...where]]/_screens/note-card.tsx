'use client';
/** A note among the others: its words, its kind, who said it; what its author or any reader may do with it. */
import { memo, useState } from 'react';
import { useShown } from '@/client/provider';
import { type Note, noteNumber } from '@/domain/gathering/state';
import { useSay } from '@/i18n/words';
import { KindBadge } from '@/ui/badge';
import { Button, IconButton } from '@/ui/button';
import { useDo, useMine, useName } from './here';
import { Mark } from './mark';
import { NoteEdit } from './note-edit';

export const NoteCard = memo(function NoteCard({ note, topicN }: { note: Note; topicN: number }) {
  const say = useSay();
  const act = useDo();
  const name = useName();
  const timezone = useShown((s) => s.view.timezone);
  const mine = useMine()?.notes[note.id] === true;
  const [open, setOpen] = useState(false);
  const [editing, setEditing] = useState(false);
  const number = noteNumber(topicN, note.n);
  const withdraw = () =>
    act(
      'withdrawNote',
      { note: note.id },
      { say: say('note.withdrawn'), undo: () => act('restoreNote', { note: note.id }) },
    );
  const flag = () => {
    act('flagText', { what: 'note', id: note.id }, { say: say('note.flagged') });
    setOpen(false);
  };
  if (note.hidden)
    return (
      <li className="rounded-xl border-2 border-line border-dashed p-3 text-ink-soft">
        <p className="text-sm">
          {number} · {say('note.hidden')}
        </p>
        {mine && note.text && <p className="mt-1 text-ink">{say('note.hiddenMine', { text: note.text })}</p>}
      </li>
    );
  if (editing) return <NoteEdit note={note} onDone={() => setEditing(false)} />;
  const who = note.anonymous ? (mine ? say('note.anonymousYou') : say('note.someone')) : name(note.author);
  return (
    <li className="grid gap-2 rounded-xl border border-line bg-raised p-3 shadow-card">
      <p className="whitespace-pre-wrap break-words">{note.text}</p>
      <div className="flex items-center gap-x-2 text-ink-soft text-sm">
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
          {note.kind !== 'altro' && <KindBadge kind={note.kind} label={say(`kind.${note.kind}`)} />}
          <span>
            {who} · {say.time(note.at, timezone)} · <span className="whitespace-nowrap">{number}</span>
            {note.versions.length > 0 && ` · ${say('note.revised')}`}
          </span>
          {mine && <Mark id={note.id} />}
        </div>
        <IconButton
          icon="more"
          label={say('note.moreOn', { note: number })}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="-my-2 -mr-2 ml-auto"
        />
      </div>
      {open && (
        <div className="flex flex-wrap gap-2">
          {mine && (
            <>
              <Button size="small" icon="edit" onClick={() => setEditing(true)}>
                {say('note.revise')}
              </Button>
              <Button size="small" icon="hide" onClick={withdraw}>
                {say('note.withdraw')}
              </Button>
            </>
          )}
          <Button size="small" kind="danger" icon="flag" onClick={flag}>
            {say('note.flag')}
          </Button>
        </div>
      )}
    </li>
  );
});
