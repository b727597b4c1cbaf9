/** Words that are erased for good: no line of the log holds them afterwards, and every other line is as it was. */
import { describe, expect, it } from 'vitest';
import type { Fact } from '@/domain/deed';
import { gathering } from '@/domain/gathering/catalogue';
import { cleansed, refsOf, unplaced } from '@/domain/gathering/text-erasure';
import type { HideTarget } from '@/domain/gathering/moderation';
import { office } from './given';
import { opened } from './opened';

const SECRET = 'la Pina del terzo piano';
const facilitator = office('facilitator');
const holder = office('owner', 'account-2');

/** A gathering in which everything says the secret, and everything has a neighbour that says something else. */
function talk() {
  const g = opened();
  const [anna, bruno] = [g.seat('seat-anna'), g.seat('seat-bruno')];
  const topic = g.topic(anna, `Dov’è ${SECRET}?`);
  g.done(anna, 'reviseTopic', { topic, title: `Chi è ${SECRET}?`, line: `Di ${SECRET}`, strands: [] });
  const other = g.topic(bruno, 'Un altro tema');
  const write = (note: string, text: string, at = topic) =>
    g.done(anna, 'writeNote', { note, topic: at, kind: 'bisogno', text });
  write('note-0001', `${SECRET} non paga`);
  write('note-0002', 'qualcuno non paga');
  g.done(anna, 'reviseNote', { note: 'note-0001', kind: 'bisogno', text: `${SECRET} non ha casa` });
  g.done(anna, 'beginReport', { topic });
  for (const field of ['summary', 'agreements', 'distances'])
    g.done(anna, 'writeReport', { topic, field, text: `${field}: ${SECRET}`, rev: 0 });
  g.done(anna, 'setOutcome', { topic, outcome: 'only_convener', reason: `mancava ${SECRET}` });
  const row = { kind: 'proposta', text: `casa per ${SECRET}`, who: SECRET, byWhen: `con ${SECRET}` };
  g.done(anna, 'addItem', { topic, item: 'item-0001', ...row });
  g.done(anna, 'addItem', { topic, item: 'item-0002', kind: 'proposta', text: 'case per tutti' });
  g.done(anna, 'publishReport', { topic });
  g.done(anna, 'reviseItem', { topic, item: 'item-0001', rev: 1, ...row, text: `subito a ${SECRET}` });
  g.done(anna, 'shareIdea', { idea: 'idea-0001', text: `${SECRET} saprebbe` });
  g.done(anna, 'reviseIdea', { idea: 'idea-0001', text: `${SECRET} lo sa`, kind: 'altro' });
  g.done(anna, 'shareIdea', { idea: 'idea-0002', text: 'qualcuno saprebbe' });
  const step = { title: SECRET, what: SECRET, resources: SECRET, byWhen: SECRET, nextStep: SECRET };
  g.done(anna, 'startAction', { action: 'action-001', ...step });
  g.done(bruno, 'startAction', { action: 'action-002', title: 'un passo' });
  g.done(holder, 'setClosingWord', { on: true });
  g.done(anna, 'sayWord', { word: 'word-0001', text: SECRET });
  g.done(bruno, 'sayWord', { word: 'word-0002', text: 'grazie' });
  const erase = (target: HideTarget): Fact[] => {
    const hide = { ...target, reason: 'dato_personale', note: `nomina ${SECRET}` };
    g.done(facilitator, 'hideText', hide);
    g.done(facilitator, 'restoreText', { ...target, reason: `${SECRET} è d’accordo` });
    g.done(facilitator, 'hideText', hide);
    g.done(holder, 'clearText', { ...target, reason: 'su richiesta' });
    const without = cleansed(gathering.seenBy, g.state, target);
    return g.facts.map((f) => ({ ...f, data: without(f) ?? f.data }));
  };
  return { ...g, topic, other, anna, bruno, erase };
}
type Hall = ReturnType<typeof talk>;

/** A text to erase, and the facts that told its words. */
const THINGS: { what: HideTarget['what']; id: (g: Hall) => string; told: RegExp; drawn?: true }[] = [
  { what: 'note', id: () => 'note-0001', told: /^note/, drawn: true },
  { what: 'topic', id: (g) => g.topic, told: /^topic/ },
  { what: 'report', id: (g) => g.topic, told: /^report(Written)|^outcomeSet/ },
  { what: 'item', id: () => 'item-0001', told: /^item/ },
  { what: 'idea', id: () => 'idea-0001', told: /^idea/ },
  { what: 'action', id: () => 'action-001', told: /^action/ },
  { what: 'word', id: () => 'word-0001', told: /^wordSaid/ },
];

