'use client';
/** Edits codings of the words being read: codes, star, contrary mark, memo, reading state; each can be undone. */
import { nanoid } from 'nanoid';
import { type RefObject, useRef } from 'react';
import { useTell } from '@/app/_shared/desk-toasts';
import { usePath } from '@/client/hooks/path-provider';
import { codeNow, codesInUse } from '@/domain/programming/codes';
import { codingOn, type Read, type Span } from '@/domain/programming/reading-queue';
import type { ReadingState } from '@/domain/programming/reading-shapes';
import type { Said } from '@/domain/programming/source-text';
import type { Coding } from '@/domain/programming/state';
import { plainly, shortened } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { usePathDo } from '../path-commands';

const short = (words: string): string => shortened(words, 42);

type Back = RefObject<(() => void) | null>;

/** `last` is the undo of another text's edits on the same screen, so that there is one last edit. */
export function useGiving(said: Said, read: Read, second: boolean, span: Span, last?: Back) {
  const say = useSay();
  const path = usePath();
  const ask = usePathDo();
  const tell = useTell();
  const own = useRef<(() => void) | null>(null);
  const back = last ?? own;
  const { ref } = said;
  const quote = said.text.slice(span.start, span.end);
  const coding = codingOn(read, span);
  const given = new Set(coding?.codes.flatMap((c) => codeNow(path, c)?.id ?? []));

  const done = (text: string, undo: () => void) => {
    back.current = undo;
    // Undone from the message, it is not undone a second time by the key.
    const onUndo = () => {
      if (back.current === undo) back.current = null;
      undo();
    };
    tell(text, 'good', { label: say('planning.undo'), onUndo });
  };
  const words = { ref, ...span, quote, second };
  const label = (code: string) => codeNow(path, code)?.label ?? '';

  function begin(more: object, text: string) {
    const id = nanoid(14);
    if (ask('codeWords', { id, ...words, ...more }))
      done(text, () => ask('removeThing', { what: 'coding', id }));
  }
  /** A coding without any content is removed. */
  function change(
    c: Coding,
    patch: Partial<Pick<Coding, 'codes' | 'memo' | 'star' | 'contrast' | 'certainty'>>,
    text: string,
  ) {
    const next = { codes: c.codes, memo: c.memo, star: c.star, contrast: c.contrast, ...patch };
    if (next.codes.length === 0 && !next.star && next.memo === '') return remove(c);
    const before = Object.fromEntries(Object.keys(patch).map((k) => [k, c[k as keyof Coding]]));
    if (ask('reviseCoding', { id: c.id, ...patch }))
      done(text, () => ask('reviseCoding', { id: c.id, ...before }));
  }
  function remove(c: Coding) {
    if (ask('removeThing', { what: 'coding', id: c.id }))
      done(say('reading.removed', { quote: short(c.quote) }), () =>
        ask('restoreThing', { what: 'coding', id: c.id }),
      );
  }
  function give(code: string) {
    if (!coding)
      return begin({ codes: [code] }, say('reading.gave', { code: label(code), quote: short(quote) }));
    if (given.has(code))
      return change(
        coding,
        { codes: coding.codes.filter((c) => codeNow(path, c)?.id !== code) },
        say('reading.took', { code: label(code), quote: short(quote) }),
      );
    change(
      coding,
      { codes: [...coding.codes, code] },
      say('reading.gave', { code: label(code), quote: short(quote) }),
    );
  }
  /** The same name, however it is written, is the same code. */
  function make(name: string) {
    const same = codesInUse(path).find((c) => plainly(c.label) === plainly(name.trim()));
    if (same) return given.has(same.id) ? undefined : give(same.id);
    const made = { id: nanoid(14), label: name.trim() };
    const text = say('reading.made', { code: made.label, quote: short(quote) });
    if (coding) {
      if (!ask('makeCode', made)) return;
      if (!ask('reviseCoding', { id: coding.id, codes: [...coding.codes, made.id] })) return;
      return done(text, () => {
        ask('reviseCoding', { id: coding.id, codes: coding.codes });
        ask('removeThing', { what: 'code', id: made.id });
      });
    }
    const id = nanoid(14);
    if (!ask('codeWords', { id, ...words, make: [made] })) return;
    done(text, () => {
      ask('removeThing', { what: 'coding', id });
      ask('removeThing', { what: 'code', id: made.id });
    });
  }
  const star = (c = coding) =>
    c
      ? change(c, { star: !c.star }, say(c.star ? 'reading.unstarred' : 'reading.didStar'))
      : begin({ star: true }, say('reading.didStar'));
  const contrast = (c = coding) => {
    if (!c) return tell(say('reading.contrastNeedsCode'));
    change(c, { contrast: !c.contrast }, say(c.contrast ? 'reading.uncontrasted' : 'reading.didContrast'));
  };
  const doubt = (c = coding) => {
    if (!c) return tell(say('reading.contrastNeedsCode'));
    const unsure = c.certainty === 'sicura';
    change(
      c,
      { certainty: unsure ? 'incerta' : 'sicura' },
      say(unsure ? 'reading.didDoubt' : 'reading.undoubted'),
    );
  };
  const memo = (text: string, c = coding) =>
    c ? change(c, { memo: text }, say('reading.didMemo')) : begin({ memo: text }, say('reading.didMemo'));
  function mark(state: ReadingState, quietly = false) {
    const before = read.state;
    if (before === state || !ask('markReading', { ref, state, second })) return;
    const undo = () => ask('markReading', { ref, state: before, second });
    if (quietly) back.current = undo;
    else done(say('reading.marked', { state: say(`reading.state.${state}`) }), undo);
  }
  /** Undoes the last edit on this screen. */
  function undo() {
    const step = back.current;
    back.current = null;
    if (step) step();
    else tell(say('reading.nothingToUndo'));
  }
  return { back, coding, given, quote, give, make, star, contrast, doubt, memo, mark, remove, undo };
}
export type Giving = ReturnType<typeof useGiving>;
