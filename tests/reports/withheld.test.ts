/** Withheld words are in no export: not the text, not its earlier versions, not rows taken from it. */
import { describe, expect, it } from 'vitest';
import { gatheringJson } from '@/reports/gathering-json';
import { id, office } from '../domain/given';
import { opened } from '../domain/opened';

const SECRET = 'parole da non dire';

describe('the export', () => {
  it('[E22][E23][I10] says no withheld text, in whatever place it was written, and no row is lost', () => {
    const g = opened();
    const anna = g.seat('seat-anna');
    const topic = g.topic(anna, SECRET);
    g.done(anna, 'reviseTopic', { topic, title: 'Un titolo', line: SECRET, strands: [] });
    const session = g.place(anna, topic);
    const [note, item, action, idea, word] = [id('note'), id('item'), id('action'), id('idea'), id('word')];
    g.done(anna, 'writeNote', { note, topic, session, kind: 'bisogno', text: SECRET });
    g.done(anna, 'reviseNote', { note, kind: 'bisogno', text: 'riscritta' });
    g.done(anna, 'beginReport', { topic, fromNotes: false });
    g.done(anna, 'writeReport', { topic, field: 'summary', text: SECRET, rev: 0 });
    g.done(anna, 'addItem', { topic, item, kind: 'proposta', text: SECRET, who: SECRET, byWhen: SECRET });
    g.done(anna, 'publishReport', { topic });
    g.done(anna, 'writeReport', { topic, field: 'summary', text: 'riscritto', rev: 1 });
    g.done(anna, 'reviseItem', { topic, item, kind: 'proposta', text: 'riscritta', rev: 1 });
    const words = { title: SECRET, what: SECRET, byWhen: SECRET, nextStep: SECRET, resources: SECRET };
    g.done(anna, 'startAction', { action, ...words });
    g.done(anna, 'shareIdea', { idea, text: SECRET });
    g.done(office(), 'setClosingWord', { on: true });
    g.done(anna, 'sayWord', { word, text: SECRET });
    const json = (publicly: boolean) => gatheringJson(g.state, { labels: {}, publicly, exportedAt: g.now });
    expect(JSON.stringify(json(true))).toContain(SECRET);
    const things = { topic, note, report: topic, item, action, idea, word };
    for (const [what, thing] of Object.entries(things))
      g.done(office(), 'hideText', { what, id: thing, reason: 'dato_personale' });
    for (const publicly of [true, false]) expect(JSON.stringify(json(publicly))).not.toContain(SECRET);
    const { topics, notes, reports, actionGroups, ideas } = json(true);
    expect([topics, notes, reports, actionGroups, ideas].map((x) => x.length)).toEqual([1, 1, 1, 1, 1]);
    expect(reports[0]?.items).toMatchObject([{ id: 'T01-R01', text: null }]);
    expect(reports[0]?.versions.map((v) => [v.what, v.before])).toEqual([
      ['summary', null],
      ['T01-R01', null],
    ]);
  });
});
