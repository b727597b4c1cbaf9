/** Nothing of a path is public until somebody publishes it: each step records who decided, and can be undone. */
import { describe, expect, it } from 'vitest';
import { programming } from '@/domain/programming/catalogue';
import { givenBack } from '@/domain/programming/public-outcomes';
import { inspirationFor } from '@/domain/programming/inspiration';
import { changedSince, proposedLicence, publishedOf } from '@/domain/programming/publication';
import { PUBLISHABLE, publishables } from '@/domain/programming/public-words';
import type { Said } from '@/domain/programming/source-text';
import { lookAmong, note, opened, planner } from './opened';

const words = { [note(1)]: 'Chi perde il lavoro si vergogna.', [note(2)]: 'Un tavolo al mese.' };
const DECIDED = { body: 'Comitato di Distretto', date: '2014-12-02' };
type Bench = ReturnType<typeof opened>;
const read = (b: Bench, said: readonly Said[] = []) => givenBack(b.state, lookAmong(words), said);
let steps = 0;
const publish = (b: Bench, ...pairs: [what: string, id: string][]): string => {
  const id = `step-${String(++steps).padStart(4, '0')}`;
  const things = pairs.map(([what, of]) => ({ what, id: of }));
  b.done(planner, 'publishThings', { id, things, ...DECIDED });
  return id;
};

/** One of everything that could be published, each with words that nobody outside may know yet. */
function drafts() {
  const b = opened(words);
  const secret = 'BOZZA INTERNA';
  const table = b.add('addTable', { name: `${secret} tavolo`, object: secret });
  const proposal = b.add('addProposal', { title: `${secret} proposta`, description: secret, table });
  b.add('linkEvidence', { what: 'proposal', target: proposal, ref: note(1) });
  const request = b.add('takeRequest', {
    text: `${secret}: Anna, 333 1234567`,
    from: 'la signora del terzo piano',
  });
  const goal = b.add('addGoal', { code: 'O1', statement: `${secret} obiettivo`, proposals: [proposal] });
  const meeting = b.add('addMeeting', { title: `${secret} incontro`, minutes: secret });
  b.done(planner, 'importPaper', { meeting, lines: [{ id: 'carta-0001', text: `${secret} foglio` }] });
  return { b, secret, table, proposal, request, goal, meeting };
}

describe('a draft', () => {
  it('of any kind is read by nobody outside, though it is written, edited and given an outcome', () => {
    const { b, secret, proposal } = drafts();
    b.done(planner, 'giveOutcome', { id: proposal, outcome: 'accolta', reason: secret });
    const all = read(b);
    expect(all.updatedAt).toBeNull();
    expect(JSON.stringify(all)).not.toContain(secret);
    expect(JSON.stringify(inspirationFor(b.state, [], 'another'))).not.toContain(secret);
  });

  it('becomes public with the body that decided and the day, and every kind has its step', () => {
    const d = drafts();
    const { b } = d;
    for (const what of PUBLISHABLE) publish(b, [what, d[what]]);
    const all = read(b);
    expect(all.proposals).toMatchObject([{ id: d.proposal, decided: DECIDED, goals: [{ code: 'O1' }] }]);
    expect(all.requests).toMatchObject([{ id: d.request, decided: DECIDED }]);
    expect(all.tables.map((t) => t.id)).toEqual([d.table]);
    expect(all.meetings.map((m) => m.id)).toEqual([d.meeting]);
    expect(inspirationFor(b.state, [], 'another').map((i) => i.id)).toEqual(['carta-0001']);
    expect(JSON.stringify(all)).not.toContain('terzo piano');
    expect(new Set(publishables(b.state).map((t) => t.what))).toEqual(new Set(PUBLISHABLE));
  });

  it('goes with no body, no day or no such thing', () => {
    const { b, proposal } = drafts();
    const ask = { id: 'step-x001', things: [{ what: 'proposal', id: proposal }], ...DECIDED };
    expect(b.refusal(planner, 'publishThings', { ...ask, body: ' ' })).toBe('blank_text');
    expect(b.refusal(planner, 'publishThings', { ...ask, date: 'ieri' })).toBe('bad_date');
    const nobody = [{ what: 'proposal', id: 'proposal-of-nobody' }];
    expect(b.refusal(planner, 'publishThings', { ...ask, things: nobody })).toBe('unknown_thing');
    b.done(planner, 'publishThings', ask);
    expect(b.refusal(planner, 'publishThings', { ...ask, id: 'step-x002' })).toBe('nothing_to_change');
  });
});

