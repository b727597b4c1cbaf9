'use client';
/** The goals under the path's own objectives, so that an objective without goals is visible. */
import { usePath } from '@/client/hooks/path-provider';
import { goalGaps, goalsInOrder } from '@/domain/programming/goals';
import { isGrounded, wordsBehind } from '@/domain/programming/decision-trace';
import type { Goal } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { Badge, type Tone } from '@/ui/badge';
import { EmptyState } from '@/ui/notice';
import { Section } from '@/ui/surface';
import { useMayWrite } from '../path-commands';
import { addressOf } from '../_shared/addresses';
import { EditDialog } from '../_shared/edit-dialog';
import { NoWords } from '../_shared/evidence';
import { useRegister } from '../_shared/register';
import { asForm, fromForm, type GOAL_STATES, useGoalFields } from './goal-fields';

const TONES: Record<(typeof GOAL_STATES)[number], Tone> = {
  bozza: 'warn',
  condiviso: 'accent',
  in_corso: 'accent',
  raggiunto: 'good',
  non_raggiunto: 'bad',
};
export function GoalStatus({ status }: { status: Goal['status'] }) {
  const say = useSay();
  return <Badge tone={TONES[status]}>{say(`planning.goalStatus.${status}`)}</Badge>;
}

export function GoalList({ code }: { code: string }) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const fields = useGoalFields();
  const { add } = useRegister('goal');
  const goals = goalsInOrder(path);
  const blank = {
    ...{ code: `O${goals.length + 1}`, statement: '', objective: null, table: null },
    ...{ needs: [], proposals: [], projects: [], status: 'bozza' },
  };
  const objectives = path.about?.objectives ?? [];
  const loose = goals.filter((g) => g.objective === null);
  return (
    <div className="grid gap-6">
      {may && (
        <div>
          <EditDialog
            name={`${code}:new-goal`}
            title={say('planning.newGoal')}
            icon="plus"
            kind="primary"
            now={asForm(blank)}
            fields={fields}
            submit={say('planning.add')}
            onSubmit={(w) => add({ ...blank, ...fromForm(w) }) !== null}
          />
        </div>
      )}
      {goals.length === 0 && (
        <EmptyState title={say('planning.noGoals')}>{say('planning.noGoalsHow')}</EmptyState>
      )}
      {objectives.map((text, i) => (
        <Section key={text} title={`${i + 1}. ${text}`}>
          <Rows code={code} goals={goals.filter((g) => g.objective === i + 1)} />
        </Section>
      ))}
      {loose.length > 0 && (
        <Section title={say('planning.noObjective')}>
          <Rows code={code} goals={loose} />
        </Section>
      )}
    </div>
  );
}

function Rows({ code, goals }: { code: string; goals: Goal[] }) {
  const say = useSay();
  const path = usePath();
  if (goals.length === 0) return <p className="text-ink-soft">{say('planning.noneYet')}</p>;
  return (
    <ul className="grid divide-y divide-line overflow-hidden rounded-xl border border-line bg-raised shadow-card">
      {goals.map((g) => {
        const gaps = goalGaps(g).length;
        return (
          <li key={g.id} className="relative grid gap-1.5 px-4 py-3 hover:bg-accent-soft/40">
            <a
              href={addressOf(code, 'goal', g.id)}
              className="flex gap-3 font-semibold text-lg leading-snug no-underline after:absolute after:inset-0"
            >
              <span className="shrink-0 whitespace-nowrap text-accent">{g.code}</span>
              {g.statement}
            </a>
            <p className="text-sm">
              {[
                g.indicator,
                (g.baseline || g.noBaseline) && `${say('planning.baseline')}: ${g.baseline || g.noBaseline}`,
                g.target && `${say('planning.target')}: ${g.target}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm">
              <GoalStatus status={g.status} />
              {isGrounded(path, 'goal', g.id) ? (
                <Badge icon="speech">
                  {say('planning.wordsCount', { n: wordsBehind(path, 'goal', g.id).length })}
                </Badge>
              ) : (
                <NoWords />
              )}
              {gaps > 0 && <Badge tone="warn">{say('planning.gaps', { n: gaps })}</Badge>}
              {g.table && <span className="text-ink-soft">{path.tables[g.table]?.name}</span>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
