// @vitest-environment happy-dom
/** Under words from paper stand the meeting and the place of the sheet, and nothing twice. */
import { expect, it } from 'vitest';
import { SourceLine } from '@/app/percorso/[code]/[[...where]]/_shared/source-line';
import { saidOnPaper } from '@/domain/programming/source-text';
import { dictionary } from '@/i18n/languages';
import { Words } from '@/i18n/words';
import { opened, planner } from '../domain/programming/opened';
import { mount } from './mount';
import { openPage } from './planner-page';

it.each([
  [true, 'mercato di Carpi', 'Da carta, vai alla citazione|Ascolto · mercato di Carpi'],
  [false, 'mercato di Carpi', 'Da carta, vai alla citazione|mercato di Carpi'],
  [false, '', 'Da carta, vai alla citazione|'],
])('a sheet of a meeting: %s, with its place «%s»', (met, where, says) => {
  const b = opened();
  const meeting = met ? b.add('addMeeting', { title: 'Ascolto' }) : null;
  b.done(planner, 'importPaper', { meeting, lines: [{ id: 'carta-0001', text: 'Una riga', where }] });
  openPage(b);
  const ref = `${b.state.id}/paper/carta-0001`;
  const said = saidOnPaper(b.state).find((s) => s.ref === ref) ?? null;
  const { at } = mount(
    <Words lang="it" dictionary={dictionary('it', ['planning'])}>
      <SourceLine code="PATTO14" refId={ref} where={{ said, meeting: null, topic: null, circle: null }} />
    </Words>,
  );
  expect([...at.querySelectorAll('p > *')].map((x) => x.textContent).join('|')).toBe(says);
});
