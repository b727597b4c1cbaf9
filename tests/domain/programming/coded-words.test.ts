/** Selected words with the codes given to them: what is kept, and each refusal with all that it carries. */
import { describe, expect, it } from 'vitest';
import { note, opened, planner, second } from './opened';

const used = { refused: 'id_already_used' };

describe('words that are coded', () => {
  const words = { [note(1)]: 'Parole dette', [note(2)]: '#Nascoste' };
  const ask = (more: object, by = planner) => {
    const b = opened(words);
    b.done(planner, 'makeCode', { id: 'code-0001', label: 'Cura' });
    b.done(planner, 'makeCode', { id: 'code-0002', label: 'Tempo' });
    b.done(planner, 'makeCode', { id: 'code-0003', label: 'Ore' });
    b.done(planner, 'mergeCode', { id: 'code-0003', into: 'code-0002' });
    b.done(planner, 'codeWords', { id: 'coding-here', ref: note(1), start: 7, end: 12, star: true });
    return b.ask(by, 'codeWords', { id: 'coding-0001', ref: note(1), start: 0, end: 6, ...more });
  };
  const lost = (detail: object) => ({ refused: 'unknown_thing', detail });
  const whole = (more: object) => ({
    data: {
      ...{
        id: 'coding-0001',
        ref: note(1),
        start: 0,
        end: 6,
        quote: 'Parole',
        codes: [],
        memo: '',
        star: false,
      },
      ...{ contrast: false, certainty: 'sicura', second: false, make: [], ...more },
    },
  });
  it.each<[object, object]>([
    [{ id: 'coding-here', star: true }, used],
    [{}, { refused: 'nothing_to_change' }],
    [{ codes: ['code-none'] }, lost({ what: 'code', id: 'code-none' })],
    [{ codes: ['code-0001', 'code-none'] }, lost({ what: 'code', id: 'code-none' })],
    [{ make: [{ id: 'code-0001', label: 'Altro' }] }, used],
    [{ make: [{ id: 'code-new1', label: 'CURA' }] }, { refused: 'label_taken', detail: { id: 'code-0001' } }],
    [
      { quote: 'dette', star: true },
      { refused: 'not_whole_quote', detail: { now: 'Parole' } },
    ],
    [{ start: 6, end: 7, star: true }, { refused: 'not_whole_quote' }],
    [{ start: -1, star: true }, { refused: 'not_whole_quote' }],
    [{ end: 13, star: true }, { refused: 'not_whole_quote' }],
    [
      { ref: note(2), star: true },
      { refused: 'evidence_withheld', detail: { ref: note(2) } },
    ],
    [{ ref: note(3), star: true }, lost({ what: 'source', ref: note(3) })],
    [{ second: true, star: true }, { refused: 'own_first_reading' }],
  ])('%j are refused', (more, refusal) => {
    expect(ask(more)).toEqual(refusal);
  });

  it.each<[object, object]>([
    [{ star: true }, { star: true }],
    [{ memo: 'vedi' }, { memo: 'vedi' }],
    [{ codes: ['code-0001'] }, { codes: ['code-0001'] }],
    [{ codes: ['code-0003', 'code-0002'] }, { codes: ['code-0002'] }],
    [
      { end: 12, star: true },
      { end: 12, quote: 'Parole dette', star: true },
    ],
    [{ quote: 'Parole', star: true }, { star: true }],
    [
      { codes: ['code-0001', 'code-new1'], make: [{ id: 'code-new1', label: 'Nuova' }] },
      { codes: ['code-0001', 'code-new1'], make: [{ id: 'code-new1', label: 'Nuova' }] },
    ],
  ])('%j are kept whole', (more, kept) => {
    expect(ask(more)).toMatchObject(whole(kept));
  });

  it('are read by another account as its second reader', () => {
    expect(ask({ second: true, star: true }, second)).toMatchObject(whole({ second: true, star: true }));
  });
});
