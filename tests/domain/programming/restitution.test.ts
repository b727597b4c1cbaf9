import { describe, expect, it } from 'vitest';
import { coverage } from '@/domain/programming/listening-coverage';
import { toExamine, unanswered } from '@/domain/programming/unanswered-items';
import { givenBack } from '@/domain/programming/public-outcomes';
import { stillOpen, yearAfter } from '@/domain/programming/next-year';
import { draftSheet } from '@/domain/programming/intervention-sheet-draft';
import type { Said } from '@/domain/programming/source-text';
import { isGrounded, wordsBehind } from '@/domain/programming/decision-trace';
import { lookAmong, note, opened, planner } from './opened';

const item = (id: string, text: string): Said => ({
  ...{ ref: `ost-carpi/item/tema-05.${id}`, kind: 'item', voice: 'bisogno', text, withheld: false },
  ...{ gathering: 'ost-carpi', phase: null, topic: null, session: 'cerchio-1', slot: null, sector: null },
  ...{ strands: [], at: 0 },
});
const words = {
  [note(1)]: 'Chi perde il lavoro non viene allo sportello: si vergogna.',
  [note(2)]: 'Un tavolo al mese in un posto diverso, mai in municipio.',
  [note(3)]: 'Non serve un tavolo in più.',
  [item('a', '').ref]: 'Serve uno sportello che si muove.',
  [item('b', '').ref]: 'Vogliamo sapere quando apre.',
};

function chain() {
  const b = opened(words);
  const table = b.add('addTable', { name: 'Tavolo nuove povertà', existing: true });
  const need = b.add('addNeed', { title: 'Riconoscere presto lo scivolamento', table });
  const proposal = b.add('addProposal', { title: 'Servizi che escono dall’ufficio', needs: [need], table });
  const goal = b.add('addGoal', { code: 'O1', statement: 'Otto uscite', proposals: [proposal] });
  b.add('linkEvidence', { what: 'need', target: need, ref: note(1), start: 46, end: 58 });
  b.add('linkEvidence', { what: 'proposal', target: proposal, ref: note(2) });
  return { b, table, need, proposal, goal };
}

describe('from a goal back to the words', () => {
  it('[S08] a goal finds the words of its proposals and of the needs beneath them, each once, with the way', () => {
    const { b, goal, need, proposal } = chain();
    b.add('linkEvidence', { what: 'need', target: need, ref: note(2) });
    const found = wordsBehind(b.state, 'goal', goal);
    expect(found.map((f) => [f.evidence.quote, f.by.map((s) => s.id)])).toEqual([
      ['Un tavolo al mese in un posto diverso, mai in municipio.', [proposal]],
      ['si vergogna.', [proposal, need]],
    ]);
  });

  it('[S08] a table finds the words of what it works on', () => {
    const { b, table } = chain();
    expect(wordsBehind(b.state, 'table', table)).toHaveLength(2);
  });

  it('[S10] what has only words against it is still without a reason to be', () => {
    const b = opened(words);
    const need = b.add('addNeed', { title: 'Un tavolo in più' });
    expect(isGrounded(b.state, 'need', need)).toBe(false);
    b.add('linkEvidence', { what: 'need', target: need, ref: note(3), relation: 'contrasta' });
    expect(isGrounded(b.state, 'need', need)).toBe(false);
    b.add('linkEvidence', { what: 'need', target: need, ref: note(2), relation: 'sostiene' });
    expect(isGrounded(b.state, 'need', need)).toBe(true);
  });
});

describe('nothing is lost', () => {
  const said = [item('a', 'Serve uno sportello che si muove.'), item('b', 'Vogliamo sapere quando apre.')];

  it('[S17] a report item stays to be examined until it is linked, taken as a request, or set aside', () => {
    const { b, need } = chain();
    const refs = () => toExamine(b.state, said).map((s) => s.ref);
    expect(refs()).toEqual(said.map((s) => s.ref));
    const link = b.add('linkEvidence', { what: 'need', target: need, ref: said[0]?.ref });
    expect(refs()).toEqual([said[1]?.ref]);
    b.done(planner, 'removeThing', { what: 'evidence', id: link });
    expect(refs()).toHaveLength(2);
    b.done(planner, 'setAside', { ref: said[0]?.ref, reason: 'già nel piano' });
    b.add('takeRequest', { ref: said[1]?.ref });
    expect(refs()).toEqual([]);
    expect(unanswered(b.state)).toHaveLength(1);
    expect(toExamine(b.state, [{ ...item('c', ''), withheld: true }])).toEqual([]);
  });

  it('[S25] a sector is covered when it, or a sub-group, was met for listening; a cancelled meeting is no listening', () => {
    const b = opened();
    const meeting = b.add('addMeeting', {
      ...{ title: 'Ascolto dei care giver', kind: 'presentazione_ascolto', sectors: ['care_giver'] },
      ...{ date: '2014-01-20', dateStatus: 'svolto' },
    });
    // Its own meetings of the document are only announced.
    for (const m of Object.values(b.state.meetings))
      if (m.id !== meeting && m.kind === 'presentazione_ascolto')
        b.done(planner, 'reviseMeeting', { id: m.id, dateStatus: 'annullato' });
    const of = (id: string) => coverage(b.state).find((c) => c.sector.id === id);
    expect(coverage(b.state)).toHaveLength(5);
    expect(of('gruppi_innovativi')).toMatchObject({ listened: true, meetings: [{ id: meeting }] });
    expect(of('volontariato')).toMatchObject({ listened: false, meetings: [] });
    b.done(planner, 'reviseMeeting', { id: meeting, dateStatus: 'annullato' });
    expect(of('gruppi_innovativi')).toMatchObject({ listened: false, meetings: [] });
  });
});

