'use client';
/** The fields of a need and of a proposal. */
import { LEVELS } from '@/domain/programming/proposals';
import { PARTICIPATORY } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import type { FormField } from '../_shared/form-fields';
import { useOptions } from '../_shared/field-options';

export function useNeedFields(): FormField[] {
  const say = useSay();
  const o = useOptions();
  return [
    { key: 'title', as: 'line', label: say('planning.needTitle'), required: true },
    { key: 'description', as: 'text', label: say('planning.description') },
    o.table({ half: true }),
    { key: 'affectedGroups', as: 'line', half: true, label: say('planning.affectedGroups') },
    { key: 'hardship', as: 'line', half: true, label: say('planning.hardship') },
    {
      ...{ key: 'participatory', as: 'select', half: true, label: say('planning.participatory') },
      options: o.words('participatory', PARTICIPATORY),
    },
    { key: 'participatoryHow', as: 'line', label: say('planning.participatoryHow') },
    {
      ...{ key: 'beyondTarget', as: 'toggle', label: say('planning.beyondTarget') },
      hint: say('planning.beyondTargetHint'),
    },
    { key: 'areas', as: 'checks', label: say('planning.areas'), choices: o.areas() },
  ];
}

export function useProposalFields(): FormField[] {
  const say = useSay();
  const o = useOptions();
  return [
    {
      key: 'title',
      as: 'line',
      label: say('planning.proposalTitle'),
      required: true,
      hint: say('planning.becomesPublic'),
    },
    {
      ...{ key: 'description', as: 'text', label: say('planning.description') },
      hint: say('planning.becomesPublic'),
    },
    {
      ...{ key: 'levels', as: 'checks', label: say('planning.levels') },
      choices: o.words('level', LEVELS),
    },
    {
      ...{ key: 'goesTowardCitizens', as: 'toggle', half: true, label: say('planning.towardCitizens') },
      hint: say('planning.towardCitizensHint'),
    },
    { key: 'beyondTarget', as: 'toggle', half: true, label: say('planning.beyondTarget') },
    o.table(),
    { key: 'needs', as: 'checks', label: say('planning.answersNeeds'), choices: o.needs() },
  ];
}
