'use client';
/** Form fields of a slot: a new one, or one moved because lunch ran late. */
import { nanoid } from 'nanoid';
import { useState } from 'react';
import { useDeskDo } from '@/app/_shared/desk-commands';
import type { Slot } from '@/domain/gathering/state/matrix';
import { LABEL_MAX, visible } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button, IconButton } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Select, TextInput } from '@/ui/field';

type Hours = { start: string; end: string };

function HourFields({ start, end, onHours }: Hours & { onHours: (hours: Partial<Hours>) => void }) {
  const say = useSay();
  return (
    <>
      <TextInput
        label={say('desk.from')}
        type="time"
        value={start}
        onChange={(e) => onHours({ start: e.target.value })}
      />
      <TextInput
        label={say('desk.to')}
        type="time"
        value={end}
        onChange={(e) => onHours({ end: e.target.value })}
      />
    </>
  );
}

export function EditSlot({ slot }: { slot: Slot }) {
  const say = useSay();
  const ask = useDeskDo();
  const [words, setWords] = useState<(Hours & { label: string }) | null>(null);
  const close = () => setWords(null);
  const save = () =>
    words &&
    ask('reviseSlot', {
      slot: slot.id,
      day: slot.day,
      label: words.label,
      start: words.start,
      end: words.end,
    }) &&
    close();
  const { label, start, end } = slot;
  return (
    <>
      <IconButton
        icon="edit"
        label={say('desk.edit', { what: label })}
        onClick={() => setWords({ label, start, end })}
      />
      <Dialog
        open={words !== null}
        onClose={close}
        title={say('desk.edit', { what: label })}
        closeLabel={say('close')}
        actions={
          <Button
            kind="primary"
            disabled={!words?.start || !words.end || !visible(words.label)}
            onClick={save}
          >
            {say('save')}
          </Button>
        }
      >
        {words && (
          <>
            <TextInput
              label={say('desk.slotLabel')}
              value={words.label}
              maxLength={LABEL_MAX}
              onChange={(e) => setWords({ ...words, label: e.target.value })}
            />
            <div className="grid grid-cols-2 gap-4">
              <HourFields {...words} onHours={(hours) => setWords({ ...words, ...hours })} />
            </div>
            <p className="text-ink-soft text-sm">{say('desk.slotMoves')}</p>
          </>
        )}
      </Dialog>
    </>
  );
}

/** A new slot at the end of the day gets the next number; one before another is named by its hour. */
export function NewSlot({ days, slots }: { days: readonly string[]; slots: readonly Slot[] }) {
  const say = useSay();
  const ask = useDeskDo();
  const [hours, setHours] = useState<Hours>({ start: '', end: '' });
  const [chosen, choose] = useState('');
  const day = days.includes(chosen) ? chosen : (days.at(-1) ?? '');
  const last = slots.every((s) => `${s.day}${s.start}` < `${day}${hours.start}`);
  const label = last
    ? say('desk.slotName', { n: slots.length + 1 })
    : say('desk.slotAt', { time: hours.start });
  const add = () => {
    if (ask('addSlot', { id: nanoid(14), day, label, ...hours })) setHours({ start: '', end: '' });
  };
  return (
    <div className="mt-3 flex flex-wrap items-end gap-3 border-line border-t pt-3">
      {days.length > 1 && (
        <Select
          label={say('desk.slotDay')}
          value={day}
          onChange={(e) => choose(e.target.value)}
          options={days.map((d) => ({ value: d, label: say.date(d) }))}
        />
      )}
      <HourFields {...hours} onHours={(part) => setHours({ ...hours, ...part })} />
      <Button icon="plus" disabled={!hours.start || !hours.end} onClick={add}>
        {say('desk.addSlot')}
      </Button>
    </div>
  );
}
