/** Creates a need or a proposal from words in one step, and reports how much was read. */
import { describe, expect, it } from 'vitest';
import { readingBySitting, saturation, sittingsRead } from '@/domain/programming/saturation';
import { shownKappa } from '@/domain/programming/reader-agreement';
import { reads } from '@/domain/programming/reading-queue';
import { codedSources } from '@/domain/programming/analysis';
import type { Said } from '@/domain/programming/source-text';
import { wordsBehind } from '@/domain/programming/decision-trace';
import { id } from '../given';
import { note, opened, planner } from './opened';
import { furnished } from './undo-ways';

const words = {
  [note(1)]: 'Chi perde il lavoro si vergogna.',
  [note(2)]: '#Parole nascoste dopo',
  [note(3)]: 'Nessuno lo dice.',
};

it('nothing is made of words under an id that its own register has, or with a quotation that is there', () => {
  const w = furnished();
  const link = (id: string) => ({ id, ref: note(1), start: 0, end: 6 });
  const found = (ask: object) =>
    w.b.refusal(planner, 'foundOnWords', { title: 'Dalle parole', links: [link('link-new01')], ...ask });
  expect(found({ id: w.n[0], what: 'need' })).toBe('id_already_used');
  expect(found({ id: w.p[0], what: 'proposal' })).toBe('id_already_used');
  expect(found({ id: 'found-0001', what: 'need', links: [link(w.f)] })).toBe('id_already_used');
  const twice = [link('link-new02'), link('link-new02')];
  expect(found({ id: 'found-0001', what: 'need', links: twice })).toBe('id_already_used');
  expect(found({ id: 'found-0001', what: 'need' })).toBe('accepted');
});

describe('a code', () => {
  it('becomes a need with all its quotations, but for those withheld since, and goes with them in one tap', () => {
    const b = opened(words);
    const need = id('need');
    const links = [1, 2, 3].map((n) => ({ id: id('link'), ref: note(n), start: 0, end: 6 }));
    b.done(planner, 'foundOnWords', { id: need, what: 'need', title: 'Vergogna', area: 'anziani', links });
    expect(b.state.needs[need]).toMatchObject({ title: 'Vergogna', areas: ['anziani'] });
    expect(wordsBehind(b.state, 'need', need).map(({ evidence: e }) => [e.ref, e.quote, e.relation])).toEqual(
      [
        [note(1), 'Chi pe', 'fonda'],
        [note(3), 'Nessun', 'fonda'],
      ],
    );
    b.done(planner, 'undoImport', { id: need });
    expect(b.state.needs[need]?.removed).toBe(true);
    expect(Object.values(b.state.evidence).every((e) => e.removed)).toBe(true);
  });

  it('of which every word is withheld founds nothing; a need that something rests on by now stays', () => {
    const b = opened(words);
    const hidden = [{ id: id('link'), ref: note(2), start: 0, end: 6 }];
    const ask = { id: id('need'), what: 'proposal', title: 'Niente', links: hidden };
    expect(b.refusal(planner, 'foundOnWords', ask)).toBe('evidence_withheld');
    const need = id('need');
    const links = [{ id: id('link'), ref: note(1), start: 0, end: 6 }];
    b.done(planner, 'foundOnWords', { id: need, what: 'need', title: 'Vergogna', links });
    b.add('addProposal', { title: 'Aprire la sera', needs: [need] });
    expect(b.refusal(planner, 'undoImport', { id: need })).toBe('in_use');
  });
});

describe('figures that depend on how much was read', () => {
  const said = (n: number, session: string): Said => ({
    ...{ ref: note(n), kind: 'note', voice: 'bisogno', text: 'Parole', withheld: false, gathering: 'g' },
    ...{ phase: null, topic: null, session, slot: null, sector: null, strands: [], at: n },
  });

  it('a session counts as read when its texts are: one coded text of a new meeting makes nothing saturated', () => {
    const sessions = ['a', 'b', 'c', 'd', 'e'];
    const all = sessions.flatMap((s, i) => [said(2 * i + 1, s), said(2 * i + 2, s)]);
    const b = opened(Object.fromEntries(all.map((s) => [s.ref, s.text])));
    const code = b.add('makeCode', { label: 'Cura' });
    for (const s of all.filter((_, i) => i % 2 === 0))
      b.done(planner, 'codeWords', { id: id('coding'), ref: s.ref, start: 0, end: 6, codes: [code] });
    const whole = () =>
      new Set(
        [...readingBySitting(all, reads(b.state))].flatMap(([s, n]) => (n.read === n.texts ? [s] : [])),
      );
    const coded = () => codedSources(b.state, all);
    expect(saturation(sittingsRead(coded())).saturated).toBe(true);
    expect(saturation(sittingsRead(coded(), whole()))).toMatchObject({ saturated: false, n: 0 });
    for (const s of all.filter((_, i) => i % 2 === 1))
      b.done(planner, 'markReading', { ref: s.ref, state: 'letto' });
    expect(saturation(sittingsRead(coded(), whole()))).toMatchObject({ saturated: true, n: 5 });
  });

  it('κ is rounded as people round: 0,375 is 0,38', () => {
    expect([0.375, 0.3749999999999999, 0.625, 1, -0.125].map(shownKappa)).toEqual([
      0.38, 0.38, 0.63, 1, -0.12,
    ]);
  });
});
