/** The licence of what is published, on the public page: once where all have one, beside each text where they differ. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { OfPath } from '@/app/esiti/[code]/path-outcomes';
import type { GivenBack } from '@/domain/programming/public-outcomes';
import type { Licence } from '@/domain/programming/state';
import { speak } from '@/i18n/say';
import { all, words } from './markup';

const record = readFileSync(join(import.meta.dirname, '../../src/i18n/it/record.json'), 'utf8');
const say = speak('it', JSON.parse(record));
const decided = (licence: Licence) => ({ body: 'Comitato di Distretto', date: '2014-12-02', licence });
const page = (licence: Licence | null, [proposal, request, table]: readonly Licence[]) => {
  const path: GivenBack = {
    ...{ title: 'Patto', programmingYear: 2015, promoter: 'Unione', demo: false, updatedAt: 1, licence },
    counts: { written: 0, proposals: 0, requests: 0, examined: 0, answered: 0, waiting: 0 },
    ...{ lines: [], meetings: [] },
    proposals: [
      {
        ...{ id: 'p', title: 'Orti', description: '', outcome: 'accolta', reason: '', at: 1, table: null },
        ...{ goals: [], words: [], decided: decided(proposal ?? 'nessuna') },
      },
    ],
    requests: [
      {
        ...{ id: 'r', ref: null, text: 'Un pulmino', answer: 'si', reason: '', when: '' },
        decided: decided(request ?? 'nessuna'),
      },
    ],
    tables: [{ id: 't', name: 'Casa', object: '', before: [], why: '', licence: table ?? 'nessuna' }],
  };
  return <OfPath say={say} path={path} several={false} cite={() => null} code="PATTO" sought="" />;
};
const links = (node: ReturnType<typeof page>) =>
  all(node, 'href').filter((href) => href?.includes('creativecommons.org'));

it('all published under one licence: it is said once, at the end, as a link to its text', () => {
  const one = page('CC-BY-4.0', ['CC-BY-4.0', 'CC-BY-4.0', 'CC-BY-4.0']);
  expect(links(one)).toEqual(['https://creativecommons.org/licenses/by/4.0/']);
  expect(all(one, 'rel')).toContain('license');
  expect(words(one).slice(-2)).toEqual(['Questi testi si possono riusare con la licenza', 'CC BY 4.0']);
});

it('published under several: each text says its own, and the page none; without a licence nothing is said', () => {
  const several = page(null, ['CC-BY-4.0', 'CC0-1.0', 'nessuna']);
  expect(links(several)).toEqual([
    'https://creativecommons.org/licenses/by/4.0/',
    'https://creativecommons.org/publicdomain/zero/1.0/',
  ]);
  expect(words(several).filter((w) => w === 'Licenza')).toHaveLength(2);
  expect(words(several).join(' ')).not.toContain('si possono riusare');
  expect(links(page('nessuna', ['nessuna', 'nessuna', 'nessuna']))).toEqual([]);
});
