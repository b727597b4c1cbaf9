import { describe, expect, it } from 'vitest';
import { id, office } from './given';
import { opened } from './opened';

const circle = () => {
  const g = opened();
  const [anna, bruno] = [g.seat('seat-anna'), g.seat('seat-bruno')];
  const topic = g.topic(anna, 'Chi cura chi cura?');
  const session = g.place(anna, topic);
  const note = (kind: string, text: string) => {
    const n = id('note');
    g.done(bruno, 'writeNote', { note: n, topic, session, kind, text });
    return n;
  };
  const write = (field: string, text: string, rev = 0) => ({ topic, field, text, rev });
  return { ...g, anna, bruno, topic, session, note, write, report: () => g.state.reports[topic] };
};
const planner = office('planner', 'account-2');
const helper = office('helper', 'account-3');

describe('the circle’s report', () => {
  it('is begun from its own notes, row by row, by kind', () => {
    const g = circle();
    g.note('bisogno', 'Manca chi sostituisce.');
    g.note('domanda', 'Chi sta con mia madre?');
    g.note('esperienza', 'Da noi è andata così.');
    g.done(g.anna, 'beginReport', { topic: g.topic });
    const rows = Object.values(g.report()?.items ?? {}).map((i) => [i.kind, i.text]);
    // A question becomes a request to the office only when its circle says so.
    expect(rows).toEqual([
      ['bisogno', 'Manca chi sostituisce.'],
      ['domanda', 'Chi sta con mia madre?'],
      ['esperienza', 'Da noi è andata così.'],
    ]);
    expect(g.refusal(g.anna, 'beginReport', { topic: g.topic })).toBe('report_exists');
  });

  it('is written by who convenes, who took up the notes, and a helper; by nobody else', () => {
    const g = circle();
    expect(g.refusal(g.bruno, 'writeReport', g.write('summary', 'x'))).toBe('not_note_taker');
    g.done(g.bruno, 'moveTo', { to: g.session });
    g.done(g.bruno, 'takeNotes', { session: g.session });
    g.done(g.bruno, 'writeReport', g.write('summary', 'Abbiamo parlato di tempo.'));
    g.done(helper, 'writeReport', g.write('agreements', 'Dal foglio.'), { origin: 'carta' });
    expect(g.refusal(office('facilitator'), 'writeReport', g.write('summary', 'y', 1))).toBe('not_allowed');
    expect(g.refusal(planner, 'writeReport', g.write('summary', 'y', 1))).toBe('not_allowed');
  });

  it('[E28] two write at once: each text has its own revision, and nothing is overwritten unseen', () => {
    const g = circle();
    g.done(g.anna, 'writeReport', g.write('summary', 'Versione di Anna.'));
    const late = g.ask(helper, 'writeReport', g.write('summary', 'Versione della segreteria.'));
    expect(late).toMatchObject({
      refused: 'stale_version',
      detail: { text: 'Versione di Anna.', rev: 1 },
    });
    g.done(helper, 'writeReport', g.write('distances', 'Altro campo, nessun contrasto.'));
    g.done(helper, 'writeReport', g.write('summary', 'Versione di Anna. E poi.', 1));
    expect(g.report()?.fields.summary).toMatchObject({ text: 'Versione di Anna. E poi.', rev: 2 });
    const item = id('item');
    g.done(g.anna, 'addItem', { topic: g.topic, item, kind: 'proposta', text: 'Un mese fuori' });
    g.done(g.anna, 'reviseItem', { topic: g.topic, item, kind: 'proposta', text: 'Un mese fuori.', rev: 1 });
    expect(g.refusal(helper, 'removeItem', { topic: g.topic, item, rev: 1 })).toBe('stale_version');
  });

  it('an empty one is not published as if it were full', () => {
    const g = circle();
    expect(g.refusal(g.anna, 'publishReport', { topic: g.topic })).toBe('report_empty');
    g.done(g.anna, 'writeReport', g.write('summary', 'Una riga basta.'));
    g.done(g.anna, 'publishReport', { topic: g.topic });
    expect(g.report()?.status).toBe('pubblicato');
    expect(g.refusal(g.anna, 'publishReport', { topic: g.topic })).toBe('report_published');
  });

  it('whose only row was removed is empty too', () => {
    const g = circle();
    const item = id('item');
    g.done(g.anna, 'addItem', { topic: g.topic, item, kind: 'proposta', text: 'Un mese fuori' });
    g.done(g.anna, 'removeItem', { topic: g.topic, item, rev: 1 });
    expect(g.refusal(g.anna, 'publishReport', { topic: g.topic })).toBe('report_empty');
  });

  it.each(['completing', 'concluded'] as const)(
    '[E26] published while the day is %s says when it was completed',
    (phase) => {
      const g = circle();
      g.done(g.anna, 'writeReport', g.write('summary', 'Una riga basta.'));
      g.done(office(), 'allowCompletion', { days: 7 });
      g.done(office(), 'changePhase', { phase });
      const { at } = g.done(g.anna, 'publishReport', { topic: g.topic });
      expect(g.report()).toMatchObject({ status: 'completato_dopo', publishedAt: at, completedAt: at });
    },
  );

  it('[E04] nobody came: «solo il proponente» is an outcome, with its reason', () => {
    const g = circle();
    g.done(g.anna, 'setOutcome', {
      topic: g.topic,
      outcome: 'only_convener',
      reason: 'Ho lavorato da sola.',
    });
    g.done(g.anna, 'publishReport', { topic: g.topic });
    expect(g.open.reports[g.topic]).toMatchObject({ outcome: 'only_convener', status: 'pubblicato' });
  });

  it('[E26] completed after the day, until the time allowed; a draft from the notes by the office says so', () => {
    const g = circle();
    g.note('bisogno', 'Manca chi sostituisce.');
    g.done(planner, 'beginReport', { topic: g.topic });
    expect(g.report()).toMatchObject({ fromNotes: true, status: 'bozza' });
    g.done(office(), 'changePhase', { phase: 'completing' });
    g.done(office(), 'allowCompletion', { days: 7 });
    g.done(g.anna, 'writeReport', g.write('summary', 'Scritto a casa.'));
    g.done(g.anna, 'publishReport', { topic: g.topic });
    expect(g.report()?.status).toBe('completato_dopo');
    g.wait(8 * 86_400_000);
    expect(g.refusal(g.anna, 'writeReport', g.write('summary', 'Troppo tardi.', 1))).toBe('link_expired');
  });

  it('[E27] a correction after publishing is a visible new version; the office verifies and rewrites nothing', () => {
    const g = circle();
    g.done(g.anna, 'writeReport', g.write('summary', 'Prima stesura.'));
    expect(g.refusal(planner, 'verifyReport', { topic: g.topic })).toBe('report_empty');
    g.done(g.anna, 'publishReport', { topic: g.topic });
    g.done(planner, 'verifyReport', { topic: g.topic });
    expect(g.report()?.status).toBe('verificato');
    g.done(g.anna, 'writeReport', g.write('summary', 'Seconda stesura.', 1));
    expect(g.report()).toMatchObject({
      status: 'completato_dopo',
      versions: [{ what: 'summary', before: 'Prima stesura.', after: 'Seconda stesura.' }],
    });
  });

  it('[E27] what the office verified by mistake waits again as it did', () => {
    const g = circle();
    g.done(g.anna, 'writeReport', g.write('summary', 'Prima stesura.'));
    g.done(g.anna, 'publishReport', { topic: g.topic });
    const { topic } = g;
    expect(g.refusal(planner, 'unverifyReport', { topic })).toBe('nothing_to_change');
    g.done(planner, 'verifyReport', { topic });
    g.done(planner, 'unverifyReport', { topic });
    expect(g.report()).toMatchObject({ status: 'pubblicato', verifiedAt: null });
    g.done(planner, 'verifyReport', { topic });
    const { verifiedAt } = g.report() ?? {};
    g.done(g.anna, 'writeReport', g.write('summary', 'Seconda stesura.', 1));
    g.wait(1000);
    g.done(planner, 'verifyReport', { topic });
    g.done(planner, 'unverifyReport', { topic });
    expect(g.report()).toMatchObject({ status: 'completato_dopo', verifiedAt });
    expect(g.report()?.versions).toHaveLength(1);
  });

  it('[E09] a continuation adds to the same report', () => {
    const g = circle();
    g.done(g.anna, 'writeReport', g.write('summary', 'Parte prima.'));
    g.place(g.anna, g.topic, 'slot-002');
    g.done(g.anna, 'writeReport', g.write('summary', 'Parte prima. Parte seconda.', 1));
    expect(Object.keys(g.state.reports)).toEqual([g.topic]);
    expect(Object.values(g.state.sessions).map((s) => s.part)).toEqual([1, 2]);
  });

  it('[E23] a note withheld takes with it the row drawn from it, live and for who comes late', () => {
    const g = circle();
    const note = g.note('bisogno', 'La signora Tale di via Tale.');
    g.done(g.anna, 'beginReport', { topic: g.topic });
    g.done(g.bruno, 'flagText', { what: 'note', id: note });
    expect(JSON.stringify(g.open)).not.toContain('via Tale');
    const item = g.report()?.itemOrder[0] ?? '';
    expect(
      g.refusal(g.anna, 'reviseItem', { topic: g.topic, item, kind: 'bisogno', text: 'z', rev: 1 }),
    ).toBe('hidden_text');
  });

  it('[E22] report, row and action are hidden with a reason and given back whole', () => {
    const g = circle();
    g.done(g.anna, 'writeReport', g.write('summary', 'Parole forti.'));
    g.done(office(), 'hideText', { what: 'report', id: g.topic, reason: 'offensivo' });
    expect(g.open.reports[g.topic]?.fields.summary.text).toBe('');
    g.done(office(), 'restoreText', { what: 'report', id: g.topic, reason: 'riletto' });
    expect(g.open.reports[g.topic]?.fields.summary.text).toBe('Parole forti.');
  });

  it('[E36] no photographs where there are minors', () => {
    const g = circle();
    const photo = { topic: g.topic, photo: id('photo'), hash: 'a'.repeat(64), w: 800, h: 600 };
    g.done(g.anna, 'attachPhoto', photo);
    g.done(g.anna, 'removePhoto', { topic: g.topic, photo: photo.photo });
    g.done(office(), 'reviseGathering', {
      title: 'Scuola',
      question: '',
      sponsor: '',
      venue: '',
      fifthPrinciple: false,
      minors: true,
    });
    expect(g.refusal(g.anna, 'attachPhoto', { ...photo, photo: id('photo') })).toBe('consent_missing');
  });
});