describe('words erased for good', () => {
  it.each(THINGS)('of a $what are in no line that told them, nor in the reasons for withholding', (thing) => {
    const g = talk();
    const target = { what: thing.what, id: thing.id(g) };
    const left = g.erase(target);
    const telling = left.filter((f) => thing.told.test(f.type) || /^text(Hidden|Restored)/.test(f.type));
    expect(telling.length).toBeGreaterThan(2);
    expect(telling.map((f) => JSON.stringify(f.data)).filter((line) => line.includes(SECRET))).toEqual([]);
    // The neighbours' words, and everything else of these lines, stay.
    const others = g.facts.filter((f) => !JSON.stringify(f.data).includes(SECRET));
    expect(others.map((f) => left.find((l) => l.seq === f.seq)?.data)).toEqual(others.map((f) => f.data));
    expect(left.map(({ data: _, ...line }) => line)).toEqual(g.facts.map(({ data: _, ...line }) => line));
  });

  it.each(THINGS)('of a $what leave a log that folds to the same gathering', ({ what, id }) => {
    const g = talk();
    const left = g.erase({ what, id: id(g) });
    for (const fact of left) gathering.read(JSON.parse(JSON.stringify(fact)) as Fact);
    const replayed = gathering.replay(left.map((f) => JSON.parse(JSON.stringify(f)) as Fact));
    expect(replayed.notes).toEqual(g.state.notes);
    expect(replayed.topics).toEqual(g.state.topics);
    expect(replayed.reports).toEqual(g.state.reports);
    expect([replayed.ideas, replayed.actions, replayed.words]).toEqual([
      g.state.ideas,
      g.state.actions,
      g.state.words,
    ]);
  });

  it.each(THINGS)('of a $what are blank in every line told of them once they are withheld', (thing) => {
    const g = talk();
    const target = { what: thing.what, id: thing.id(g) };
    g.done(facilitator, 'hideText', { ...target, reason: 'altro' });
    const told = g.facts.filter((f) => thing.told.test(f.type) && JSON.stringify(f.data).includes(SECRET));
    expect(told.length).toBeGreaterThan(0);
    const blank = (data: unknown): unknown => {
      if (typeof data === 'string') return data.includes(SECRET) ? '' : data;
      if (Array.isArray(data)) return data.map(blank);
      if (typeof data !== 'object' || data === null) return data;
      return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, blank(value)]));
    };
    for (const fact of told) {
      const left = blank(fact.data) as Record<string, unknown>;
      // Of a note or an idea, nobody but staff is told the sector.
      if ('sector' in left) left.sector = null;
      const seen = gathering.seenBy({ kind: 'public' }, g.state, fact).data as Record<string, unknown>;
      // `blank` says that an earlier text is not there either.
      const { blank: _, ...shown } = seen;
      expect(shown, fact.type).toEqual(left);
    }
  });

  it('leave no earlier version of a text behind', () => {
    const g = talk();
    const { topic } = g;
    for (const { what, id } of THINGS) g.erase({ what, id: id(g) });
    expect(g.state.notes['note-0001']?.versions).toEqual([]);
    expect(g.state.ideas['idea-0001']?.versions).toEqual([]);
    expect(g.state.topics[topic]).toMatchObject({ titles: [], title: '', line: '' });
    expect(g.state.reports[topic]?.versions).toEqual([]);
    expect(JSON.stringify({ ...g.state, reports: {} })).not.toContain(SECRET);
    expect(JSON.stringify(g.state.reports[topic]?.fields)).not.toContain(SECRET);
  });

  it('of a note go from the rows that reports took from it, and rows of other notes stay', () => {
    const g = talk();
    const rows = () => Object.values(g.state.reports[g.topic]?.items ?? {});
    const drawn = rows().find((i) => i.note === 'note-0001');
    expect(drawn?.text).toContain(SECRET);
    const begun = g.erase({ what: 'note', id: 'note-0001' }).find((f) => f.type === 'reportBegun');
    expect(begun?.data).toMatchObject({
      items: [{ note: 'note-0001', text: '' }, { text: 'qualcuno non paga' }],
    });
    expect(rows().map((i) => [i.note, i.text])).toContainEqual(['note-0001', '']);
    expect(rows().map((i) => [i.note, i.text])).toContainEqual(['note-0002', 'qualcuno non paga']);
    expect(g.state.notes['note-0001']?.hidden).toMatchObject({ cleared: true, note: '' });
  });

  it('were withheld before: nobody loses words by one wrong tap, nor twice', () => {
    const g = talk();
    const target = { what: 'note', id: 'note-0002' };
    expect(g.refusal(holder, 'clearText', target)).toBe('nothing_to_change');
    expect(g.refusal(holder, 'clearText', { ...target, id: 'note-0009' })).toBe('unknown_thing');
    g.done(facilitator, 'hideText', { ...target, reason: 'altro' });
    expect(g.refusal(facilitator, 'clearText', target)).toBe('not_allowed');
    g.done(holder, 'clearText', target);
    for (const deed of ['clearText', 'restoreText'])
      expect(g.refusal(holder, deed, { ...target, reason: '' })).toBe('nothing_to_change');
  });

  it('are told to the planners by every reference under which they cite them', () => {
    const g = talk();
    const of = (what: HideTarget['what'], id: string) => refsOf(g.state, { what, id });
    const drawn = Object.values(g.state.reports[g.topic]?.items ?? {}).find((i) => i.note === 'note-0001');
    const at = g.state.id;
    expect(of('note', 'note-0001')).toEqual([`${at}/note/note-0001`, `${at}/item/${g.topic}.${drawn?.id}`]);
    expect(of('item', 'item-0002')).toEqual([`${at}/item/${g.topic}.item-0002`]);
    expect(of('report', g.topic)).toEqual(
      ['summary', 'agreements', 'distances'].map((field) => `${at}/report/${g.topic}.${field}`),
    );
    expect(of('topic', g.other)).toEqual([`${at}/topic/${g.other}`, `${at}/votes/${g.other}`]);
    expect(of('idea', 'idea-0001')).toEqual([`${at}/idea/idea-0001`]);
    expect(of('action', 'action-001')).toEqual([`${at}/action/action-001`]);
    expect(of('word', 'word-0001')).toEqual([]);
  });
});

