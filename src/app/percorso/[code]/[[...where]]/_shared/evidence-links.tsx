'use client';
/** Links words to the things they found, support or contradict: all of them, or the selected part. */
import { useRef, useState } from 'react';
import { useTell } from '@/app/_shared/desk-toasts';
import { type Grounded, RELATIONS } from '@/domain/programming/evidence';
import type { Said } from '@/domain/programming/source-text';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { ChoicePills } from '@/ui/choice';
import { inputClass, TextInput } from '@/ui/field';
import { useRegister } from './register';

/**
 * Words can be selected by mouse and by keyboard. A `readOnly` field has no caret to move, so this one refuses every
 * change instead.
 */
const refuse = (e: { preventDefault: () => void }) => e.preventDefault();

type Props = { said: Said; what: Grounded; target: string; onDone: () => void };

export function KeepWords({ said, what, target, onDone }: Props) {
  const say = useSay();
  const tell = useTell();
  const box = useRef<HTMLTextAreaElement>(null);
  const { add } = useRegister('evidence');
  const [relation, setRelation] = useState<(typeof RELATIONS)[number]>('fonda');
  const [note, setNote] = useState('');
  const [span, setSpan] = useState<[number, number] | null>(null);
  const link = () => {
    const part = span ? { start: span[0], end: span[1] } : {};
    if (!add({ what, target, ref: said.ref, relation, note, ...part })) return;
    tell(say('planning.linked'), 'good');
    onDone();
  };
  const select = () => {
    const el = box.current;
    if (el) setSpan(el.selectionEnd > el.selectionStart ? [el.selectionStart, el.selectionEnd] : null);
  };
  return (
    <div className="grid gap-4">
      <label className="grid gap-1.5">
        <span className="font-semibold">{say('planning.keepPart')}</span>
        <textarea
          ref={box}
          aria-readonly="true"
          onBeforeInput={refuse}
          onPaste={refuse}
          onCut={refuse}
          onDrop={refuse}
          onChange={refuse}
          rows={Math.min(10, Math.ceil(said.text.length / 60) + 1)}
          value={said.text}
          onSelect={select}
          onKeyUp={select}
          className={`${inputClass} text-lg leading-snug`}
        />
      </label>
      <p aria-live="polite" className="rounded-lg bg-accent-soft px-4 py-2">
        {say(span ? 'planning.keptPart' : 'planning.keptAll')}{' '}
        {span && <b>«{said.text.slice(span[0], span[1])}»</b>}
      </p>
      <ChoicePills
        legend={say('planning.relationOf')}
        value={relation}
        onValue={setRelation}
        choices={RELATIONS.map((r) => ({
          value: r,
          label: say(`planning.relation.${r}`),
          hint: say(`planning.relation.${r}.hint`),
        }))}
      />
      <TextInput
        label={say('planning.linkNote')}
        aside={say('planning.optional')}
        value={note}
        onChange={(e) => setNote(e.target.value)}
      />
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" icon="link" onClick={link}>
          {say('planning.link')}
        </Button>
        <Button icon="left" onClick={onDone}>
          {say('planning.otherWords')}
        </Button>
      </div>
    </div>
  );
}
