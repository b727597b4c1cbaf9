'use client';
/** Form fields of a space: the name on its door, how many people it holds, if there are steps, how to find it. */
import { nanoid } from 'nanoid';
import { useState } from 'react';
import { useDeskDo } from '@/app/_shared/desk-commands';
import type { Space } from '@/domain/gathering/state/matrix';
import { CAPACITY_MAX, LABEL_MAX, LINE_MAX, visible } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button, IconButton } from '@/ui/button';
import { Toggle } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import { TextInput } from '@/ui/field';

/** Reads the field of a capacity: undefined where it is empty, null where it is no such number. */
function capacityIn(typed: string): number | undefined | null {
  if (typed.trim() === '') return undefined;
  const n = Number(typed);
  return Number.isInteger(n) && n >= 1 && n <= CAPACITY_MAX ? n : null;
}

function CapacityField({ value, onValue }: { value: string; onValue: (typed: string) => void }) {
  const say = useSay();
  return (
    <TextInput
      label={say('desk.capacity')}
      hint={say('desk.capacityHint')}
      type="number"
      inputMode="numeric"
      min={1}
      max={CAPACITY_MAX}
      value={value}
      onChange={(e) => onValue(e.target.value)}
    />
  );
}

export function EditSpace({ space }: { space: Space }) {
  const say = useSay();
  const ask = useDeskDo();
  const { name, stepFree, note } = space;
  const now = { name, stepFree, note, capacity: String(space.capacity ?? '') };
  const [words, setWords] = useState<typeof now | null>(null);
  const close = () => setWords(null);
  const capacity = capacityIn(words?.capacity ?? '');
  const save = () =>
    words && ask('reviseSpace', { space: space.id, ...words, capacity: capacity ?? null }) && close();
  return (
    <>
      <IconButton icon="edit" label={say('desk.edit', { what: name })} onClick={() => setWords(now)} />
      <Dialog
        open={words !== null}
        onClose={close}
        title={say('desk.edit', { what: name })}
        closeLabel={say('close')}
        actions={
          <Button kind="primary" disabled={!visible(words?.name ?? '') || capacity === null} onClick={save}>
            {say('save')}
          </Button>
        }
      >
        {words && (
          <>
            <TextInput
              label={say('desk.spaceLabel')}
              value={words.name}
              maxLength={LABEL_MAX}
              onChange={(e) => setWords({ ...words, name: e.target.value })}
            />
            <TextInput
              label={say('desk.spaceNote')}
              hint={say('desk.spaceNoteHint')}
              value={words.note}
              maxLength={LINE_MAX}
              onChange={(e) => setWords({ ...words, note: e.target.value })}
            />
            <CapacityField
              value={words.capacity}
              onValue={(typed) => setWords({ ...words, capacity: typed })}
            />
            <Toggle
              label={say('desk.stepFree')}
              on={words.stepFree}
              onToggle={(on) => setWords({ ...words, stepFree: on })}
            />
          </>
        )}
      </Dialog>
    </>
  );
}

export function NewSpace() {
  const say = useSay();
  const ask = useDeskDo();
  const [name, setName] = useState('');
  const [informal, setInformal] = useState(false);
  const [stepFree, setStepFree] = useState(true);
  const [people, setPeople] = useState('');
  const capacity = capacityIn(people);
  const add = () => {
    const kind = informal ? 'informal' : 'room';
    const hint = capacity ? { capacity } : {};
    if (!ask('addSpace', { id: nanoid(14), name, kind, stepFree, ...hint })) return;
    setName('');
    setPeople('');
  };
  return (
    <div className="mt-3 grid gap-2 border-line border-t pt-3">
      <TextInput
        label={say('desk.spaceName')}
        value={name}
        maxLength={LABEL_MAX}
        onChange={(e) => setName(e.target.value)}
      />
      <CapacityField value={people} onValue={setPeople} />
      <Toggle
        label={say('desk.informal')}
        hint={say('desk.informalHint')}
        on={informal}
        onToggle={setInformal}
      />
      <Toggle label={say('desk.stepFree')} on={stepFree} onToggle={setStepFree} />
      <div>
        <Button icon="plus" disabled={visible(name) === '' || capacity === null} onClick={add}>
          {say('desk.addSpace')}
        </Button>
      </div>
    </div>
  );
}
