'use client';
/** One text beside the codebook: read, select words, give codes, and go to the next, all by keyboard. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { usePath } from '@/client/hooks/path-provider';
import { codeNow } from '@/domain/programming/codes';
import { quotedSpan, sift } from '@/domain/programming/reading-queue';
import type { Said } from '@/domain/programming/source-text';
import type { Coding } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/notice';
import { useMayWrite } from '../path-commands';
import { Codings } from './codings';
import { Founded } from './founded-things';
import { Colleagues } from './colleagues';
import { useGiving } from './coding-edits';
import { useHabit, useReads, useSecond, useWhere, walkTo } from './reading-position';
import { KeysDialog, useKeys } from './keyboard-shortcuts';
import { MemoDialog } from './memo';
import { Palette, type PaletteHandle, useNine } from './palette';
import { PaperEdit } from './paper-edit';
import { PhoneBar } from './phone-bar';
import { ReaderHead } from './reader-head';
import { ReaderActions } from './reader-actions';
import { Similar } from './similar-texts';
import { useSelecting } from './word-selection';
import { WordText } from './word-text';

type Props = { code: string; at: string; said: readonly Said[] };

export function Reader({ code, at, said }: Props) {
  const say = useSay();
  const current = said.find((s) => s.ref === at && !s.withheld);
  return current ? (
    <Open code={code} current={current} said={said} />
  ) : (
    <>
      <h1 className="text-2xl">{say('planning.raccolta')}</h1>
      <EmptyState
        title={say('reading.gone')}
        action={<Button href={`/percorso/${code}/raccolta`}>{say('planning.raccolta')}</Button>}
      >
        {say('reading.goneHint')}
      </EmptyState>
    </>
  );
}

function Open({ code, current, said }: { code: string; current: Said; said: readonly Said[] }) {
  const say = useSay();
  const path = usePath();
  const writes = useMayWrite();
  const [second] = useSecond();
  const [keysOn, turnKeys] = useHabit('keys', true);
  const read = useReads(path, second);
  const { sought, address } = useWhere(code);
  const [asking, setAsking] = useState<'keys' | 'memo' | null>(null);
  const [memoOf, setMemoOf] = useState<Coding | undefined>();
  const text = useRef<{ focus(): void }>(null);
  const palette = useRef<PaletteHandle>(null);

  // The walked list stays as it was found, though texts leave the filter once they are read.
  // biome-ignore lint/correctness/useExhaustiveDependencies: how far each is read must not move the walk
  const walk = useMemo(() => {
    const found = sift(path, said, read, sought).filter((s) => !s.withheld);
    return found.some((s) => s.ref === current.ref) ? found : said.filter((s) => !s.withheld);
  }, [said, sought, second]);
  const here = walk.findIndex((s) => s.ref === current.ref);
  const mine = read(current.ref);
  const selecting = useSelecting(current.ref, current.text);
  const span = selecting.selected ?? { start: 0, end: current.text.length };
  const giving = useGiving(current, mine, second, span);
  const nine = useNine();
  const paper = current.kind === 'paper' ? path.papers[current.ref.split('/')[2] ?? ''] : undefined;

  const go = (step: number) => {
    const next = walk[here + step];
    if (next) walkTo(address(next.ref), 'replace');
    else if (here + step >= walk.length) walkTo(address(null));
    text.current?.focus();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: on each new text
  useEffect(() => {
    text.current?.focus();
    window.scrollTo(0, 0);
  }, [current.ref]);

  const onward = () => {
    if (writes && mine.state === 'non_letto') giving.mark('letto', true);
    go(1);
  };
  const memo = (c: Coding | undefined = giving.coding) => {
    setMemoOf(c);
    setAsking('memo');
  };
  const leave = () => text.current?.focus();
  const writing: Record<string, () => void> = {
    c: () => palette.current?.focus(),
    n: () => palette.current?.focus(giving.quote.length <= 80 ? giving.quote : ''),
    m: () => memo(),
    s: () => giving.star(),
    x: () => giving.contrast(),
    i: () => giving.doubt(),
    r: () => giving.mark(mine.state === 'letto' ? 'non_letto' : 'letto'),
    v: () => giving.mark('da_rivedere'),
    z: () => giving.undo(),
    ...Object.fromEntries(nine.map((id, i) => [String(i + 1), () => giving.give(id)])),
  };
  useKeys(
    {
      j: () => go(1),
      k: () => go(-1),
      q: () => walkTo(address(null)),
      '?': () => setAsking('keys'),
      Enter: onward,
      ...(writes ? writing : {}),
    },
    keysOn,
  );

  const placed = mine.codings.flatMap((c) => {
    const place = quotedSpan(c, current.text);
    const codes = c.codes.flatMap((id) => codeNow(path, id) ?? []);
    return place ? [{ span: place, codes, star: c.star }] : [];
  });
  const target = selecting.selected
    ? say('reading.toSelection', { quote: giving.quote })
    : say('reading.toWhole');
  const panel = (ref?: React.Ref<PaletteHandle>, onDone: () => void = leave) => (
    <Palette
      ref={ref}
      given={giving.given}
      nine={nine}
      target={target}
      onGive={giving.give}
      onMake={giving.make}
      onLeave={onDone}
    />
  );

  return (
    <>
      <ReaderHead
        said={current}
        state={mine.state}
        here={here}
        of={walk.length}
        back={address(null)}
        onStep={go}
        onKeys={() => setAsking('keys')}
        aside={paper && writes && <PaperEdit paper={paper} onGone={() => walkTo(address(null), 'replace')} />}
      />
      <div className="grid min-w-0 grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 grid-cols-1 gap-4">
          <WordText
            ref={text}
            text={current.text}
            label={say('reading.textLabel')}
            placed={placed}
            selecting={selecting}
            onStep={go}
          />
          {writes && (
            <ReaderActions giving={giving} state={mine.state} onMemo={() => memo()} onNext={onward} />
          )}
          <Codings
            codings={mine.codings}
            text={current.text}
            writes={writes}
            onPick={(place) => {
              selecting.take(place);
              text.current?.focus();
            }}
            onStar={giving.star}
            onContrast={giving.contrast}
            onDoubt={giving.doubt}
            onMemo={memo}
            onRemove={giving.remove}
          />
          <Founded
            code={code}
            said={current}
            codings={mine.codings}
            selected={selecting.selected ? span : null}
          />
          <Similar
            code={code}
            current={current}
            said={said}
            codes={mine.codes}
            read={read}
            second={second}
            back={giving.back}
            writes={writes}
          />
          <Colleagues code={code} said={said} />
        </div>
        {writes && (
          <aside
            aria-label={say('planning.codici')}
            className="sticky top-32 hidden rounded-xl border border-line bg-raised p-4 shadow-card lg:block"
          >
            {panel(palette)}
          </aside>
        )}
      </div>
      {writes && <PhoneBar onNext={onward}>{(done) => panel(undefined, done)}</PhoneBar>}
      <KeysDialog open={asking === 'keys'} onClose={() => setAsking(null)} on={keysOn} onTurn={turnKeys} />
      <MemoDialog
        open={asking === 'memo'}
        quote={memoOf?.quote ?? giving.quote}
        first={memoOf?.memo ?? ''}
        onClose={() => setAsking(null)}
        onKeep={(words) => giving.memo(words, memoOf)}
      />
    </>
  );
}
