import { expect, it } from 'vitest';
import { withDistinctNames } from '@/app/_shared/distinct-names';

it('two of one name are told apart, and nobody else is told more of', () => {
  const people = [
    { label: 'Maria', hour: '09:02' },
    { label: 'Carlo', hour: '09:03' },
    { label: 'Maria', hour: '09:12' },
  ];
  expect(withDistinctNames(people, (p) => p.hour).map((p) => p.label)).toEqual([
    'Maria · 09:02',
    'Carlo',
    'Maria · 09:12',
  ]);
});