describe('[decision 51] the licence of a publication', () => {
  it('is the path’s setting unless another is chosen, and stays when the setting changes', () => {
    const { b, proposal, request, table } = drafts();
    publish(b, ['table', table]);
    b.done(planner, 'revisePath', { id: b.state.id, licence: 'CC-BY-4.0' });
    publish(b, ['proposal', proposal]);
    expect(b.facts.at(-1)?.data).toMatchObject({ licence: 'CC-BY-4.0' });
    const things = [{ what: 'request', id: request }];
    const step = b.done(planner, 'publishThings', {
      ...{ id: 'step-zero', things, ...DECIDED, licence: 'CC0-1.0' },
    });
    expect(step.data).toMatchObject({ licence: 'CC0-1.0' });
    b.done(planner, 'revisePath', { id: b.state.id, licence: 'CC-BY-SA-4.0' });
    const all = read(b);
    expect([
      all.tables[0]?.licence,
      all.proposals[0]?.decided.licence,
      all.requests[0]?.decided.licence,
    ]).toEqual(['nessuna', 'CC-BY-4.0', 'CC0-1.0']);
    expect(all.licence).toBeNull();
    expect(b.refusal(planner, 'publishThings', { id: 'step-bad1', things, ...DECIDED, licence: 'MIT' })).toBe(
      'malformed',
    );
  });

  it('can be changed alone, by publishing again, and comes back when that step is undone', () => {
    const { b, proposal } = drafts();
    publish(b, ['proposal', proposal]);
    const ask = { id: 'step-open', things: [{ what: 'proposal', id: proposal }], ...DECIDED };
    expect(b.refusal(planner, 'publishThings', ask)).toBe('nothing_to_change');
    b.done(planner, 'publishThings', { ...ask, licence: 'CC-BY-4.0' });
    expect(read(b).licence).toBe('CC-BY-4.0');
    expect(b.state.publications['step-open']).toMatchObject({ licence: 'CC-BY-4.0' });
    b.done(planner, 'revertPublication', { id: 'step-open' });
    expect(read(b).licence).toBe('nessuna');
  });

  it('a line of a log from before it has the path’s setting of that moment', () => {
    const { b, proposal } = drafts();
    b.done(planner, 'revisePath', { id: b.state.id, licence: 'CC-BY-4.0' });
    publish(b, ['proposal', proposal]);
    b.done(planner, 'revisePath', { id: b.state.id, licence: 'nessuna' });
    const old = b.facts.map((fact) => {
      if (fact.type !== 'thingsPublished') return fact;
      const { licence: _, ...data } = fact.data as { licence: string };
      return programming.read({ ...fact, data });
    });
    const state = programming.replay(old);
    expect(publishedOf(state, 'proposal', proposal)?.licence).toBe('CC-BY-4.0');
  });
});

