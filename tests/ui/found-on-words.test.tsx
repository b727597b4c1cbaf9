// @vitest-environment happy-dom
/** "Crea un bisogno" from many words: only once the page holds all of them, never from those that a device stored. */
import { act } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { FoundOnWords } from '@/app/percorso/[code]/[[...where]]/_shared/found-on-words';
import { dictionary } from '@/i18n/languages';
import { Words } from '@/i18n/words';
import { note, opened } from '../domain/programming/opened';
import { mount } from './mount';
import { asked, openPage, show } from './planner-page';

const said = Object.fromEntries([1, 2, 3].map((n) => [note(n), 'Perdo l’autobus']));
const words = Object.keys(said).map((ref) => ({ ref, start: 0, end: 5 }));
const page = (of: typeof words) => {
  const { at } = mount(
    <Words lang="it" dictionary={dictionary('it', ['planning'])}>
      <FoundOnWords code="PATTO14" title="Autobus" words={of} />
    </Words>,
  );
  const buttons = () => [...at.querySelectorAll('button')];
  return {
    disabled: () => buttons().map((b) => b.getAttribute('aria-disabled') === 'true'),
    press: (label: string) =>
      act(() =>
        buttons()
          .find((b) => b.textContent === label)
          ?.click(),
      ),
  };
};
beforeEach(() => {
  window.history.replaceState(null, '', '/percorso/PATTO14/codici/tempo');
  openPage(opened(said));
});

it.each([
  ['its texts have not come', 'live', false],
  ['the stream has not answered', 'lost', true],
] as const)('many words make nothing while %s, and then everything', (_, link, ready) => {
  act(() => show(link, ready));
  const { disabled, press } = page(words);
  expect(disabled()).toEqual([true, true]);
  press('Crea un bisogno');
  press('Crea una proposta');
  expect([asked, window.location.pathname]).toEqual([[], '/percorso/PATTO14/codici/tempo']);
  act(() => show('live', true));
  expect(disabled()).toEqual([false, false]);
  press('Crea un bisogno');
  expect(asked).toMatchObject([{ type: 'foundOnWords', ask: { what: 'need', links: words } }]);
  expect(window.location.pathname).toMatch(/^\/percorso\/PATTO14\/bisogni\/./);
});

it('one word that is being read is there already: nothing is waited for', () => {
  act(() => show('lost', false));
  const { disabled, press } = page(words.slice(0, 1));
  expect(disabled()).toEqual([false, false]);
  press('Crea una proposta');
  expect(asked).toMatchObject([{ ask: { what: 'proposal', links: words.slice(0, 1) } }]);
});
