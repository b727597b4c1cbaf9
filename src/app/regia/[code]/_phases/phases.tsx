'use client';
/**
 * The phases as a list, the next one marked: they guide, they do not lock, and any may be skipped or repeated (domain
 * §1.8).
 */
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { cx } from '@/ui/cx';
import { useTapGuard } from '@/ui/tap-guard';
import { ConcludeDialog } from './conclude-dialog';
import { usePhaseSteps } from './phase-steps';

export function Phases() {
  const say = useSay();
  const { all, at, next, word, go, concluding } = usePhaseSteps();
  const guard = useTapGuard(next ?? '');
  return (
    <nav aria-label={say('desk.moments')} className="grid content-start gap-1">
      <ConcludeDialog concluding={concluding} />
      <ol className="grid gap-1">
        {all.map((p, i) => (
          <li key={p}>
            <button
              type="button"
              aria-current={i === at ? 'step' : undefined}
              onClick={() => go(p)}
              className={cx(
                'flex min-h-11 w-full items-center gap-2.5 rounded-lg border-2 px-2 py-1 text-left font-semibold text-sm leading-tight',
                i === at
                  ? 'border-accent bg-accent text-accent-ink'
                  : p === next
                    ? 'border-accent bg-raised text-accent'
                    : 'border-transparent hover:border-accent',
              )}
            >
              <span
                className={cx(
                  'grid size-7 shrink-0 place-items-center rounded-full border-2 text-xs tabular-nums',
                  i < at ? 'border-transparent bg-accent-soft text-accent' : 'border-current',
                )}
              >
                {i + 1}
              </span>
              {word(p)}
            </button>
          </li>
        ))}
      </ol>
      {next && (
        <Button
          kind="plain"
          icon="forward"
          onClick={() => go(next)}
          {...guard}
          className={cx('justify-start', guard.className)}
        >
          {say('desk.goTo', { phase: word(next) })}
        </Button>
      )}
    </nav>
  );
}