describe('a step', () => {
  it('is one: its id is not used again, whatever it would publish', () => {
    const { b, proposal, goal } = drafts();
    const id = publish(b, ['proposal', proposal]);
    const things = [{ what: 'goal', id: goal }];
    expect(b.refusal(planner, 'publishThings', { id, things, ...DECIDED })).toBe('id_already_used');
    expect(b.refusal(planner, 'withdrawThings', { id, things, reason: 'x' })).toBe('id_already_used');
  });

  it('is another where the same words are decided by another body, or on another day', () => {
    const { b, proposal } = drafts();
    publish(b, ['proposal', proposal]);
    const things = [{ what: 'proposal', id: proposal }];
    for (const decided of [
      { ...DECIDED, body: 'Consiglio' },
      { body: 'Consiglio', date: '2014-12-09' },
    ]) {
      b.done(planner, 'publishThings', { id: `step-${decided.date}-${decided.body}`, things, ...decided });
      expect(read(b).proposals.map((p) => p.decided)).toMatchObject([decided]);
    }
  });

  it('taken back leaves what a later step has done, unless that was taken back too', () => {
    const { b, proposal, goal } = drafts();
    const first = publish(b, ['proposal', proposal], ['goal', goal]);
    b.done(planner, 'reviseProposal', { id: proposal, title: 'Titolo nuovo' });
    const second = publish(b, ['proposal', proposal]);
    b.done(planner, 'revertPublication', { id: first });
    expect([read(b).proposals.map((p) => p.title), publishedOf(b.state, 'goal', goal)]).toEqual([
      ['Titolo nuovo'],
      null,
    ]);
    const other = drafts();
    const one = publish(other.b, ['proposal', other.proposal]);
    other.b.done(planner, 'reviseProposal', { id: other.proposal, title: 'Titolo nuovo' });
    const two = publish(other.b, ['proposal', other.proposal]);
    other.b.done(planner, 'revertPublication', { id: two });
    other.b.done(planner, 'revertPublication', { id: one });
    expect(read(other.b).proposals).toEqual([]);
    expect(b.refusal(planner, 'revertPublication', { id: first })).toBe('nothing_to_change');
    b.done(planner, 'revertPublication', { id: second });
  });

  it('bears the source of a request told in other words, so that both can be erased', () => {
    const b = opened(words);
    const request = b.add('takeRequest', { ref: note(1) });
    const things = [{ what: 'request', id: request, text: 'Chi cerca lavoro chiede tempo.' }];
    const { data } = b.done(planner, 'publishThings', { id: 'step-request', things, ...DECIDED });
    expect(data).toMatchObject({ things: [{ ...things[0], ref: note(1) }] });
    expect(publishedOf(b.state, 'request', request)?.words).toMatchObject({ text: things[0]?.text });
    const own = b.add('takeRequest', { ref: note(2) });
    b.done(planner, 'publishThings', {
      id: 'step-as-said',
      things: [{ what: 'request', id: own }],
      ...DECIDED,
    });
    expect(publishedOf(b.state, 'request', own)?.words).toMatchObject({ text: words[note(2)] });
  });
});

