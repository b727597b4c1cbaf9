import { describe, expect, it } from 'vitest';
import { codeNow, codesInUse } from '@/domain/programming/codes';
import { note, opened, planner, second } from './opened';

const said = {
  [note(1)]: 'Chi perde il lavoro non viene allo sportello: si vergogna.',
  [note(2)]: 'Il condominio ha fatto da rete 🙂 quando il servizio era chiuso.',
  [note(3)]: '#Il signor Tale ha un debito.',
};
const words = (ref: string, quote: string) => {
  const start = said[ref]?.indexOf(quote) ?? -1;
  return { ref, start, end: start + quote.length };
};

describe('reading', () => {
  it('[S46] selected words are kept as quoted, with a code made from the selection, and the source counts as coded', () => {
    const b = opened(said);
    const made = { id: 'code-vergogna', label: 'Vergogna' };
    const coding = b.add('codeWords', { ...words(note(1), 'si vergogna'), make: [made], star: true });
    expect(b.state.codings[coding]).toMatchObject({
      quote: 'si vergogna',
      codes: ['code-vergogna'],
      star: true,
    });
    expect(b.state.readings[note(1)]?.first?.state).toBe('codificato');
  });

  it('[S46] half a character, words beyond the text, or words that changed meanwhile are no quotation', () => {
    const b = opened(said);
    const code = b.add('makeCode', { label: 'Rete' });
    const ask = (span: object) => ({ id: 'coding-000x', codes: [code], ...span });
    const face = said[note(2)]?.indexOf('🙂') ?? 0;
    expect(b.refusal(planner, 'codeWords', ask({ ref: note(2), start: face + 1, end: face + 5 }))).toBe(
      'not_whole_quote',
    );
    expect(b.refusal(planner, 'codeWords', ask({ ref: note(2), start: 0, end: 900 }))).toBe(
      'not_whole_quote',
    );
    expect(b.refusal(planner, 'codeWords', ask({ ref: note(2), start: 3, end: 13, quote: 'altre' }))).toBe(
      'not_whole_quote',
    );
    expect(b.refusal(planner, 'codeWords', ask({ ref: note(9), start: 0, end: 2 }))).toBe('unknown_thing');
  });

  it('[S46] withheld words can be neither coded nor evidence', () => {
    const b = opened(said);
    const need = b.add('addNeed', { title: 'Debiti nascosti' });
    const ask = { id: 'thing-000x', ref: note(3) };
    expect(b.refusal(planner, 'codeWords', { ...ask, start: 0, end: 9, star: true })).toBe(
      'evidence_withheld',
    );
    expect(b.refusal(planner, 'linkEvidence', { ...ask, what: 'need', target: need })).toBe(
      'evidence_withheld',
    );
  });

  it('[S46] a merge reads the old codings through the new code, and undoing it loses nothing', () => {
    const b = opened(said);
    const shame = b.add('makeCode', { label: 'Vergogna' });
    const pride = b.add('makeCode', { label: 'Pudore' });
    const coding = b.add('codeWords', { ...words(note(1), 'si vergogna'), codes: [shame] });
    b.done(planner, 'mergeCode', { id: shame, into: pride });
    expect(codeNow(b.state, b.state.codings[coding]?.codes[0] ?? '')?.label).toBe('Pudore');
    expect(codesInUse(b.state).map((c) => c.label)).toEqual(['Pudore']);
    expect(b.refusal(planner, 'mergeCode', { id: pride, into: shame })).toBe('circular_merge');
    b.done(planner, 'unmergeCode', { id: shame });
    expect(codeNow(b.state, b.state.codings[coding]?.codes[0] ?? '')?.label).toBe('Vergogna');
  });

  it('[S46] a split moves the codings named, leaves the others, and each keeps what it had been', () => {
    const b = opened(said);
    const net = b.add('makeCode', { label: 'Reti', family: 'Risorse' });
    const [one, two] = [
      b.add('codeWords', { ...words(note(1), 'sportello'), codes: [net] }),
      b.add('codeWords', { ...words(note(2), 'Il condominio'), codes: [net] }),
    ];
    b.done(planner, 'splitCode', {
      id: net,
      parts: [{ id: 'code-vicini', label: 'Vicinato', codings: [two] }],
    });
    expect(b.state.codings[one ?? '']?.codes).toEqual([net]);
    expect(b.state.codings[two ?? '']).toMatchObject({
      codes: ['code-vicini'],
      history: [{ before: [net] }],
    });
    expect(b.state.codes['code-vicini']).toMatchObject({ splitFrom: net, family: 'Risorse' });
  });

  it('a split has parts of different names and ids, of none that is there, and codings of that code alone', () => {
    const b = opened(said);
    const [net, other] = [b.add('makeCode', { label: 'Rete' }), b.add('makeCode', { label: 'Vergogna' })];
    const mine = b.add('codeWords', { ...words(note(1), 'sportello'), codes: [net] });
    const theirs = b.add('codeWords', { ...words(note(1), 'si vergogna'), codes: [other] });
    const part = (id: string, label: string, codings: string[] = []) => ({ id, label, codings });
    const split = (...parts: object[]) => b.ask(planner, 'splitCode', { id: net, parts });
    const [one, two] = [part('code-uno', 'Uno'), part('code-due', 'Due')];
    expect(split(one, { ...two, label: 'UNO' })).toEqual({ refused: 'label_taken' });
    expect(split(one, { ...two, id: 'code-uno' })).toEqual({ refused: 'id_already_used' });
    expect(split({ ...one, id: other }, two)).toEqual({ refused: 'id_already_used' });
    expect(split({ ...one, label: 'vergogna' }, two)).toMatchObject({ refused: 'label_taken' });
    for (const lost of [theirs, 'coding-none'])
      expect(split({ ...one, codings: [lost] }, two)).toEqual({
        refused: 'unknown_thing',
        detail: { what: 'coding', id: lost },
      });
    expect(split({ ...one, codings: [mine] }, two)).toMatchObject({ type: 'codeSplit' });
    expect(codesInUse(b.state).map((c) => c.label)).toEqual(['Rete', 'Vergogna', 'Uno', 'Due']);
  });

  it('a code in use is not taken away, one that is not in use goes and can come back', () => {
    const b = opened(said);
    const code = b.add('makeCode', { label: 'Rete' });
    const coding = b.add('codeWords', { ...words(note(2), 'rete'), codes: [code] });
    expect(b.ask(planner, 'removeThing', { what: 'code', id: code })).toMatchObject({
      refused: 'code_in_use',
      detail: { times: 1 },
    });
    b.done(planner, 'removeThing', { what: 'coding', id: coding });
    b.done(planner, 'removeThing', { what: 'code', id: code });
    b.add('makeCode', { label: 'RETE' });
    expect(b.refusal(planner, 'restoreThing', { what: 'code', id: code })).toBe('label_taken');
  });

  it('two planners on one definition: the later one is told what the other wrote, on another field she is not', () => {
    const b = opened();
    const code = b.add('makeCode', { label: 'Rete' });
    const since = b.state.seq;
    b.done(second, 'reviseCode', { id: code, definition: 'Chi si aiuta' });
    expect(b.ask(planner, 'reviseCode', { id: code, definition: 'Altro', since })).toMatchObject({
      refused: 'stale_version',
      detail: { now: 'Chi si aiuta' },
    });
    b.done(planner, 'reviseCode', { id: code, label: 'Reti', since });
    expect(b.state.codes[code]).toMatchObject({
      label: 'Reti',
      definition: 'Chi si aiuta',
      history: [{ by: 'ufficio-bruno' }, { field: 'label', before: 'Rete' }],
    });
  });

  it('[S45] a sheaf of paper comes in whole or not at all, and its lines can be coded', () => {
    const b = opened();
    const line = (id: string) => ({ id, text: 'Un tavolo al mese in un posto diverso', kind: 'proposta' });
    b.done(planner, 'importPaper', { lines: [line('carta-0001')] });
    expect(b.refusal(planner, 'importPaper', { lines: [line('carta-0002'), line('carta-0001')] })).toBe(
      'id_already_used',
    );
    expect(Object.keys(b.state.papers)).toEqual(['carta-0001']);
    const coding = b.add('codeWords', { ref: 'path-carpi/paper/carta-0001', start: 0, end: 9, star: true });
    expect(b.state.codings[coding]?.quote).toBe('Un tavolo');
    expect(b.refusal(planner, 'removeThing', { what: 'paper', id: 'carta-0001' })).toBe('in_use');
  });
});
