'use client';
/** The desk on a phone: the main action of the phase and six keys that never move. */
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useDeskDo } from '@/app/_shared/desk-commands';
import { useTell } from '@/app/_shared/desk-toasts';
import { useView } from '@/client/hooks/gathering-provider';
import type { useOpenWalls } from '@/client/connection/wall-presence';
import { hasMarket } from '@/domain/gathering/formats';
import { turns } from '@/domain/gathering/speaking-turns';
import { useSay } from '@/i18n/words';
import { Button, buttonClass } from '@/ui/button';
import { cx } from '@/ui/cx';
import { BottomSheet } from '@/ui/dialog';
import { Icon, type IconName } from '@/ui/icons';
import { useTapGuard } from '@/ui/tap-guard';
import { Announcements } from '../_walls/announcements';
import { PhaseAction } from '../_phases/phase-action';
import { ConcludeDialog } from '../_phases/conclude-dialog';
import { usePhaseSteps } from '../_phases/phase-steps';
import { useSpeaker } from './announcing-queue';
import { GongChoices, TimerChoices } from '../_walls/signals';
import { Walls } from '../_walls/walls';

/** Tells the messages how high the bar of keys is, so that they stand above it. */
function useBarHeight() {
  const bar = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const watching = new ResizeObserver(() => {
      const height = bar.current?.offsetHeight ?? 0;
      if (height > 0) style.setProperty('--above-bar', `${height + 8}px`);
      else style.removeProperty('--above-bar');
    });
    if (bar.current) watching.observe(bar.current);
    return () => {
      watching.disconnect();
      style.removeProperty('--above-bar');
    };
  }, []);
  return bar;
}

type KeyProps = {
  icon: IconName;
  label: string;
  /** Said to a screen reader after the label. */
  more?: string;
  main?: boolean;
  off?: boolean;
  /** See `useTapGuard`. */
  guard?: ReturnType<typeof useTapGuard>;
  onClick: () => void;
};

function RemoteKey({ icon, label, more, main, off, guard, onClick }: KeyProps) {
  return (
    <button
      type="button"
      onClick={() => !off && onClick()}
      aria-disabled={off || undefined}
      {...guard}
      className={cx(
        buttonClass(main ? 'primary' : 'quiet'),
        'min-h-15 flex-col! gap-0.5! rounded-lg! px-1! text-[length:min(var(--text-sm),4.4vw)]',
        guard?.className,
      )}
    >
      <Icon name={icon} className="size-6" />
      <span>
        {label}
        {more && <span className="sr-only"> {more}</span>}
      </span>
    </button>
  );
}

/** Calls the next person; by the second tap of two the one after them would be called. */
function CallKey() {
  const say = useSay();
  const ask = useDeskDo();
  const name = useSpeaker();
  const [first] = turns(useView());
  return (
    <RemoteKey
      icon="speech"
      label={say('desk.key.call')}
      more={first ? name(first) : say('desk.key.nobody')}
      off={!first}
      guard={useTapGuard(first ?? '')}
      onClick={() => first && ask('callNext', { topic: first })}
    />
  );
}

/** In a meeting of prompts: goes on to the next one, and after the last to all of them together. */
function PromptKey() {
  const say = useSay();
  const ask = useDeskDo();
  const tell = useTell();
  const { prompt, programme } = useView();
  const { prompts } = programme;
  const next = prompts[prompts.findIndex((p) => p.id === prompt) + 1] ?? null;
  const words = next?.text ?? say('desk.allPrompts');
  const goOn = () => {
    if (!ask('showPrompt', { prompt: next?.id ?? null })) return;
    const onUndo = () => ask('showPrompt', { prompt });
    tell(say('desk.promptShown', { prompt: words }), 'plain', { label: say('toast.undo'), onUndo });
  };
  return (
    <RemoteKey
      icon="question"
      label={say('desk.key.prompt')}
      more={words}
      off={prompts.length === 0}
      guard={useTapGuard(prompt ?? '')}
      onClick={goOn}
    />
  );
}

type Sheet = 'gong' | 'timer' | 'announce' | 'walls' | 'next';

export function PhoneDesk({ address, open }: { address: string; open: ReturnType<typeof useOpenWalls> }) {
  const say = useSay();
  const view = useView();
  const { next, word } = usePhaseSteps();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const shut = () => setSheet(null);
  const bar = useBarHeight();
  const opens = (icon: IconName, what: Sheet, label: string) => (
    <RemoteKey icon={icon} label={label} onClick={() => setSheet(what)} />
  );
  return (
    <>
      <nav
        ref={bar}
        aria-label={say('desk.remote')}
        data-remote
        className="tall:fixed inset-x-0 bottom-0 z-20 grid gap-2 border-line border-t bg-surface px-3 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] lg:hidden"
      >
        <PhaseAction />
        <div className="grid grid-cols-3 gap-2">
          {hasMarket(view.format) ? <CallKey /> : <PromptKey />}
          {opens('bell', 'gong', say('desk.gong'))}
          {opens('clock', 'timer', say('desk.key.timer'))}
          {opens('flag', 'announce', say('desk.key.announce'))}
          {opens('wall', 'walls', say('desk.key.walls'))}
          <RemoteKey
            icon="forward"
            label={say('desk.key.next')}
            more={next ? word(next) : ''}
            main
            off={!next}
            onClick={() => setSheet('next')}
          />
        </div>
      </nav>
      <Under title={say('desk.gong')} open={sheet === 'gong'} onClose={shut}>
        <GongChoices onDone={shut} />
        <p className="text-ink-soft text-sm">{say('desk.gongHint')}</p>
      </Under>
      <Under title={say('desk.key.timer')} open={sheet === 'timer'} onClose={shut}>
        <TimerChoices onDone={shut} />
      </Under>
      <Under title={say('desk.announce')} open={sheet === 'announce'} onClose={shut}>
        <Announcements onDone={shut} />
      </Under>
      <Under title={say('desk.wall')} open={sheet === 'walls'} onClose={shut}>
        <Walls address={address} open={open} atOnce onDone={shut} />
      </Under>
      <NextSheet open={sheet === 'next'} onClose={shut} />
    </>
  );
}

type UnderProps = { title: string; open: boolean; onClose: () => void; children: ReactNode };
function Under({ children, ...sheet }: UnderProps) {
  const say = useSay();
  return (
    <BottomSheet {...sheet} closeLabel={say('close')}>
      {children}
    </BottomSheet>
  );
}

/** Lists open items, and says that going on closes none of them. */
function NextSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useSay();
  const moments = usePhaseSteps();
  const { next, word, go, all, phase } = moments;
  if (!next) return null;
  const to = (p: typeof next) => {
    if (go(p)) onClose();
  };
  return (
    <Under title={say('desk.nextSure', { phase: word(next) })} open={open} onClose={onClose}>
      <ConcludeDialog concluding={moments.concluding} />
      {moments.open && <p>{moments.open}</p>}
      <Button kind="primary" size="large" icon="forward" wide onClick={() => to(next)}>
        {say('desk.goTo', { phase: word(next) })}
      </Button>
      <Button wide onClick={onClose}>
        {say('desk.stay', { phase: word(phase) })}
      </Button>
      <details>
        <summary className="flex min-h-11 cursor-pointer items-center font-semibold">
          {say('desk.otherMoment')}
        </summary>
        <div className="flex flex-wrap gap-2">
          {all.map((p) => (
            <Button key={p} size="small" aria-pressed={p === phase} onClick={() => to(p)}>
              {word(p)}
            </Button>
          ))}
        </div>
      </details>
    </Under>
  );
}