describe('what is published', () => {
  it('keeps its words while the office goes on writing; new evidence, a new goal or table stay inside', () => {
    const { b, proposal, goal } = drafts();
    publish(b, ['proposal', proposal]);
    const before = read(b);
    b.done(planner, 'reviseProposal', { id: proposal, title: 'Altro titolo' });
    b.done(planner, 'giveOutcome', { id: proposal, outcome: 'non_accolta', reason: 'ripensato' });
    b.add('linkEvidence', { what: 'proposal', target: proposal, ref: note(2) });
    b.done(planner, 'reviseGoal', { id: goal, statement: 'Altro' });
    expect(read(b)).toEqual(before);
    const now = publishedOf(b.state, 'proposal', proposal);
    expect(now && changedSince(b.state, now)).toBe(true);
    publish(b, ['proposal', proposal]);
    expect(read(b).proposals).toMatchObject([
      { title: 'Altro titolo', outcome: 'non_accolta', words: [{ ref: note(1) }, { ref: note(2) }] },
    ]);
  });

  it('is withdrawn only with a reason, and what is taken away from the path leaves at once', () => {
    const { b, proposal, request } = drafts();
    publish(b, ['proposal', proposal], ['request', request]);
    const things = [{ what: 'request', id: request }];
    expect(b.refusal(planner, 'withdrawThings', { id: 'step-w001', things, reason: '' })).toBe(
      'missing_reason',
    );
    b.done(planner, 'withdrawThings', { id: 'step-w002', things, reason: 'c’è un numero di telefono' });
    expect(read(b).requests).toEqual([]);
    for (const e of Object.keys(b.state.evidence))
      b.done(planner, 'removeThing', { what: 'evidence', id: e });
    for (const g of Object.keys(b.state.goals)) b.done(planner, 'removeThing', { what: 'goal', id: g });
    b.done(planner, 'removeThing', { what: 'proposal', id: proposal });
    expect(read(b).proposals).toEqual([]);
    b.done(planner, 'restoreThing', { what: 'proposal', id: proposal });
    expect(read(b).proposals).toHaveLength(1);
    expect(Object.values(b.state.publications).map((p) => p.kind)).toEqual(['published', 'withdrawn']);
  });

  it('a request is read in words that name nobody, while the office keeps its own', () => {
    const { b, request } = drafts();
    const things = [{ what: 'request', id: request, text: 'Una persona chiede quando riapre lo sportello' }];
    b.done(planner, 'publishThings', { id: 'step-r001', things, ...DECIDED });
    expect(read(b).requests[0]?.text).toBe('Una persona chiede quando riapre lo sportello');
    expect(JSON.stringify(read(b))).not.toContain('333 1234567');
    const now = publishedOf(b.state, 'request', request);
    expect(now && changedSince(b.state, now)).toBe(false);
    b.done(planner, 'answerRequest', { id: request, answer: 'si', reason: 'da lunedì' });
    expect(now && changedSince(b.state, now)).toBe(true);
  });

  it('one tap takes a step back, to what everyone read before it; what changed since then stays', () => {
    const { b, proposal, request } = drafts();
    publish(b, ['proposal', proposal]);
    const first = read(b);
    b.done(planner, 'reviseProposal', { id: proposal, title: 'Titolo di domani' });
    const step = publish(b, ['proposal', proposal], ['request', request]);
    b.done(planner, 'revertPublication', { id: step });
    expect({ ...read(b), updatedAt: 0 }).toEqual({ ...first, updatedAt: 0 });
    expect(b.refusal(planner, 'revertPublication', { id: step })).toBe('nothing_to_change');
    const again = publish(b, ['request', request]);
    const withdrawn = 'step-z001';
    const things = [{ what: 'request', id: request }];
    b.done(planner, 'withdrawThings', { id: withdrawn, things, reason: 'per errore' });
    b.done(planner, 'revertPublication', { id: again });
    expect(read(b).requests).toEqual([]);
    b.done(planner, 'revertPublication', { id: withdrawn });
    expect(read(b).requests).toHaveLength(1);
  });

  it('words cleared where they were said leave it, in whatever words they were published', () => {
    const b = opened(words);
    const request = b.add('takeRequest', { ref: note(1) });
    const things = [
      { what: 'request', id: request, text: 'Chi perde il lavoro si vergogna, dice una nota.' },
    ];
    b.done(planner, 'publishThings', { id: 'step-c001', things, ...DECIDED });
    b.done(planner, 'publishThings', {
      id: 'step-c002',
      things: [{ what: 'request', id: request }],
      ...DECIDED,
    });
    b.done(planner, 'clearQuotes', { refs: [note(1)] });
    expect(JSON.stringify([b.state.published, b.state.publications])).not.toContain('si vergogna');
    expect(read(b).requests).toEqual([]);
  });

  it('a merged table is read under the names everyone knows until the new one is published', () => {
    const b = opened(words);
    const [one = '', two = ''] = ['Uno', 'Due'].map((name) => b.add('addTable', { name }));
    const proposal = b.add('addProposal', { title: 'Aprire la sera', table: one });
    publish(b, ['table', one], ['table', two], ['proposal', proposal]);
    b.done(planner, 'mergeTables', {
      id: 'table-new1',
      name: 'Insieme',
      object: '',
      from: [one, two],
      rationale: 'x',
    });
    expect(read(b).tables.map((t) => t.name)).toEqual(['Uno', 'Due']);
    expect(read(b).proposals[0]?.table).toBe('Uno');
    publish(b, ['table', 'table-new1']);
    expect(read(b).tables).toMatchObject([{ name: 'Insieme', before: ['Uno', 'Due'] }]);
    b.done(planner, 'closeTable', { id: 'table-new1', rationale: 'finito' });
    expect(read(b).tables.map((t) => t.name)).not.toContain('Insieme');
  });
});

