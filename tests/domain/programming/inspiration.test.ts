/** Words to think of a topic by: ideas of the path's other meetings, and lines of paper whose meeting is published. */
import { describe, expect, it } from 'vitest';
import { emptyGathering, type Gathering } from '@/domain/gathering/state';
import { inspirationFor } from '@/domain/programming/inspiration';
import { opened, planner } from './opened';

const idea = (id: string, more: object = {}) => ({
  ...{ id, n: 1, text: `Idea ${id}`, kind: 'domanda', sector: 'volontariato', prompt: null, author: 'seat' },
  ...{ at: 1, versions: [], saidAt: null, hidden: null, withdrawn: false, origin: 'telefono', ...more },
});
const day = {
  ...emptyGathering(),
  ...{ id: 'ost-carpi', title: 'Open Space' },
  ideas: { a: idea('a'), b: idea('b', { withdrawn: true }), c: idea('c', { hidden: { reason: 'altro' } }) },
} as unknown as Gathering;

describe('words to think of a topic by', () => {
  it('name neither people nor sectors, and are of other meetings only', () => {
    const { state } = opened();
    const found = [{ id: 'a', text: 'Idea a', kind: 'domanda', where: 'Open Space' }];
    expect(inspirationFor(state, [day], 'ost-modena')).toEqual(found);
    expect(inspirationFor(state, [day], 'ost-carpi')).toEqual([]);
  });

  it('are lines of paper too, in the words in which their meeting was published', () => {
    const b = opened();
    const sheet = (id: string, meeting: string | null, more: object = {}) =>
      b.done(planner, 'importPaper', { meeting, lines: [{ id, text: `Riga ${id}`, ...more }] });
    b.done(planner, 'addMeeting', { id: 'meeting-1', title: 'Ascolto', gathering: 'ost-carpi' });
    b.done(planner, 'addMeeting', { id: 'meeting-2', title: 'Altrove' });
    sheet('paper-1', 'meeting-1', { kind: 'bisogno' });
    sheet('paper-2', 'meeting-2');
    sheet('paper-3', null);
    const ids = (of: string) => inspirationFor(b.state, [], of).map((i) => i.id);
    expect(ids('ost-modena')).toEqual([]);
    const things = ['meeting-1', 'meeting-2'].map((id) => ({ what: 'meeting', id }));
    b.done(planner, 'publishThings', { id: 'step-0001', things, body: 'Comitato', date: '2014-12-02' });
    b.done(planner, 'revisePaper', { id: 'paper-2', text: 'Con un nome' });
    sheet('paper-4', 'meeting-2');
    expect(inspirationFor(b.state, [], 'ost-modena')).toEqual([
      { id: 'paper-1', text: 'Riga paper-1', kind: 'bisogno', where: 'Ascolto' },
      { id: 'paper-2', text: 'Riga paper-2', kind: 'altro', where: 'Altrove' },
    ]);
    expect(ids('ost-carpi')).toEqual(['paper-2']);
    Object.assign(b.state.meetings['meeting-2'] ?? {}, { removed: true });
    expect(ids('ost-carpi')).toEqual([]);
  });
});
