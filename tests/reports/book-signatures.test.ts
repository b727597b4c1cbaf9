/** The index of people in the book: under each name the paragraphs that are signed with it, and no others. */
import { expect, it } from 'vitest';
import { signatures } from '@/reports/book-signatures';
import { id, office } from '../domain/given';
import { opened } from '../domain/opened';

function hall() {
  const g = opened();
  const [anna, bruno] = [g.seat('seat-anna'), g.seat('seat-bruno')];
  const names: Record<string, string | null> = { 'seat-anna': 'Èva', 'seat-bruno': 'Zeno' };
  const signed = () => signatures(g.state, (seat) => names[seat] ?? null);
  for (const who of [anna, bruno]) g.done(who, 'signBook', { signs: true });
  const note = (topic: string, text: string, who = anna, more = {}) => {
    const made = id('note');
    g.done(who, 'writeNote', { note: made, topic, kind: 'proposta', text, ...more });
    return made;
  };
  return { ...g, anna, bruno, names, signed, note };
}
const hide = (g: ReturnType<typeof hall>, what: string, thing: string) =>
  g.done(office(), 'hideText', { what, id: thing, reason: 'altro' });

it('has names in their order, also of people who wrote nothing, and nobody without a name', () => {
  const g = hall();
  expect(g.signed()).toEqual([
    { label: 'Èva', paragraphs: [] },
    { label: 'Zeno', paragraphs: [] },
  ]);
  Object.assign(g.names, { 'seat-anna': 'Zita', 'seat-bruno': null });
  expect(g.signed().map((s) => s.label)).toEqual(['Zita']);
  // As Italian sorts them: an accent counts less than the next letter.
  Object.assign(g.names, { 'seat-anna': 'Éva', 'seat-bruno': 'Ezio' });
  expect(g.signed().map((s) => s.label)).toEqual(['Éva', 'Ezio']);
});

it('has topics convened alone or beside another, unless they are withheld', () => {
  const g = hall();
  const [one, two, shut] = [g.topic(g.anna), g.topic(g.bruno), g.topic(g.anna)];
  g.done(g.anna, 'offerToConvene', { topic: two });
  g.done(g.bruno, 'acceptCoConvener', { topic: two, seat: 'seat-anna' });
  hide(g, 'topic', shut);
  expect(g.signed().map((s) => s.paragraphs)).toEqual([['T01', 'T02'], ['T02']]);
  g.note(shut, 'sotto un titolo nascosto');
  g.note(one, 'sotto il primo');
  expect(g.signed()[0]?.paragraphs).toEqual(['T01', 'T01-N01', 'T02', 'T03-N01']);
});

it('has notes that are theirs by name, neither withheld nor withdrawn, at the row that took them', () => {
  const g = hall();
  const topic = g.topic(g.bruno);
  const [taken, changed, removed] = [
    g.note(topic, 'ripresa'),
    g.note(topic, 'ripresa e cambiata'),
    g.note(topic, 'ripresa e tolta'),
  ];
  g.done(g.bruno, 'beginReport', { topic, fromNotes: true });
  const row = (note: string) =>
    Object.values(g.state.reports[topic]!.items).find((i) => i.note === note)?.id ?? '';
  const revised = { topic, item: row(changed), kind: 'proposta', text: 'tutt’altro', rev: 1 };
  g.done(g.bruno, 'reviseItem', revised);
  g.done(g.bruno, 'removeItem', { topic, item: row(removed), rev: 1 });
  g.note(topic, 'senza nome', g.anna, { anonymous: true });
  hide(g, 'note', g.note(topic, 'nascosta'));
  g.done(g.anna, 'withdrawNote', { note: g.note(topic, 'ritirata') });
  g.note(topic, 'di Zeno', g.bruno);
  expect(g.signed().map((s) => s.paragraphs)).toEqual([
    ['T01-R01', 'T01-N02', 'T01-N03'],
    ['T01', 'T01-N07'],
  ]);
  // A withheld row is printed nowhere: the note stays at its own place.
  hide(g, 'item', row(taken));
  expect(g.signed()[0]?.paragraphs).toEqual(['T01-N01', 'T01-N02', 'T01-N03']);
});

it('has ideas, and actions that they lead or joined, in the order of their numbers', () => {
  const g = hall();
  const ideas = [id('z-idea'), id('a-idea'), id('idea'), id('idea')];
  for (const [n, who] of [g.anna, g.anna, g.anna, g.bruno].entries())
    g.done(who, 'shareIdea', { idea: ideas[n], text: `idea ${n}` });
  hide(g, 'idea', ideas[1] ?? '');
  g.done(g.anna, 'withdrawIdea', { idea: ideas[2] });
  const actions = [id('z-action'), id('a-action'), id('action')];
  for (const [n, who] of [g.bruno, g.anna, g.anna].entries())
    g.done(who, 'startAction', { action: actions[n], title: `azione ${n}` });
  g.done(g.anna, 'joinAction', { action: actions[0], on: true });
  expect(g.signed().map((s) => s.paragraphs)).toEqual([
    ['I01', 'G1', 'G2', 'G3'],
    ['I04', 'G1'],
  ]);
  hide(g, 'action', actions[1] ?? '');
  expect(g.signed()[0]?.paragraphs).toEqual(['I01', 'G1', 'G3']);
});