describe('the whole in numbers', () => {
  const item = (n: number, voice: Said['voice'], more: Partial<Said> = {}): Said => ({
    ref: `ost-carpi/item/tema-1.voce-${n}`,
    ...{ kind: 'item', voice, text: `Riga ${n}`, withheld: false, gathering: 'ost-carpi', phase: null },
    ...{ topic: 'ost-carpi/topic/tema-1', session: 's', slot: null, sector: null, strands: [], at: n },
    ...more,
  });
  const said = [
    item(1, 'proposta'),
    item(2, 'proposta'),
    item(3, 'richiesta'),
    item(4, 'richiesta', { withheld: true, text: '' }),
    item(5, 'bisogno'),
  ];

  it('says how many the circles wrote, how many were examined, answered, are waiting; and each its own line', () => {
    const b = opened(Object.fromEntries(said.filter((s) => !s.withheld).map((s) => [s.ref, s.text])));
    const look = lookAmong(Object.fromEntries(said.filter((s) => !s.withheld).map((s) => [s.ref, s.text])));
    const counts = () => givenBack(b.state, look, said).counts;
    const written = { written: 3, proposals: 2, requests: 1 };
    expect(counts()).toEqual({ ...written, examined: 0, answered: 0, waiting: 3 });
    const proposal = b.add('addProposal', { title: 'Aprire la sera' });
    b.add('linkEvidence', { what: 'proposal', target: proposal, ref: said[0]?.ref });
    const request = b.add('takeRequest', { ref: said[2]?.ref });
    b.done(planner, 'giveOutcome', { id: proposal, outcome: 'accolta', reason: 'da ottobre' });
    b.done(planner, 'answerRequest', { id: request, answer: 'si', reason: 'subito' });
    expect(counts()).toEqual({ ...written, examined: 2, answered: 0, waiting: 3 });
    publish(b, ['proposal', proposal], ['request', request]);
    expect(counts()).toEqual({ ...written, examined: 2, answered: 2, waiting: 1 });
    const lines = givenBack(b.state, look, said).lines;
    expect(lines.map((l) => [l.text, l.state, l.answers])).toEqual([
      ['Riga 1', 'answered', [proposal]],
      ['Riga 2', 'waiting', []],
      ['Riga 3', 'answered', [request]],
    ]);
  });

  it('a preview shows what would be public, and publishes nothing', () => {
    const { b, proposal } = drafts();
    const shown = givenBack(b.state, lookAmong(words), [], [{ what: 'proposal', id: proposal }]);
    expect(shown.proposals).toHaveLength(1);
    expect(shown.tables).toEqual([]);
    expect(b.state.published).toEqual({});
  });
});

describe('the licence that is proposed', () => {
  const step = (b: Bench, licence: string, ...pairs: [what: string, id: string][]): string => {
    const id = `licence-${String(++steps).padStart(4, '0')}`;
    b.done(planner, 'publishThings', {
      ...{ id, things: pairs.map(([what, of]) => ({ what, id: of })), licence },
      ...DECIDED,
    });
    return id;
  };

  it('is the one of the last publication, also after a withdrawal, and not of a step that was undone', () => {
    const { b, goal } = drafts();
    const things = [{ what: 'goal' as const, id: goal }];
    const usual = proposedLicence(b.state, things);
    expect(usual).toBe('nessuna');
    step(b, 'CC0-1.0', ['goal', goal]);
    expect(proposedLicence(b.state, things)).toBe('CC0-1.0');
    b.done(planner, 'withdrawThings', { id: 'withdrawal-1', things, reason: 'Un errore' });
    expect(proposedLicence(b.state, things)).toBe('CC0-1.0');
    const undone = step(b, 'CC-BY-4.0', ['goal', goal]);
    expect(proposedLicence(b.state, things)).toBe('CC-BY-4.0');
    b.done(planner, 'revertPublication', { id: undone });
    expect(proposedLicence(b.state, things)).toBe('CC0-1.0');
  });

  it('is the path’s own where several things had different ones, or one had none yet', () => {
    const { b, goal, table } = drafts();
    const both = [
      { what: 'goal' as const, id: goal },
      { what: 'table' as const, id: table },
    ];
    step(b, 'CC0-1.0', ['goal', goal]);
    expect(proposedLicence(b.state, both)).toBe('nessuna');
    const other = step(b, 'CC-BY-4.0', ['table', table]);
    expect(proposedLicence(b.state, both)).toBe('nessuna');
    b.done(planner, 'revertPublication', { id: other });
    step(b, 'CC0-1.0', ['table', table]);
    expect(proposedLicence(b.state, both)).toBe('CC0-1.0');
  });
});
