// @vitest-environment happy-dom
/** Words to be linked are narrowed by code, sector, meeting and kind; a text shows what it founds already. */
import { act, type ReactNode } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { Founded } from '@/app/percorso/[code]/[[...where]]/_reading/founded-things';
import { FindWords } from '@/app/percorso/[code]/[[...where]]/_shared/word-search';
import { saidOnPaper } from '@/domain/programming/source-text';
import { dictionary } from '@/i18n/languages';
import { Words } from '@/i18n/words';
import { opened, planner } from '../domain/programming/opened';
import { mount } from './mount';
import { asked, openPage } from './planner-page';

const TEXTS = { autobus: 'Manca un autobus', casa: 'La casa è fredda', orto: 'Un orto insieme' };
function listened() {
  const b = opened();
  const meetings = ['Ascolto', 'Mercato'].map((title) => b.add('addMeeting', { title }));
  const lines = [
    { id: 'carta-autobus', text: TEXTS.autobus, sector: 'volontariato', kind: 'bisogno' },
    { id: 'carta-casa', text: TEXTS.casa, sector: 'istituzioni', kind: 'bisogno' },
  ];
  b.done(planner, 'importPaper', { meeting: meetings[0], lines });
  b.done(planner, 'importPaper', {
    meeting: meetings[1],
    lines: [{ id: 'carta-orto', text: TEXTS.orto, sector: 'volontariato', kind: 'risorsa' }],
  });
  const ref = (id: string) => `${b.state.id}/paper/${id}`;
  const parent = b.add('makeCode', { label: 'Abitare' });
  const cold = b.add('makeCode', { label: 'Freddo', parent });
  b.add('codeWords', { ref: ref('carta-casa'), start: 0, end: 7, codes: [cold] });
  const need = b.add('addNeed', { title: 'Muoversi' });
  return { b, ref, need };
}
const within = (children: ReactNode) =>
  mount(
    <Words lang="it" dictionary={dictionary('it', ['planning', 'reading', 'common'])}>
      {children}
    </Words>,
  );
let world = listened();
beforeEach(() => {
  world = listened();
  openPage(world.b);
});

describe('words to be linked', () => {
  it.each([
    ['Abitare', [TEXTS.casa]],
    ['Freddo', [TEXTS.casa]],
    ['Volontariato', [TEXTS.autobus, TEXTS.orto]],
    ['Ascolto', [TEXTS.autobus, TEXTS.casa]],
    ['Mercato', [TEXTS.orto]],
    ['Risorsa', [TEXTS.orto]],
  ])('chosen by «%s» are these alone', (label, texts) => {
    const { at } = within(<FindWords what="need" target={world.need} onChoose={() => {}} />);
    const shown = () => [...at.querySelectorAll('li button > span:first-child')].map((x) => x.textContent);
    expect(shown()).toEqual(Object.values(TEXTS));
    const option = [...at.querySelectorAll('option')].find((o) => o.textContent === label);
    const select = option?.closest('select');
    if (!option || !select) throw new Error(`no ${label}`);
    act(() => {
      select.value = option.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(shown()).toEqual(texts);
  });
});

describe('a text that is read', () => {
  it('shows the need that it founds already, and founds another without leaving', () => {
    const { b, ref, need } = world;
    b.add('linkEvidence', { what: 'need', target: need, ref: ref('carta-autobus') });
    openPage(b);
    const said = saidOnPaper(b.state).find((s) => s.ref === ref('carta-autobus'));
    if (!said) throw new Error('no text');
    const before = window.location.href;
    const { at } = within(
      <Founded code="PATTO14" said={said} codings={[]} selected={{ start: 0, end: 5 }} />,
    );
    expect([...at.querySelectorAll('a')].map((a) => a.textContent)).toEqual(['Muoversi']);
    const make = [...at.querySelectorAll('button')].find((x) => x.textContent === 'Crea un bisogno');
    act(() => make?.click());
    expect(asked).toMatchObject([
      {
        type: 'foundOnWords',
        ask: { what: 'need', title: 'Manca', links: [{ ref: said.ref, start: 0, end: 5 }] },
      },
    ]);
    expect([...at.querySelectorAll('a')].map((a) => a.textContent)).toEqual(['Muoversi', 'Manca']);
    expect(window.location.href).toBe(before);
  });
});
