'use client';
/** The main action of this phase, always in the same place, for the facilitator, in one tap. */
import { useDeskDo } from '@/app/_shared/desk-commands';
import { useTell } from '@/app/_shared/desk-toasts';
import { useNow, useView } from '@/client/hooks/gathering-provider';
import { localTime, nowAndNext } from '@/domain/gathering/clock';
import { hasMarket } from '@/domain/gathering/formats';
import { timerAt } from '@/domain/gathering/current-signals';
import { turns } from '@/domain/gathering/speaking-turns';
import { useSay } from '@/i18n/words';
import { cx } from '@/ui/cx';
import { Icon, type IconName } from '@/ui/icons';
import { useTapGuard } from '@/ui/tap-guard';
import { ConcludeDialog } from './conclude-dialog';
import { usePhaseSteps } from './phase-steps';
import { useSpeaker } from '../_frame/announcing-queue';
import { useVoteDeeds } from '../_voting/open-close-vote';

type Deed = { icon: IconName; says: string; hint: string; run: () => void };
/** Phases in which people announce a topic aloud, in turn. */
export const ALOUD: ReadonlySet<string> = new Set(['proposing', 'news']);

/** A hint on the button is read at a glance: its first sentence. */
const glance = (hint: string): string => hint.replace(/\. .*$/, '.');

function useDeed(
  vote: ReturnType<typeof useVoteDeeds>,
  moments: ReturnType<typeof usePhaseSteps>,
): Deed | null {
  const say = useSay();
  const ask = useDeskDo();
  const tell = useTell();
  const view = useView();
  const now = useNow();
  const name = useSpeaker();
  const { next, word, go } = moments;
  const [first] = turns(view);
  const slots = now === null ? null : nowAndNext(view, now);
  const running = slots?.now ?? null;
  const later = slots?.next ?? null;
  const { phase } = view;
  if (hasMarket(view.format)) {
    if (ALOUD.has(phase) && first)
      return {
        icon: 'speech',
        says: say('desk.call', { name: name(first) }),
        hint: say('desk.callHint'),
        run: () => ask('callNext', { topic: first }),
      };
    if (phase === 'sessions' && running)
      return {
        icon: 'bell',
        says: say('desk.deed.fiveMinutes'),
        hint: say('desk.deed.fiveMinutesHint', { slot: running.label }),
        run: () => ask('ringGong', { meaning: 'five_minutes' }) && tell(say('desk.gongRung')),
      };
    // Between two slots of one day the circles are not over.
    if (phase === 'sessions' && now !== null && later?.day === localTime(now, view.timezone).day)
      return {
        icon: 'bell',
        says: say('desk.deed.change'),
        hint: say('gong.nextSlot', { time: later.start, slot: later.label }),
        run: () => ask('ringGong', { meaning: 'change' }) && tell(say('desk.gongRung')),
      };
    if (phase === 'reading' && now !== null && !timerAt(view, now))
      return {
        icon: 'clock',
        says: say('desk.deed.reading'),
        hint: say('desk.deed.readingHint'),
        run: () => ask('startTimer', { minutes: 15, purpose: 'reading' }),
      };
    if (phase === 'voting' && view.voting.state !== 'closed') return vote.deed;
    if (phase === 'closing' && view.scene !== 'quiet' && view.scene !== 'auto')
      return {
        icon: 'pause',
        says: say('desk.deed.quiet'),
        hint: say('desk.deed.quietHint'),
        run: () => ask('showScene', { scene: 'quiet' }),
      };
  }
  return next
    ? {
        icon: 'forward',
        says: say('desk.deed.next', { phase: word(next) }),
        hint: glance(say.dynamic(`desk.phaseHint.${next}`, {}, 'desk.phaseHint')),
        run: () => go(next),
      }
    : null;
}

export function PhaseAction({ className }: { className?: string }) {
  const vote = useVoteDeeds();
  const moments = usePhaseSteps();
  const deed = useDeed(vote, moments);
  // The last one called, or a slot that ends, makes of this button the one that changes the phase.
  const guard = useTapGuard(deed?.says ?? '');
  return (
    <>
      <ConcludeDialog concluding={moments.concluding} />
      {deed && (
        <button
          type="button"
          data-deed
          onClick={deed.run}
          {...guard}
          className={cx(
            'flex min-h-[5.4rem] w-full items-center gap-4 rounded-xl bg-accent px-5 py-3 text-left text-accent-ink hover:brightness-110 active:brightness-95',
            guard.className,
            className,
          )}
        >
          <Icon name={deed.icon} className="size-8 shrink-0" />
          <span className="min-w-0">
            <b className="block text-2xl leading-tight">{deed.says}</b>
            <span className="block text-sm leading-snug">{deed.hint}</span>
          </span>
        </button>
      )}
      {vote.dialogs}
    </>
  );
}
