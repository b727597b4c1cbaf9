'use client';
/** The keyboard shortcuts of the reading, and the switch that turns single letters off (WCAG 2.1.4). */
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useSay } from '@/i18n/words';
import { Toggle } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import { KeyHint } from '@/ui/key-hint';

/** Maximum time between two letters of one sentence, in milliseconds. */
const PAUSE = 600;

/** Never while somebody types, chooses in a list, or answers a dialog. */
function typing(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]')) return true;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="combobox"]') !== null)
  );
}

/** Single-key shortcuts of the page. `acts` is called at each key, so it may change with every render. */
export function useKeys(acts: Record<string, () => void>, on: boolean): void {
  const now = useRef(acts);
  // Before anybody can press another key: the acts of the screen before are about another text.
  useLayoutEffect(() => {
    now.current = acts;
  });
  useEffect(() => {
    if (!on) return;
    let written = Number.NEGATIVE_INFINITY;
    const hear = (e: KeyboardEvent) => {
      // A sentence begun in a dialog that closes under the fingers is not a row of shortcuts.
      const letter = e.key.length === 1 && !e.ctrlKey && !e.metaKey;
      const inDialog = document.querySelector('dialog[open]') !== null;
      if (letter && (inDialog || e.timeStamp - written < PAUSE)) {
        written = e.timeStamp;
        return;
      }
      // A key that keeps or leaves ends the sentence: the next letter is a shortcut again.
      if (e.key === 'Escape' || (e.key === 'Enter' && (e.ctrlKey || e.metaKey)))
        written = Number.NEGATIVE_INFINITY;
      if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || e.isComposing) return;
      if (typing(e.target)) return;
      // Enter on a button or a link keeps its own meaning.
      const own = e.target instanceof HTMLElement && e.target.closest('a, button, summary');
      if (own && e.key === 'Enter') return;
      const act = now.current[e.key] ?? now.current[e.key.toLowerCase()];
      if (!act) return;
      e.preventDefault();
      act();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [on]);
}

const MOVING = [
  [['←', '→'], 'reading.keys.word'],
  [['⇧', '← →'], 'reading.keys.extend'],
  [['⇧', 'Home/End'], 'reading.keys.extendAll'],
  [['↓', '↑'], 'reading.keys.step'],
  [['Esc'], 'reading.keys.none'],
] as const;
const LETTERS = [
  [['j', 'k'], 'reading.keys.step'],
  [['1', '…', '9'], 'reading.keys.digit'],
  [['c'], 'reading.keys.find'],
  [['n'], 'reading.keys.make'],
  [['m'], 'reading.keys.memo'],
  [['s'], 'reading.keys.star'],
  [['x'], 'reading.keys.contrast'],
  [['i'], 'reading.keys.doubt'],
  [['r'], 'reading.keys.read'],
  [['v'], 'reading.keys.again'],
  [['Invio'], 'reading.keys.next'],
  [['z'], 'reading.keys.undo'],
  [['q'], 'reading.keys.queue'],
  [['?'], 'reading.keys.help'],
] as const;

export function KeysDialog({
  open,
  onClose,
  on,
  onTurn,
}: {
  open: boolean;
  onClose: () => void;
  on: boolean;
  onTurn: (on: boolean) => void;
}) {
  const say = useSay();
  const list = (keys: typeof MOVING | typeof LETTERS) => (
    <ul className="grid gap-2 sm:grid-cols-2">
      {keys.map(([names, does]) => (
        <li key={does + names.join('')}>
          <KeyHint
            keys={names.map((k) => (k === 'Invio' ? say('reading.keys.enter') : k))}
            does={say(does)}
          />
        </li>
      ))}
    </ul>
  );
  return (
    <Dialog wide open={open} onClose={onClose} title={say('reading.keys')} closeLabel={say('close')}>
      <h3 className="font-bold">{say('reading.keys.moving')}</h3>
      {list(MOVING)}
      <h3 className="mt-2 font-bold">{say('reading.keys.letters')}</h3>
      <Toggle label={say('reading.keys.on')} hint={say('reading.keys.onHint')} on={on} onToggle={onTurn} />
      {list(LETTERS)}
      <p className="text-ink-soft text-sm">{say('reading.keys.whole')}</p>
    </Dialog>
  );
}
