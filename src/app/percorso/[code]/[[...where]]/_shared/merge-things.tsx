'use client';
/** Merges or splits needs, organisations or sectors: chosen in a dialog, undone in one tap. */
import { nanoid } from 'nanoid';
import { useState } from 'react';
import { useTell } from '@/app/_shared/desk-toasts';
import { usePath } from '@/client/hooks/path-provider';
import { standingOnes } from '@/domain/programming/deed';
import type { MERGED } from '@/domain/programming/merges';
import { pointingAt, registerOf } from '@/domain/programming/references';
import { builtUpon, lastReshape } from '@/domain/programming/merge-split';
import type { Path } from '@/domain/programming/state';
import { TITLE_MAX } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { checkClass } from '@/ui/checkbox-marks';
import { Dialog } from '@/ui/dialog';
import { Select, TextInput } from '@/ui/field';
import { usePathDo, useMayWrite } from '../path-commands';
import { describe } from './pointing-names';

type What = (typeof MERGED)[number];
const nameOf = (path: Path, what: What, id: string): string => {
  const thing = registerOf(path, what)[id] as { title?: string; label?: string; name?: string } | undefined;
  return thing?.title ?? thing?.label ?? thing?.name ?? '';
};

/** The three operations on a thing: merge into another, split in two, undo. `small`: inside a row of many. */
export function MergeThings({ what, id }: { what: What; id: string }) {
  const may = useMayWrite();
  if (!may) return null;
  return (
    <>
      <MergeInto what={what} id={id} />
      <SplitInTwo what={what} id={id} />
      <UndoReshape what={what} id={id} />
    </>
  );
}

function MergeInto({ what, id }: { what: What; id: string }) {
  const say = useSay();
  const path = usePath();
  const ask = usePathDo();
  const tell = useTell();
  const [open, setOpen] = useState(false);
  const [other, setOther] = useState('');
  const others = standingOnes(registerOf(path, what))
    .filter((t) => t.id !== id)
    .map((t) => ({ value: t.id, label: nameOf(path, what, t.id) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'it'));
  const merge = () => {
    if (!ask('mergeThings', { what, into: id, from: [other], rationale: '' })) return;
    setOpen(false);
    tell(say('planning.mergedThings', { name: nameOf(path, what, id) }), 'good', {
      label: say('planning.undo'),
      onUndo: () => ask('undoReshape', { what, id }),
    });
  };
  return (
    <>
      {/* The dialog stays when the last other is merged: removed with its page, it would leave a history entry. */}
      {others.length > 0 && (
        <Button size="small" icon="merge" onClick={() => setOpen(true)} className="print:hidden">
          {say('planning.mergeThings')}
        </Button>
      )}
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={say('planning.mergeThingsTitle', { name: nameOf(path, what, id) })}
        closeLabel={say('close')}
        actions={
          <Button kind="primary" disabled={other === ''} onClick={merge}>
            {say('planning.mergeThings')}
          </Button>
        }
      >
        <p>{say('planning.mergeThingsHow')}</p>
        <Select
          data-first
          label={say('planning.mergeThingsWhich')}
          value={other}
          onChange={(e) => setOther(e.target.value)}
          options={[{ value: '', label: say('planning.chooseOne') }, ...others]}
        />
        {other !== '' && (
          <p>{say('planning.mergeThingsMoves', { n: pointingAt(path, what, other).length })}</p>
        )}
      </Dialog>
    </>
  );
}

function SplitInTwo({ what, id }: { what: What; id: string }) {
  const say = useSay();
  const path = usePath();
  const ask = usePathDo();
  const tell = useTell();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const pointing = open ? pointingAt(path, what, id) : [];
  const keyOf = (p: { register: string; id: string }) => `${p.register}/${p.id}`;
  const split = () => {
    const takes = pointing.flatMap((p) => (taken.has(keyOf(p)) ? [{ register: p.register, id: p.id }] : []));
    if (!ask('splitThing', { what, id, parts: [{ id: nanoid(14), name, takes }] })) return;
    setOpen(false);
    setName('');
    setTaken(new Set());
    tell(say('planning.splitDone', { name }), 'good', {
      label: say('planning.undo'),
      onUndo: () => ask('undoReshape', { what, id }),
    });
  };
  return (
    <>
      <Button size="small" icon="split" onClick={() => setOpen(true)} className="print:hidden">
        {say('planning.splitThing')}
      </Button>
      <Dialog
        wide
        open={open}
        onClose={() => setOpen(false)}
        title={say('planning.splitThingTitle', { name: nameOf(path, what, id) })}
        closeLabel={say('close')}
        actions={
          <Button kind="primary" disabled={name.trim() === ''} onClick={split}>
            {say('planning.splitThing')}
          </Button>
        }
      >
        <TextInput
          data-first
          label={say('planning.splitName')}
          value={name}
          maxLength={TITLE_MAX}
          onChange={(e) => setName(e.target.value)}
        />
        {pointing.length > 0 && (
          <fieldset className="grid gap-1">
            <legend className="mb-1 font-semibold">{say('planning.splitTakes')}</legend>
            {pointing.map((p) => (
              <label
                key={keyOf(p)}
                className="flex min-h-11 items-start gap-3 rounded-md border border-line px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft"
              >
                <input
                  type="checkbox"
                  className={checkClass}
                  checked={taken.has(keyOf(p))}
                  onChange={() => {
                    const next = new Set(taken);
                    if (!next.delete(keyOf(p))) next.add(keyOf(p));
                    setTaken(next);
                  }}
                />
                <span className="min-w-0 wrap-anywhere">{describe(say, path, p)}</span>
              </label>
            ))}
          </fieldset>
        )}
      </Dialog>
    </>
  );
}

/** As long as nothing depends on it, a merge or a split can be undone, also a week later. */
export function UndoReshape({ what, id }: { what: What | 'table' | 'code'; id: string }) {
  const say = useSay();
  const path = usePath();
  const ask = usePathDo();
  const tell = useTell();
  const shape = lastReshape(path, what, id);
  if (!shape || builtUpon(path, shape)) return null;
  return (
    <Button
      size="small"
      icon="undo"
      className="print:hidden"
      onClick={() => {
        if (ask('undoReshape', { what, id })) tell(say('planning.reshapeUndone'), 'good');
      }}
    >
      {say(shape.kind === 'merge' ? 'planning.undoMerge' : 'planning.undoSplit')}
    </Button>
  );
}
