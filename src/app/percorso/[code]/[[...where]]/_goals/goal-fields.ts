'use client';
/** The fields of a goal: purpose, partners, baseline, target, and when it counts as reached. */
import { usePath } from '@/client/hooks/path-provider';
import { shortened } from '@/domain/words';
import { useSay } from '@/i18n/words';
import type { FormField } from '../_shared/form-fields';
import { useOptions } from '../_shared/field-options';

export const GOAL_STATES = ['bozza', 'condiviso', 'in_corso', 'raggiunto', 'non_raggiunto'] as const;

export function useGoalFields(): FormField[] {
  const say = useSay();
  const path = usePath();
  const o = useOptions();
  const line = (key: string, label: string, hint?: string): FormField => ({
    ...{ key, as: 'line', half: true, label },
    ...(hint ? { hint } : {}),
  });
  return [
    {
      ...{ key: 'statement', as: 'text', rows: 2, label: say('planning.statement'), required: true },
      hint: say('planning.becomesPublic'),
    },
    { key: 'code', as: 'line', half: true, label: say('planning.code'), required: true },
    o.table({ half: true }),
    {
      ...{ key: 'objective', as: 'choice', label: say('planning.pathObjective') },
      choices: (path.about?.objectives ?? []).map((text, i) => ({
        value: String(i + 1),
        label: `${i + 1}. ${shortened(text, 70)}`,
      })),
    },
    { key: 'needs', as: 'checks', label: say('planning.needs'), choices: o.needs() },
    { key: 'proposals', as: 'checks', label: say('planning.proposals'), choices: o.proposals() },
    { key: 'projects', as: 'checks', label: say('planning.projects'), choices: o.projects() },
    line('indicator', say('planning.indicator'), say('planning.indicatorHint')),
    line('target', say('planning.target')),
    line('baseline', say('planning.baseline')),
    line('noBaseline', say('planning.noBaseline'), say('planning.noBaselineHint')),
    line('who', say('planning.who')),
    line('where', say('planning.where')),
    line('when', say('planning.when')),
    { key: 'due', as: 'day', half: true, label: say('planning.due') },
    { key: 'done', as: 'text', rows: 2, label: say('planning.doneWhen'), hint: say('planning.doneWhenHint') },
    {
      ...{ key: 'status', as: 'choice', label: say('planning.status') },
      hint: say('planning.goalStatusHint'),
      choices: o.words('goalStatus', GOAL_STATES),
    },
  ];
}

/** The objective is stored as a number from one, and chosen by its words. */
export const asForm = (goal: object) => {
  const objective = (goal as { objective?: number | null }).objective;
  return { ...goal, objective: objective ? String(objective) : null };
};
export const fromForm = (words: Record<string, unknown>) =>
  'objective' in words ? { ...words, objective: words.objective ? Number(words.objective) : null } : words;
