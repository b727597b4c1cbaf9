'use client';
/** The fields of a project and of a resource. */
import { CONSTRAINTS, FUNDING_SOURCES } from '@/domain/programming/resources';
import { MOBILITIES } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import type { FormField } from '../_shared/form-fields';
import { useOptions } from '../_shared/field-options';

export function useProjectFields(): FormField[] {
  const say = useSay();
  const o = useOptions();
  return [
    { key: 'code', as: 'line', half: true, label: say('planning.code'), required: true },
    { key: 'title', as: 'line', half: true, label: say('planning.title'), required: true },
    { key: 'holder', as: 'line', half: true, label: say('planning.holder') },
    o.oneOf('area', say('planning.area'), o.areas(), { half: true }),
    o.table(),
    { key: 'results', as: 'text', label: say('planning.results'), hint: say('planning.resultsHint') },
  ];
}

const KINDS = ['economica', 'umana', 'spazio', 'rete'] as const;

export function useResourceFields(): FormField[] {
  const say = useSay();
  const o = useOptions();
  return [
    {
      ...{ key: 'kind', as: 'choice', label: say('planning.resourceKind') },
      choices: o.words('kind', KINDS),
    },
    { key: 'description', as: 'line', label: say('planning.description') },
    { key: 'cents', as: 'money', half: true, label: say('planning.euroYear') },
    { key: 'hours', as: 'hours', half: true, label: say('planning.hours') },
    {
      ...{ key: 'mobility', as: 'choice', label: say('planning.mobility') },
      hint: say('planning.mobilityHint'),
      choices: MOBILITIES.map((m) => ({ value: m, label: say(`planning.mobilityOne.${m}`) })),
    },
    o.oneOf('constraint', say('planning.constraint'), o.words('constraint', CONSTRAINTS), {
      half: true,
      hint: say('planning.constraintHint'),
    }),
    { key: 'constraintNote', as: 'line', half: true, label: say('planning.constraintNote') },
    {
      ...{ key: 'source', as: 'select', half: true, label: say('planning.fundingSource') },
      options: o.words('funding', FUNDING_SOURCES),
    },
    { key: 'sourceNote', as: 'line', half: true, label: say('planning.fundingNote') },
  ];
}
