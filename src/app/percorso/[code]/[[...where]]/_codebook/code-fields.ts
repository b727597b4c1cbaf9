'use client';
/** The fields of a code. */
import { usePath } from '@/client/hooks/path-provider';
import { codesInUse } from '@/domain/programming/codes';
import { under } from '@/domain/programming/reading-queue';
import { PARTICIPATORY } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { SYMBOLS } from '../_reading/code-mark';
import type { FormField } from '../_shared/form-fields';
import { useOptions } from '../_shared/field-options';

export function useCodeFields(id: string | null): FormField[] {
  const say = useSay();
  const path = usePath();
  const { oneOf, areas } = useOptions();
  const below = id === null ? new Set<string>() : under(path, id);
  const parents = codesInUse(path)
    .filter((c) => !below.has(c.id))
    .map((c) => ({ value: c.id, label: c.label }));
  return [
    { key: 'label', as: 'line', label: say('codebook.label'), required: true },
    {
      key: 'definition',
      as: 'text',
      label: say('codebook.definition'),
      hint: say('codebook.definitionHint'),
    },
    {
      key: 'family',
      as: 'line',
      label: say('codebook.family'),
      hint: say('codebook.familyHint'),
      half: true,
    },
    oneOf('parent', say('codebook.parent'), parents, { half: true, hint: say('codebook.parentHint') }),
    {
      ...{ key: 'area', as: 'select', label: say('codebook.area'), half: true, nullable: true },
      hint: say('codebook.areaHint'),
      options: [{ value: '', label: say('codebook.areaUnsaid') }, ...areas()],
    },
    {
      ...{ key: 'symbol', as: 'select', label: say('codebook.symbol'), half: true },
      hint: say('codebook.symbolHint'),
      options: [
        { value: '', label: say('codebook.symbolAny') },
        ...SYMBOLS.map((s) => ({ value: s, label: s })),
      ],
    },
    {
      ...{ key: 'status', as: 'choice', label: say('codebook.status') },
      choices: (['emergente', 'consolidato'] as const).map((v) => ({
        value: v,
        label: say(`codebook.status.${v}`),
      })),
    },
    {
      ...{ key: 'participatory', as: 'choice', label: say('codebook.participatory') },
      choices: PARTICIPATORY.map((v) => ({ value: v, label: say(`codebook.participatory.${v}`) })),
    },
  ];
}
