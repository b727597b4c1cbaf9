'use client';
/** An idea among the others: its author may mend it or take it back, anyone may flag it. */
import { useState } from 'react';
import { useMe, useDelivery, useDo, useName } from './here';
import { useShown } from '@/client/provider';
import { ideaNumber } from '@/domain/gathering/formats';
import type { Idea } from '@/domain/gathering/state';
import { NOTE_MAX, visible } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button, IconButton } from '@/ui/button';
import { NoteCard } from '@/ui/note-card';
import { TextArea } from '@/ui/text-area';
import { WordsWays } from './words-ways';

export function IdeaItem({ idea }: { idea: Idea }) {
  const say = useSay();
  const act = useDo();
  const name = useName();
  const zone = useShown((s) => s.view.timezone);
  const delivery = useDelivery(idea.id);
  const mine = useMe() === idea.author;
  const [open, setOpen] = useState(false);
  const [editing, setEditing] = useState(false);
  const number = ideaNumber(idea.n);
  if (editing) return <Edit idea={idea} onDone={() => setEditing(false)} />;
  return (
    <li className="relative">
      <NoteCard
        kind={idea.kind}
        kindLabel={say(`kind.${idea.kind}`)}
        text={idea.hidden ? say('note.hidden') : idea.text}
        withheld={idea.hidden !== null}
        author={idea.hidden || idea.origin === 'carta' ? '' : name(idea.author)}
        when={`${say.time(idea.saidAt ?? idea.at, zone)} · ${number}`}
        flags={idea.versions.length > 0 ? [{ label: say('note.revised') }] : []}
        {...(mine ? { delivery, deliveryLabel: say(`delivery.${delivery}`) } : {})}
        actions={
          open && (
            <WordsWays
              what="idea"
              id={idea.id}
              mine={mine}
              onEdit={() => setEditing(true)}
              onWithdraw={() => act('withdrawIdea', { idea: idea.id })}
              onDone={() => setOpen(false)}
            />
          )
        }
      />
      {!idea.hidden && (
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
}

function Edit({ idea, onDone }: { idea: Idea; onDone: () => void }) {
  const say = useSay();
  const act = useDo();
  const [text, setText] = useState(idea.text);
  const save = () => {
    const changed = text !== idea.text;
    if (!changed || act('reviseIdea', { idea: idea.id, text, kind: idea.kind }, { say: say('saved') }))
      onDone();
  };
  return (
    <li className="grid gap-2">
      <TextArea label={say('idea.label')} value={text} onText={setText} max={NOTE_MAX} rows={3} />
      <div className="flex gap-2">
        <Button kind="primary" size="small" disabled={visible(text) === ''} onClick={save}>
          {say('save')}
        </Button>
        <Button size="small" onClick={onDone}>
          {say('cancel')}
        </Button>
      </div>
    </li>
  );
}
