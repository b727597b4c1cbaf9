'use client';
/** Splits one table into several: names its parts, and assigns its things to each of them. */
import { type FormEvent, useState } from 'react';
import { usePath } from '@/client/hooks/path-provider';
import { pointingAt } from '@/domain/programming/references';
import type { WorkTable } from '@/domain/programming/state';
import { LINE_MAX, TITLE_MAX } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Select, TextInput } from '@/ui/field';
import { describe } from '../_shared/pointing-names';
import { useTableLives } from './table-commands';

export function SplitTable({ table }: { table: WorkTable }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" icon="split" onClick={() => setOpen(true)} className="print:hidden">
        {say('planning.splitTable')}
      </Button>
      <Dialog
        wide
        open={open}
        onClose={() => setOpen(false)}
        title={say('planning.splitTable')}
        closeLabel={say('close')}
      >
        <Parts table={table} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Parts({ table, onDone }: { table: WorkTable; onDone: () => void }) {
  const say = useSay();
  const path = usePath();
  const { split } = useTableLives();
  const [names, setNames] = useState(['', '']);
  const [rationale, setRationale] = useState('');
  /** The part's number for each thing; the first by default. */
  const [goes, setGoes] = useState<Record<string, number>>({});
  const pointing = pointingAt(path, 'table', table.id);
  const options = names.map((name, n) => ({ value: String(n), label: name || `${n + 1}` }));
  const submit = (e: FormEvent) => {
    e.preventDefault();
    const parts = names.map((name, n) => ({
      name,
      takes: pointing.flatMap(({ register, id }) =>
        n > 0 && goes[`${register}/${id}`] === n ? [{ register, id }] : [],
      ),
    }));
    if (split(table.id, parts, rationale)) onDone();
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <p>{say('planning.splitTableHow')}</p>
      {names.map((name, n) => (
        <TextInput
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts are told apart by their place alone
          key={n}
          {...(n === 0 && { 'data-first': true })}
          label={say('planning.splitPart', { n: n + 1 })}
          hint={say('planning.becomesPublic')}
          required
          maxLength={TITLE_MAX}
          value={name}
          onChange={(e) => setNames(names.map((old, i) => (i === n ? e.target.value : old)))}
        />
      ))}
      {names.length < 6 && (
        <Button
          size="small"
          icon="plus"
          onClick={() => setNames([...names, ''])}
          className="justify-self-start"
        >
          {say('planning.splitMore')}
        </Button>
      )}
      <TextInput
        label={say('planning.rationale')}
        hint={say('planning.rationaleHint')}
        required
        maxLength={LINE_MAX}
        value={rationale}
        onChange={(e) => setRationale(e.target.value)}
      />
      {pointing.length > 0 && (
        <fieldset className="grid gap-2">
          <legend className="mb-1 font-semibold">{say('planning.splitGoes')}</legend>
          {pointing.map((p) => (
            <Select
              key={`${p.register}/${p.id}`}
              label={describe(say, path, p)}
              value={String(goes[`${p.register}/${p.id}`] ?? 0)}
              onChange={(e) => setGoes({ ...goes, [`${p.register}/${p.id}`]: Number(e.target.value) })}
              options={options}
            />
          ))}
        </fieldset>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" icon="split">
          {say('planning.splitTable')}
        </Button>
        <Button onClick={onDone}>{say('planning.cancel')}</Button>
      </div>
    </form>
  );
}
