'use client';
/** Finding the words that found, support or contradict something: search, choose, keep the part that matters. */
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTell } from '@/app/_page/answers';
import { usePath } from '@/client/path';
import { type Grounded, RELATIONS } from '@/domain/programming/evidence';
import type { Said } from '@/domain/programming/said';
import { evidenceFor } from '@/domain/programming/trace';
import { plainly } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { ChoicePills } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import { inputClass, Select, TextInput } from '@/ui/field';
import { Icon } from '@/ui/icons';
import { SearchField } from '@/ui/search-field';
import { useRegister } from './register';
import { useSaid } from './said';

/** What fits without scrolling for ever; the search narrows the rest. */
const SHOWN = 30;
type Props = { open: boolean; onClose: () => void; what: Grounded; target: string };

export function PickWords({ open, onClose, what, target }: Props) {
  const say = useSay();
  const [chosen, setChosen] = useState<Said | null>(null);
  return (
    <Dialog
      wide
      open={open}
      onClose={onClose}
      title={say('planning.linkWords')}
      closeLabel={say('planning.done')}
    >
      {chosen ? (
        <Keep said={chosen} what={what} target={target} onDone={() => setChosen(null)} />
      ) : (
        <Find what={what} target={target} onChoose={setChosen} />
      )}
    </Dialog>
  );
}

function Find({ what, target, onChoose }: Omit<Props, 'open' | 'onClose'> & { onChoose: (s: Said) => void }) {
  const say = useSay();
  const path = usePath();
  const { all, where, meetings } = useSaid();
  const [words, setWords] = useState('');
  const [topic, setTopic] = useState('');
  const [kind, setKind] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const linked = new Set(evidenceFor(path, what, target).map((e) => e.ref));
  const wanted = plainly(words)
    .split(/\s+/)
    .filter((w) => w !== '');
  const found = all.filter(
    (s) =>
      !s.withheld &&
      s.text.trim() !== '' &&
      (topic === '' || s.topic === topic) &&
      (kind === '' || s.kind === kind || s.voice === kind) &&
      wanted.every((w) => plainly(`${s.cite ?? ''} ${s.text}`).includes(w)),
  );
  const kinds = [...new Set(all.flatMap((s) => [s.kind, ...(s.voice ? [s.voice] : [])]))];
  const step = (e: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (!by) return;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    e.preventDefault();
    buttons[Math.max(0, at + by)]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows walk the list from the search box on
    <div className="grid gap-3" onKeyDown={step}>
      <SearchField
        label={say('planning.searchWords')}
        placeholder={say('planning.searchWords')}
        clearLabel={say('planning.clear')}
        value={words}
        onText={setWords}
        found={say('planning.found', { n: found.length })}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          label={say('planning.topic')}
          labelHidden
          value={topic}
          onChange={(e) => setTopic(e.target.value)}
          options={[
            { value: '', label: say('planning.allTopics') },
            ...meetings.flatMap((m) =>
              m.topics.map((t) => ({ value: t.ref, label: `${t.number} ${t.title}` })),
            ),
          ]}
        />
        <Select
          label={say('planning.kindOfWords')}
          labelHidden
          value={kind}
          onChange={(e) => setKind(e.target.value)}
          options={[
            { value: '', label: say('planning.allKinds') },
            ...kinds.map((k) => ({ value: k, label: say.dynamic(`planning.source.${k}`) })),
          ]}
        />
      </div>
      <ul ref={list} className="grid gap-1.5">
        {found.slice(0, SHOWN).map((s) => (
          <li key={s.ref}>
            <button
              type="button"
              onClick={() => onChoose(s)}
              className="grid w-full gap-0.5 rounded-lg border border-line px-3.5 py-2 text-left hover:border-accent"
            >
              <span dir="auto" className="line-clamp-3 wrap-anywhere">
                {s.text}
              </span>
              <span className="flex items-center gap-2 text-ink-soft text-sm">
                <b className="text-accent">{s.cite ?? say.dynamic(`planning.source.${s.kind}`)}</b>
                {s.voice && say.dynamic(`planning.source.${s.voice}`)}
                <span className="min-w-0 truncate">{where(s.ref).topic?.title}</span>
                {linked.has(s.ref) && (
                  <span className="ml-auto flex items-center gap-1 font-semibold text-good">
                    <Icon name="check" /> {say('planning.alreadyLinked')}
                  </span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found.length > SHOWN && <p className="text-ink-soft">{say('planning.searchMore', { n: SHOWN })}</p>}
    </div>
  );
}

/**
 * Words are selected by mouse and by keyboard alike. A box that is `readOnly` has no caret to walk with,
 * so this one refuses every change instead.
 */
const refuse = (e: { preventDefault: () => void }) => e.preventDefault();
function Keep({
  said,
  what,
  target,
  onDone,
}: {
  said: Said;
  what: Grounded;
  target: string;
  onDone: () => void;
}) {
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
