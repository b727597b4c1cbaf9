'use client';
/** The codebook beside the text: type to find, arrows to choose, Enter to code; nine codes have a key of their own. */
import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { usePath } from '@/client/hooks/path-provider';
import { codesInUse } from '@/domain/programming/codes';
import { timesByCode, tree } from '@/domain/programming/reading-queue';
import type { Code } from '@/domain/programming/state';
import { plainly, seeking } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { cx } from '@/ui/cx';
import { inputClass } from '@/ui/field';
import { Icon } from '@/ui/icons';
import { CodeSign } from './code-mark';

/** The nine codes with a key: the most used ones at the start, and they keep their key while the person reads. */
export function useNine(): string[] {
  const path = usePath();
  const kept = useRef<string[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a key must not move under the fingers with each coding
  return useMemo(() => {
    const times = timesByCode(path);
    const standing = codesInUse(path).map((c) => c.id);
    const old = kept.current.filter((id) => standing.includes(id));
    const rest = standing.filter((id) => !old.includes(id));
    if (old.length === 0) rest.sort((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0));
    kept.current = [...old, ...rest].slice(0, 9);
    return kept.current;
  }, [path.codes]);
}

export type PaletteHandle = { focus(query?: string): void };
type Props = {
  given: ReadonlySet<string>;
  nine: readonly string[];
  /** The words the codes would be given to. */
  target: string;
  onGive: (code: string) => void;
  onMake: (label: string) => void;
  /** Esc: back to the words. */
  onLeave: () => void;
  ref?: Ref<PaletteHandle>;
};

export function Palette({ given, nine, target, onGive, onMake, onLeave, ref }: Props) {
  const say = useSay();
  const path = usePath();
  const at = useId();
  const box = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  useImperativeHandle(ref, () => ({
    focus(words) {
      if (words !== undefined) setQuery(words);
      setActive(0);
      box.current?.focus();
      box.current?.select();
    },
  }));

  // biome-ignore lint/correctness/useExhaustiveDependencies: only codes and codings are read
  const { branches, times } = useMemo(
    () => ({ branches: tree(path), times: timesByCode(path) }),
    [path.codes, path.codings],
  );
  const wanted = plainly(query.trim());
  const fits = seeking(query);
  const found = branches.flatMap((b): { code: Code; depth: number }[] => {
    const code = path.codes[b.id];
    return code && fits(`${code.label} ${code.family}`) ? [{ code, depth: wanted === '' ? b.depth : 0 }] : [];
  });
  const exact = found.some(({ code }) => plainly(code.label) === wanted);
  const makes = wanted !== '' && !exact;
  const choices = found.length + (makes ? 1 : 0);
  const here = Math.min(active, Math.max(0, choices - 1));

  const choose = (i: number) => {
    const picked = found[i];
    if (picked) onGive(picked.code.id);
    else if (makes) onMake(query);
    setQuery('');
    setActive(0);
  };
  const leave = () => {
    setQuery('');
    onLeave();
  };
  const key = (e: KeyboardEvent) => {
    const acts = new Map<string, () => unknown>([
      ['ArrowDown', () => setActive(Math.min(choices - 1, here + 1))],
      ['ArrowUp', () => setActive(Math.max(0, here - 1))],
      [
        'Enter',
        () => {
          if (choices > 0) choose(here);
          onLeave();
        },
      ],
      ['Escape', leave],
    ]);
    const act = acts.get(e.key);
    if (!act) return;
    e.preventDefault();
    act();
    requestAnimationFrame(() =>
      document
        .getElementById(`${at}-list`)
        ?.querySelector('[data-active]')
        ?.scrollIntoView({ block: 'nearest' }),
    );
  };
  const row = (i: number) =>
    cx(
      'flex min-h-11 w-full items-center gap-2 rounded-md border-l-4 px-2 py-1 text-left leading-snug',
      i === here ? 'border-focus bg-plain' : 'border-transparent hover:bg-plain',
    );

  return (
    <div className="grid min-h-0 grid-cols-1 gap-2">
      <label htmlFor={at} className="font-semibold">
        {say('reading.giveCode')}
        <span className="block max-w-full truncate font-normal text-ink-soft text-sm">{target}</span>
      </label>
      <input
        ref={box}
        id={at}
        role="combobox"
        aria-expanded="true"
        aria-controls={`${at}-list`}
        aria-activedescendant={choices > 0 ? `${at}-${here}` : undefined}
        autoComplete="off"
        value={query}
        placeholder={say('reading.findCode')}
        onChange={(e) => {
          setQuery(e.target.value);
          setActive(0);
        }}
        onKeyDown={key}
        className={inputClass}
      />
      <div
        id={`${at}-list`}
        role="listbox"
        aria-label={say('planning.codici')}
        aria-multiselectable="true"
        tabIndex={-1}
        className="max-h-[46dvh] overflow-y-auto"
      >
        {found.map(({ code, depth }, i) => {
          const digit = nine.indexOf(code.id);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the box above holds the keyboard
            <div
              key={code.id}
              id={`${at}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={given.has(code.id)}
              data-active={i === here || undefined}
              onClick={() => choose(i)}
              className={row(i)}
              style={{ paddingInlineStart: `${0.5 + depth * 1.1}rem` }}
            >
              <CodeSign code={code} />
              <span className="min-w-0 flex-1">
                <span className={cx('break-words', given.has(code.id) && 'font-bold')}>{code.label}</span>
                {i === here && code.definition && (
                  <span className="line-clamp-2 block text-ink-soft text-sm">{code.definition}</span>
                )}
              </span>
              {given.has(code.id) && <Icon name="check" className="text-good" />}
              <span className="text-ink-soft text-sm tabular-nums">{times.get(code.id) ?? 0}</span>
              {digit >= 0 && (
                <kbd className="hidden min-w-6 rounded-sm border border-edge border-b-2 px-1 text-center font-sans font-semibold text-sm lg:inline-block">
                  {digit + 1}
                </kbd>
              )}
            </div>
          );
        })}
        {makes && (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box above holds the keyboard
          <div
            id={`${at}-${found.length}`}
            role="option"
            tabIndex={-1}
            aria-selected={false}
            data-active={here === found.length || undefined}
            onClick={() => choose(found.length)}
            className={cx(row(found.length), 'font-semibold text-accent')}
          >
            <Icon name="plus" />
            <span className="min-w-0 break-words">{say('reading.makeCode', { label: query.trim() })}</span>
          </div>
        )}
        {choices === 0 && <p className="px-2 py-3 text-ink-soft text-sm">{say('reading.noCodesYet')}</p>}
      </div>
    </div>
  );
}