describe('giving back', () => {
  it('[S42] next year’s path opens with the open items, the tables that stand and the codebook', () => {
    const { b, proposal, table } = chain();
    b.add('addTable', { name: 'Tavolo chiuso', existing: true });
    b.done(planner, 'closeTable', { id: Object.keys(b.state.tables)[1], rationale: 'ha finito' });
    const code = b.add('makeCode', { label: 'Vergogna' });
    b.add('takeRequest', { text: 'Quando apre lo sportello?' });
    expect(stillOpen(b.state).map((o) => o.what)).toEqual(['proposal', 'request', 'goal']);
    b.done(planner, 'giveOutcome', { id: proposal, outcome: 'accolta', reason: 'si fa da ottobre' });
    expect(stillOpen(b.state).map((o) => o.what)).toEqual(['request', 'goal']);
    const next = yearAfter(b.state);
    const fresh = opened();
    fresh.state.about = null;
    fresh.done(planner, 'openPath', { ...next, path: 'path-2015', code: 'PATTO15' });
    expect(fresh.state.about).toMatchObject({ year: 2015, programmingYear: 2016 });
    expect(fresh.state.inherited?.open).toHaveLength(2);
    expect(fresh.state.tables[table]).toMatchObject({ name: 'Tavolo nuove povertà', existing: true });
    expect(Object.keys(fresh.state.tables)).toEqual([table]);
    expect(fresh.state.codes[code]?.label).toBe('Vergogna');
  });

  it('[S42] the public reads the outcome with its reason and the words it came from, but none withheld since', () => {
    const { b, proposal, table } = chain();
    b.done(planner, 'giveOutcome', {
      id: proposal,
      outcome: 'accolta_in_parte',
      reason: 'due uscite al mese',
    });
    b.done(planner, 'renameTable', { id: table, name: 'Tavolo ripartenze', rationale: 'dal cerchio T11' });
    const asked = b.add('takeRequest', { text: 'Chi risponde?', from: 'la signora del terzo piano' });
    const things = [
      { what: 'proposal', id: proposal },
      { what: 'table', id: table },
      { what: 'request', id: asked },
    ];
    b.done(planner, 'publishThings', {
      ...{ id: 'step-0001', things, body: 'Comitato di Distretto', date: '2014-12-02' },
    });
    const all = givenBack(b.state, lookAmong(words));
    expect(all.proposals).toMatchObject([
      {
        outcome: 'accolta_in_parte',
        reason: 'due uscite al mese',
        words: [{ ref: note(2) }, { ref: note(1) }],
      },
    ]);
    expect(all.tables).toMatchObject([{ name: 'Tavolo ripartenze', before: ['Tavolo nuove povertà'] }]);
    expect(JSON.stringify(all)).not.toContain('terzo piano');
    const later = givenBack(b.state, lookAmong({ ...words, [note(1)]: `#${words[note(1)]}` }));
    expect(later.proposals[0]?.words.map((w) => w.ref)).toEqual([note(2)]);
  });
});

describe('a draft of the intervention sheet', () => {
  it('[S48] puts under the office’s own headings what the path already says, and leaves the rest empty', () => {
    const { b, goal, need } = chain();
    b.done(planner, 'reviseNeed', { id: need, affectedGroups: 'chi ha perso il lavoro' });
    b.done(planner, 'reviseGoal', { id: goal, objective: 4, indicator: 'uscite fatte', target: '8' });
    const headings = ['Denominazione', 'Destinatari', 'Motivazione', 'Note della Regione'];
    b.done(planner, 'revisePath', { id: 'path-carpi', headings });
    const made = b.state.goals[goal];
    if (!made) throw new Error('the goal is there');
    const parts = draftSheet(b.state, { ...made, needs: [need] }, String);
    expect(parts.map((p) => p.heading)).toEqual(headings);
    expect(parts.map((p) => p.text)).toEqual([
      'Otto uscite',
      'chi ha perso il lavoro',
      expect.stringContaining('«si vergogna.»'),
      '',
    ]);
  });
});
