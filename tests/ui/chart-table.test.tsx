// @vitest-environment happy-dom
/** A chart is one picture with a sentence; each of its marks stands in a table that the keyboard opens. */
import { expect, it } from 'vitest';
import { Bars } from '@/app/percorso/[code]/[[...where]]/_analysis/charts';
import { Picture } from '@/app/percorso/[code]/[[...where]]/_analysis/picture';
import { dictionary } from '@/i18n/languages';
import { Words } from '@/i18n/words';
import { mount } from './mount';

const ROWS = [
  { id: 'casa', label: 'La casa', value: 12 },
  { id: 'lavoro', label: 'Il lavoro', value: 7 },
];

it('gives every mark of a chart in the table beneath, opened without a pointer', () => {
  const { at, one } = mount(
    <Words lang="it" dictionary={dictionary('it', ['common', 'planning'])}>
      <Picture
        title="Temi"
        says="Il più citato è La casa, 12 volte"
        table={{
          columns: [
            { key: 'label', label: 'Tema', heads: true },
            { key: 'value', label: 'Citazioni' },
          ],
          rows: ROWS.map(({ id, label, value }) => ({ id, cells: { label, value } })),
        }}
      >
        <Bars rows={ROWS} wide paper />
      </Picture>
    </Words>,
  );
  // The drawing is one image for ears: its marks are neither read one by one nor stops of the keyboard.
  const image = one('[role="img"]');
  expect(image.getAttribute('aria-label')).toBe('Temi. Il più citato è La casa, 12 volte');
  expect(image.querySelectorAll('.recharts-rectangle')).toHaveLength(ROWS.length);
  expect(image.querySelectorAll('[tabindex="0"], a, button')).toHaveLength(0);
  const opens = one('figure > details > summary');
  expect(opens.getAttribute('tabindex')).toBeNull();
  expect(opens.closest('details')?.contains(one('table'))).toBe(true);
  expect([...at.querySelectorAll('tbody tr')].map((r) => [...r.children].map((c) => c.textContent))).toEqual(
    ROWS.map((r) => [r.label, String(r.value)]),
  );
});
