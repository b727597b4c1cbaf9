/** A hidden title is in no document and behind no citation, whichever part of the topic is cited. */
import { describe, expect, it } from 'vitest';
import { programming } from '@/domain/programming/catalogue';
import { citations } from '@/reports/citations';
import { proceedings } from '@/reports/documents/proceedings';
import { gatheringJson } from '@/reports/gathering-json';
import { id, office } from '../domain/given';
import { opened } from '../domain/opened';
import { sayIn } from '@/i18n/languages';

const say = sayIn('it', ['common', 'record', 'documents']);
const SECRET = 'un titolo da non dire';

/** A topic with that title, a note and a published report on it. */
function told() {
  const g = opened();
  const anna = g.seat('seat-anna');
  const topic = g.topic(anna, SECRET);
  const session = g.place(anna, topic);
  const note = id('note');
  g.done(anna, 'writeNote', { note, topic, session, kind: 'bisogno', text: 'Detto da qualcuno.' });
  g.done(anna, 'beginReport', { topic, fromNotes: false });
  g.done(anna, 'writeReport', { topic, field: 'summary', text: 'Che cosa ci siamo dette.', rev: 0 });
  g.done(anna, 'publishReport', { topic });
  return { ...g, topic, note };
}

describe('a hidden title', () => {
  it('[I10] is null in every citation of its topic, its dots and its notes, which are still cited', () => {
    const g = told();
    const cited = () => citations(programming.empty(), [g.state]);
    const refs = [
      `${g.state.id}/topic/${g.topic}`,
      `${g.state.id}/votes/${g.topic}`,
      `${g.state.id}/note/${g.note}`,
    ];
    expect(refs.map((ref) => cited().get(ref)?.topicTitle)).toEqual([SECRET, SECRET, SECRET]);
    expect(cited().get(refs[0] ?? '')?.withheld).toBe(false);
    g.done(office(), 'hideText', { what: 'topic', id: g.topic, reason: 'dato_personale' });
    expect(refs.map((ref) => cited().get(ref)?.topicTitle)).toEqual([null, null, null]);
    expect(refs.map((ref) => cited().get(ref)?.topic)).toEqual(['T01', 'T01', 'T01']);
    expect(refs.map((ref) => cited().get(ref)?.withheld)).toEqual([true, true, false]);
  });

  it('[I10] is nowhere in the proceedings', () => {
    const g = told();
    const text = () =>
      JSON.stringify(
        proceedings({
          data: gatheringJson(g.state, { labels: {}, publicly: false, exportedAt: g.now }),
          say,
        }),
      );
    expect(text()).toContain(SECRET);
    g.done(office(), 'hideText', { what: 'topic', id: g.topic, reason: 'dato_personale' });
    expect(text()).not.toContain(SECRET);
  });
});
