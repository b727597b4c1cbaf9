'use client';
/** The days of a gathering at the desk: add one, move one with all its slots, or remove one while nothing is in it. */
import { useState } from 'react';
import { useDeskDo } from '@/app/_shared/desk-commands';
import { useTell } from '@/app/_shared/desk-toasts';
import { useSay } from '@/i18n/words';
import { Button, IconButton } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { TextInput } from '@/ui/field';

/** A day's own line, where there are several. */
export function DayHead({ day }: { day: string }) {
  const say = useSay();
  return (
    <div className="mt-2 flex items-center justify-between gap-2 border-line border-t pt-2">
      <h4 className="font-bold">{say.date(day, 'weekday')}</h4>
      <EditDay day={day} mayGo />
    </div>
  );
}

/** Moves the only day, or adds another. */
export function Days({ days }: { days: readonly string[] }) {
  const say = useSay();
  const ask = useDeskDo();
  const [day, setDay] = useState('');
  const [only] = days;
  return (
    <div className="mt-3 flex flex-wrap items-end gap-3 border-line border-t pt-3">
      {days.length === 1 && only && (
        <div className="flex w-full items-center justify-between gap-2">
          <span>{say('desk.onlyDay', { day: say.date(only) })}</span>
          <EditDay day={only} />
        </div>
      )}
      <TextInput
        label={say('desk.newDay')}
        type="date"
        value={day}
        onChange={(e) => setDay(e.target.value)}
      />
      <Button
        icon="plus"
        disabled={day === ''}
        onClick={() => ask('changeDay', { from: null, to: day }) && setDay('')}
      >
        {say('desk.addDay')}
      </Button>
    </div>
  );
}

function EditDay({ day, mayGo }: { day: string; mayGo?: boolean }) {
  const say = useSay();
  const ask = useDeskDo();
  const tell = useTell();
  const [to, setTo] = useState<string | null>(null);
  const close = () => setTo(null);
  const what = say.date(day);
  const change = (into: string | null) => {
    if (!ask('changeDay', { from: day, to: into })) return;
    close();
    const onUndo = () => ask('changeDay', { from: into, to: day });
    tell(say('desk.dayChanged'), 'plain', { label: say('toast.undo'), onUndo });
  };
  return (
    <>
      <IconButton icon="edit" label={say('desk.edit', { what })} onClick={() => setTo(day)} />
      <Dialog
        open={to !== null}
        onClose={close}
        title={say('desk.edit', { what })}
        closeLabel={say('close')}
        actions={
          <>
            {mayGo && (
              <Button kind="danger" onClick={() => change(null)}>
                {say('desk.lessDay')}
              </Button>
            )}
            <Button kind="primary" disabled={!to || to === day} onClick={() => change(to)}>
              {say('save')}
            </Button>
          </>
        }
      >
        <TextInput
          label={say('desk.newDate')}
          hint={say('desk.newDateHint')}
          type="date"
          value={to ?? ''}
          onChange={(e) => setTo(e.target.value)}
        />
      </Dialog>
    </>
  );
}
