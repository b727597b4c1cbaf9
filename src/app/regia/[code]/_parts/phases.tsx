'use client';
/** The moments of the day: they guide, they do not lock, and one may skip or go back (domain §1.8). */
import { useDo, useTell } from '@/app/_page/answers';
import { momentName } from '@/app/_page/moment-name';
import { useShown } from '@/client/provider';
import { hasMarket, PROMPTED_PHASES } from '@/domain/gathering/formats';
import { PHASES, type Phase } from '@/domain/gathering/state/phase';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Section } from '@/ui/surface';

/** The archive closes for good: it has its own place, after the day. */
const OFFERED: readonly Phase[] = PHASES.filter((p) => p !== 'archived');

export function Phases() {
  const say = useSay();
  const ask = useDo();
  const tell = useTell();
  const phase = useShown((s) => s.view.phase);
  const scene = useShown((s) => s.view.scene);
  const voting = useShown((s) => s.view.voting.state);
  const format = useShown((s) => s.view.format);
  const market = hasMarket(format);
  const offered = market ? OFFERED : PROMPTED_PHASES;
  const next = offered[offered.indexOf(phase) + 1];
  const word = (p: Phase) => momentName(say, format, p);
  const hint = () => {
    if (!market) return say('desk.phaseHint.prompted');
    if (phase === 'voting' && voting === 'none') return say('desk.phaseHint.voting.none');
    if (phase !== 'voting' && voting === 'open') return say('desk.phaseHint.voting.open');
    return say.dynamic(`desk.phaseHint.${phase}`, {}, 'desk.phaseHint');
  };
  /** One of thirteen buttons is soon hit by mistake, with the whole hall looking: the way back is beside it. */
  const go = (to: Phase) => {
    if (to === phase || !ask('changePhase', { phase: to })) return;
    const onUndo = () => {
      ask('changePhase', { phase });
      if (scene !== 'auto') ask('showScene', { scene });
    };
    tell(say('desk.phase', { phase: word(to) }), 'plain', { label: say('toast.undo'), onUndo });
  };
  return (
    <Section
      title={say('desk.phase', { phase: word(phase) })}
      intro={hint()}
      aside={
        next && (
          <Button kind="primary" icon="forward" onClick={() => go(next)}>
            {say('desk.goTo', { phase: word(next) })}
          </Button>
        )
      }
    >
      <ol className="flex flex-wrap gap-2">
        {offered.map((p: Phase, i) => (
          <li key={p}>
            <button
              type="button"
              aria-current={p === phase ? 'step' : undefined}
              onClick={() => go(p)}
              className={`min-h-11 rounded-full border-2 px-4 py-1.5 font-semibold text-sm ${p === phase ? 'border-accent bg-accent text-accent-ink' : 'border-edge bg-raised hover:border-accent'}`}
            >
              <span className="mr-1.5 tabular-nums opacity-80">{i + 1}</span>
              {word(p)}
            </button>
          </li>
        ))}
      </ol>
    </Section>
  );
}
