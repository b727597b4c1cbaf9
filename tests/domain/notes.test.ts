import { describe, expect, it } from 'vitest';
import { NOTE_MAX } from '@/domain/words';
import { gathering } from '@/domain/gathering/catalogue';
import type { Fact } from '@/domain/deed';
import { id, office } from './given';
import { opened } from './opened';

const circle = () => {
  const g = opened();
  const anna = g.seat('seat-anna');
  const topic = g.topic(anna);
  const session = g.place(anna, topic);
  const write = (text: string, more: object = {}) => {
    const note = id('note');
    g.done(anna, 'writeNote', { note, topic, session, kind: 'bisogno', text, ...more });
    return note;
  };
  return { ...g, anna, topic_: topic, session, write };
};

/** For a device that catches up now: every fact as the whole state lets the public see it. */
const caughtUp = (g: ReturnType<typeof opened>) =>
  gathering.replay(
    g.facts.map((f) => JSON.parse(JSON.stringify(gathering.seenBy({ kind: 'public' }, g.state, f))) as Fact),
  );

describe('notes', () => {
  it('[I9] a note keeps its number, its origin, its versions', () => {
    const g = circle();
    const note = g.write('prima');
    g.done(g.anna, 'reviseNote', { note, kind: 'proposta', text: 'dopo' });
    expect(g.state.notes[note]).toMatchObject({
      n: 1,
      text: 'dopo',
      kind: 'proposta',
      origin: 'telefono',
      versions: [{ text: 'prima', kind: 'bisogno' }],
    });
  });

  it('[E24][E25] an anonymous note has no author for anyone, and is still its writer’s to change', () => {
    const g = circle();
    const note = g.write('senza firma', { anonymous: true });
    expect(g.open.notes[note]).toMatchObject({ author: null, sector: null });
    expect(g.state.notes[note]?.author).toBeNull();
    // Nor is the sector in the log: where one person is of it, that is a name.
    expect(g.facts.at(-1)?.data).toMatchObject({ anonymous: true, sector: null });
    const signed = g.write('con la firma');
    expect(g.facts.at(-1)?.data).toMatchObject({ anonymous: false, sector: 'volontariato' });
    expect(g.open.notes[signed]?.sector).toBeNull();
    for (const kind of ['public', 'staff'] as const)
      expect(gathering.seenBy({ kind }, g.state, g.facts.at(-2) as Fact).by).toBeNull();
    expect(g.refusal(g.seat('seat-bruno'), 'reviseNote', { note, kind: 'altro', text: 'x' })).toBe(
      'not_author',
    );
    g.done(g.anna, 'reviseNote', { note, kind: 'altro', text: 'ancora senza firma' });
    expect(gathering.seenBy({ kind: 'staff' }, g.state, g.facts.at(-1) as Fact).by).toBeNull();
  });

  it('[I10] a withdrawn note is hidden, not gone, and comes back', () => {
    const g = circle();
    const note = g.write('ci ripenso');
    g.done(g.anna, 'withdrawNote', { note });
    expect(g.state.notes[note]).toMatchObject({ withdrawn: true, text: 'ci ripenso' });
    g.done(g.anna, 'restoreNote', { note });
    expect(g.state.notes[note]?.withdrawn).toBe(false);
  });

  it('[E23] personal data flagged by anyone is withheld at once, also from who catches up later', () => {
    const g = circle();
    const note = g.write('la signora Pina del terzo piano');
    g.done(g.seat('seat-bruno'), 'flagText', { what: 'note', id: note });
    expect(g.state.notes[note]).toMatchObject({
      text: 'la signora Pina del terzo piano',
      hidden: { flagged: true },
    });
    expect(JSON.stringify(g.open)).not.toContain('Pina');
    expect(JSON.stringify(caughtUp(g))).not.toContain('Pina');
    expect(caughtUp(g)).toEqual(g.open);
    const told = gathering.seenBy({ kind: 'public' }, g.state, g.facts.at(-1) as Fact);
    expect(told.by).toBeNull();
  });

  it('[E22] staff hide with a reason and restore; the words come back to everyone', () => {
    const g = circle();
    const note = g.write('fuori luogo?');
    const f = office('facilitator');
    expect(g.refusal(g.anna, 'hideText', { what: 'note', id: note, reason: 'offensivo' })).toBe(
      'not_allowed',
    );
    g.done(f, 'hideText', { what: 'note', id: note, reason: 'offensivo', note: 'un insulto' });
    expect(g.open.notes[note]).toMatchObject({
      text: '',
      hidden: { reason: 'offensivo', note: 'un insulto' },
    });
    expect(g.refusal(g.anna, 'reviseNote', { note, kind: 'altro', text: 'y' })).toBe('hidden_text');
    g.done(f, 'restoreText', { what: 'note', id: note, reason: 'riletto insieme' });
    expect(g.open.notes[note]).toMatchObject({ text: 'fuori luogo?', hidden: null });
    expect(caughtUp(g)).toEqual(g.open);
  });

  it('[E33] the torture set is stored as it is; only emptiness and excess are refused', () => {
    const g = circle();
    const odd = [
      '"; DROP TABLE facts;--',
      '=1+1',
      '@SUM(A1)',
      'a;b\nc',
      '🙂🙃',
      'رعاية',
      'L’Università «più» vicina',
      '<script>alert(1)</script>',
      'e\u0301 composta',
    ];
    for (const text of odd) expect(g.state.notes[g.write(text)]?.text).toBe(text.normalize('NFC'));
    // Outer spaces are removed, and a list that was pasted with a margin keeps its shape.
    for (const [typed, kept] of [
      ['  sola  ', 'sola'],
      ['  - una\n  - due\n    - due.uno\n- tre', '- una\n- due\n  - due.uno\n- tre'],
      ['\n \n\t* una\n\t\t* una.una\n', '* una\n\t* una.una'],
      ['una\n  - due', 'una\n  - due'],
    ])
      expect(g.state.notes[g.write(typed ?? '')]?.text).toBe(kept);
    expect(
      g.refusal(g.anna, 'writeNote', {
        note: id('note'),
        topic: g.topic_,
        kind: 'altro',
        text: '\u200b \u2060',
      }),
    ).toBe('blank_text');
    expect(
      g.refusal(g.anna, 'writeNote', {
        note: id('note'),
        topic: g.topic_,
        kind: 'altro',
        text: 'x'.repeat(NOTE_MAX + 1),
      }),
    ).toBe('text_too_long');
  });

  it('[E07] notes are still accepted when the slot is over', () => {
    const g = circle();
    g.wait(12 * 3_600_000);
    expect(g.state.notes[g.write('in ritardo')]).toBeDefined();
  });
});
