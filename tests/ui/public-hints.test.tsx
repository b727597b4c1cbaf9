// @vitest-environment happy-dom
/** A field whose words can become public says so beside it, wherever these words are typed. */
import { act, type ReactNode } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { useGoalFields } from '@/app/percorso/[code]/[[...where]]/_goals/goal-fields';
import { useMeetingFields } from '@/app/percorso/[code]/[[...where]]/_meetings/meeting-fields';
import { useProposalFields } from '@/app/percorso/[code]/[[...where]]/_needs/need-fields';
import { Requests } from '@/app/percorso/[code]/[[...where]]/_needs/requests';
import type { FormField } from '@/app/percorso/[code]/[[...where]]/_shared/form-fields';
import { MergeTables } from '@/app/percorso/[code]/[[...where]]/_tables/merge-tables';
import { NewTable } from '@/app/percorso/[code]/[[...where]]/_tables/new-table';
import { SplitTable } from '@/app/percorso/[code]/[[...where]]/_tables/split-table';
import { Reshape } from '@/app/percorso/[code]/[[...where]]/_tables/table-changes';
import { PUBLISHABLE, publicWords } from '@/domain/programming/public-words';
import { standingOnes } from '@/domain/programming/deed';
import { dictionary } from '@/i18n/languages';
import { Words } from '@/i18n/words';
import { opened } from '../domain/programming/opened';
import { mount } from './mount';
import { openPage } from './planner-page';

const HINT = 'Queste parole diventano pubbliche quando le pubblichi.';

const b = opened();
const tables = ['Anziani', 'Giovani'].map((name) => b.add('addTable', { name, object: 'Chi è solo' }));
beforeEach(() => {
  openPage(b);
  // The list of gatherings never comes: no field here needs it.
  vi.stubGlobal('fetch', () => new Promise(() => {}));
});

const page = (children: ReactNode) =>
  mount(
    <Words lang="it" dictionary={dictionary('it', ['planning', 'reading', 'common'])}>
      {children}
    </Words>,
  );
/** Labels of the fields that say it. */
function saying(children: ReactNode, button?: string): string[] {
  const { at } = page(children);
  if (button) act(() => [...at.querySelectorAll('button')].find((x) => x.textContent === button)?.click());
  const said = [...at.querySelectorAll('[aria-describedby]')].filter((field) =>
    (field.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .some((id) => document.getElementById(id)?.textContent?.includes(HINT)),
  );
  return said.map((field) => at.querySelector(`label[for="${field.id}"]`)?.firstChild?.textContent ?? '');
}

/** Texts that are published with each kind of thing, by the form in which they are written. */
const TYPED = { proposal: useProposalFields, goal: useGoalFields, meeting: useMeetingFields };
const WRITTEN = ['line', 'text', 'lines'];
/** A code or a state is no sentence; a list of ids, or a text of another form, is not typed here. */
const NOT_HERE: Record<string, string[]> = { proposal: ['reason'], goal: ['code'], meeting: ['dateText'] };

let fields: FormField[] = [];
function Form({ useFields }: { useFields: () => FormField[] }) {
  fields = useFields();
  return null;
}

it.each(Object.entries(TYPED))(
  'in the form of a %s, each text that is published with it',
  (what, useFields) => {
    const made = {
      proposal: () => b.add('addProposal', { title: 'Aprire la sera' }),
      goal: () => b.add('addGoal', { code: `O${Date.now()}`, statement: 'Otto uscite' }),
      meeting: () => b.add('addMeeting', { title: 'Ascolto' }),
    }[what as keyof typeof TYPED]();
    const words = publicWords(b.state, what as keyof typeof TYPED, made) ?? {};
    page(<Form useFields={useFields} />);
    const published = fields.filter(
      (f) => f.key in words && WRITTEN.includes(f.as) && !NOT_HERE[what]?.includes(f.key),
    );
    expect(published.length).toBeGreaterThan(0);
    expect(published.filter((f) => !f.hint?.includes(HINT)).map((f) => f.key)).toEqual([]);
  },
);

it('in the forms of a table and of a request, and no kind of thing is forgotten', () => {
  expect(saying(<NewTable code="PATTO14" />, 'Nuovo tavolo')).toEqual(['Nome', 'Oggetto di lavoro']);
  const open = standingOnes(b.state.tables);
  expect(saying(<MergeTables code="PATTO14" open={open} />, 'Unisci tavoli')).toHaveLength(2);
  const [one] = open;
  if (!one) throw new Error(`no table among ${tables}`);
  expect(saying(<Reshape code="PATTO14" table={one} />, 'Rinomina')).toHaveLength(1);
  expect(saying(<Reshape code="PATTO14" table={one} />, 'Ridefinisci l’oggetto')).toHaveLength(1);
  expect(saying(<SplitTable table={one} />, 'Dividi')).toHaveLength(2);
  expect(saying(<Requests code="PATTO14" />)).toHaveLength(1);
  expect([...PUBLISHABLE].sort()).toEqual([...Object.keys(TYPED), 'request', 'table'].sort());
});
