/** Firma nel libro: nobody is in the book's index but who asked, and nobody learns it from anything but the book. */
import { describe, expect, it } from 'vitest';
import { bookSigners } from '@/domain/gathering/book-signature';
import { gathering } from '@/domain/gathering/catalogue';
import { gatheringJson } from '@/reports/gathering-json';
import { proceedings } from '@/reports/documents/proceedings';
import { sayIn } from '@/i18n/languages';
import { id, office } from './given';
import { opened } from './opened';

const say = sayIn('it', ['common', 'record', 'documents']);
const labels = { 'seat-anna': 'Anna', 'seat-bruno': 'Bruno', 'seat-carla': 'Carla' };

function hall() {
  const g = opened();
  const [anna, bruno, carla] = [g.seat('seat-anna'), g.seat('seat-bruno'), g.seat('seat-carla')];
  const data = () => gatheringJson(g.state, { labels, publicly: true, exportedAt: g.now });
  const index = () => {
    const { blocks } = proceedings({ data: data(), say });
    const at = blocks.findIndex((b) => b.is === 'heading' && b.text === 'Chi ha firmato');
    return at < 0 ? null : JSON.stringify(blocks.slice(at));
  };
  return { ...g, anna, bruno, carla, data, index };
}

describe('signing the book', () => {
  it('is nobody’s until they ask, and is taken back; the book then has no such index', () => {
    const g = hall();
    expect(g.index()).toBeNull();
    expect(g.refusal(g.anna, 'signBook', { signs: false })).toBe('nothing_to_change');
    const fact = g.done(g.anna, 'signBook', { signs: true });
    expect(g.refusal(g.anna, 'signBook', { signs: true })).toBe('nothing_to_change');
    expect(bookSigners(g.state)).toEqual({ 'seat-anna': true });
    expect(gathering.seenBy({ kind: 'public' }, g.state, fact).by).toBeNull();
    expect(g.open.named).not.toHaveProperty('seat-anna');
    expect(g.index()).toContain('Hanno firmato anche: Anna.');
    g.done(g.anna, 'signBook', { signs: false });
    expect(g.index()).toBeNull();
  });

  it('lists the texts under that name, each where the book prints it; never an anonymous or a withheld one', () => {
    const g = hall();
    for (const who of [g.anna, g.bruno]) g.done(who, 'signBook', { signs: true });
    const topic = g.topic(g.anna, 'Doposcuola');
    const [first, hidden, again, idea, action] = [
      id('note'),
      id('note'),
      id('note'),
      id('idea'),
      id('action'),
    ];
    const note = (who: typeof g.anna, note: string, text: string, more = {}) =>
      g.done(who, 'writeNote', { note, topic, kind: 'altro', text, ...more });
    note(g.anna, again, 'ripresa', { kind: 'proposta' });
    g.done(g.anna, 'beginReport', { topic, fromNotes: true });
    note(g.anna, first, 'detta da Anna');
    note(g.anna, id('note'), 'parole senza nome', { anonymous: true });
    note(g.anna, hidden, 'parole nascoste');
    note(g.bruno, id('note'), 'detta da Bruno');
    note(g.carla, id('note'), 'detta da Carla');
    g.done(office(), 'hideText', { what: 'note', id: hidden, reason: 'altro' });
    g.done(g.bruno, 'shareIdea', { idea, text: 'un’idea' });
    g.done(g.carla, 'startAction', { action, title: 'Cominciamo' });
    g.done(g.bruno, 'joinAction', { action, on: true });
    expect(g.data().signatures).toEqual([
      { label: 'Anna', paragraphs: ['T01', 'T01-R01', 'T01-N02'] },
      { label: 'Bruno', paragraphs: ['T01-N05', 'I01', 'G1'] },
    ]);
    const index = g.index() ?? '';
    for (const there of [
      'T01 · Doposcuola',
      'T01-N02 · detta da Anna',
      'T01-R01 · ripresa',
      'G1 · Cominciamo',
    ])
      expect(index).toContain(there);
    for (const not of ['Carla', 'parole', 'firmato anche']) expect(index).not.toContain(not);
  });

  it('[E35] outlives the authors of secret acts, and ends with the seat; a closed record takes none back', () => {
    const g = hall();
    g.done(g.anna, 'signBook', { signs: true });
    g.done(g.bruno, 'signBook', { signs: true });
    g.done(office('owner'), 'forgetAuthors', { lost: false });
    expect(g.data().signatures.map((s) => s.label)).toEqual(['Anna', 'Bruno']);
    g.done(office(), 'changePhase', { phase: 'concluded' });
    g.done(office(), 'freezeRecord', { hash: 'b'.repeat(64), upTo: g.state.seq });
    expect(g.refusal(g.anna, 'signBook', { signs: false })).toBe('frozen');
    g.done(g.anna, 'eraseSeat', { seat: 'seat-anna' });
    expect(g.data().signatures.map((s) => s.label)).toEqual(['Bruno']);
  });

  it('[E36] lists no minors, whoever asks', () => {
    const g = hall();
    g.done(g.anna, 'signBook', { signs: true });
    const { title, question, sponsor, venue, fifthPrinciple } = g.state;
    g.done(office(), 'reviseGathering', { title, question, sponsor, venue, fifthPrinciple, minors: true });
    expect(g.data().signatures).toEqual([]);
    expect(g.refusal(g.bruno, 'signBook', { signs: true })).toBe('not_allowed');
  });
});