describe('a sealed record', () => {
  it('has the fingerprint of its log without the erased words; one that is not sealed has none', () => {
    const g = talk();
    const hash = (letter: string) => letter.repeat(64);
    const target = { what: 'note', id: 'note-0002' };
    g.done(facilitator, 'hideText', { ...target, reason: 'altro' });
    g.done(holder, 'clearText', { ...target, resealed: hash('a') });
    expect(g.state.frozen).toBeNull();
    g.done(holder, 'changePhase', { phase: 'concluded' });
    g.done(holder, 'freezeRecord', { hash: hash('b'), upTo: g.state.seq });
    g.done(facilitator, 'hideText', { what: 'note', id: 'note-0001', reason: 'altro' });
    g.done(holder, 'clearText', { what: 'note', id: 'note-0001' });
    expect(g.state.frozen?.hash).toBe(hash('b'));
    g.done(facilitator, 'hideText', { what: 'idea', id: 'idea-0001', reason: 'altro' });
    g.done(holder, 'clearText', { what: 'idea', id: 'idea-0001', resealed: hash('c') });
    expect(g.state.frozen?.hash).toBe(hash('c'));
    g.done(g.anna, 'eraseSeat', { seat: 'seat-anna', resealed: hash('d') });
    expect(g.state.frozen?.hash).toBe(hash('d'));
  });
});

describe('the line in which a seat was taken', () => {
  const place = { sector: 'istituzioni', subgroup: 'Scuole', municipality: 'Carpi', newVoice: true };
  const lines = () => {
    const g = opened();
    for (const seat of ['seat-anna', 'seat-bruno'])
      g.done({ id: seat, role: 'participant', seat }, 'takeSeat', { seat, ...place });
    g.seat('seat-carla');
    return g.facts;
  };
  const seatOf = (f: Fact) => (f.data as { seat?: string }).seat;

  it('keeps the sector alone, of one person or of everyone, and is left where it says no more', () => {
    const facts = lines();
    const changed = (who: string) =>
      facts.flatMap((f) => {
        const left = unplaced(who)(f);
        return left === null ? [] : [[seatOf(f), left]];
      });
    const alone = (seat: string) => [
      seat,
      expect.objectContaining({
        seat,
        sector: 'istituzioni',
        subgroup: null,
        municipality: null,
        newVoice: false,
      }),
    ];
    expect(changed('seat-anna')).toEqual([alone('seat-anna')]);
    expect(changed('everyone')).toEqual([alone('seat-anna'), alone('seat-bruno')]);
    expect(changed('seat-carla')).toEqual([]);
  });
});
