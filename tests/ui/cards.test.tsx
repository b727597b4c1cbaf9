/** Cards of topics and notes show each part when it was given, and only then. */
import { describe, expect, it } from 'vitest';
import { Badge } from '@/ui/badge';
import { NoteCard } from '@/ui/note-card';
import { TopicCard } from '@/ui/topic-card';

import { all, count, draws, html, words } from './markup';

describe('a topic’s card', () => {
  const bare = <TopicCard number="T05" title="Chi cura chi cura?" convener="Ada" />;
  const whole = (
    <TopicCard
      number="T05"
      title="Chi cura chi cura?"
      convener="Ada"
      line="In una frase"
      strands={[{ strand: 'A', label: 'Casa' }]}
      interest="27 persone interessate"
      where="Turno 1 · Gelso"
      flag="Nuovo"
      state={<Badge>unito a T07</Badge>}
      delivery="inviato"
      actions={<button type="button">Mi interessa</button>}
      href="/i/DEMO/temi/T05"
      level={2}
    />
  );

  it('says its number, its title and its convener, and nothing that it was not given', () => {
    expect(words(bare)).toEqual(['T05', 'Chi cura chi cura?', 'Ada']);
    expect([count(bare, 'h3'), count(bare, 'a'), count(bare, 'svg')]).toEqual([1, 0, 0]);
    expect(count(bare, 'p')).toBe(1);
  });

  it('says all that it was given, and its title leads to it', () => {
    expect(words(whole)).toEqual([
      'T05',
      'Chi cura chi cura?',
      'Ada',
      'In una frase',
      'Nuovo',
      'unito a T07',
      'A',
      'Casa',
      'Turno 1 · Gelso',
      '27 persone interessate',
      'inviato',
      'Mi interessa',
    ]);
    expect(all(whole, 'href')).toEqual(['/i/DEMO/temi/T05']);
    expect(count(whole, 'h2')).toBe(1);
    expect([draws(whole, 'place'), draws(whole, 'heart')]).toEqual([true, true]);
  });

  it.each([
    { strands: [{ strand: 'B' as const, label: 'Salute' }], said: 'Salute' },
    { state: 'ritirato', said: 'ritirato' },
    { flag: 'Nuovo', said: 'Nuovo' },
    { interest: '2 persone', said: '2 persone' },
    { where: 'Gelso', said: 'Gelso' },
    { delivery: 'inviato', said: 'inviato' },
  ])('says $said also when it is all that there is', ({ said, ...one }) => {
    expect(words(<TopicCard number="T01" title="x" convener="Ada" {...one} />)).toContain(said);
  });
});

describe('a note’s card', () => {
  const note = { kind: 'bisogno', kindLabel: 'Bisogno', text: 'Le panchine', author: 'Ada' } as const;

  it('says its kind, its words and its author; one without a kind bears none', () => {
    expect(words(<NoteCard {...note} />)).toEqual(['Bisogno', 'Le panchine', 'Ada']);
    expect(words(<NoteCard {...note} kind="altro" />)).toEqual(['Le panchine', 'Ada']);
  });

  it('says when, its delivery and its flags where they were given', () => {
    const card = (
      <NoteCard
        {...note}
        when="10:45"
        flags={[{ label: 'corretta', tone: 'warn' }]}
        actions={<button type="button">Correggi</button>}
        delivery="sent"
        deliveryLabel="inviata"
      />
    );
    expect(words(card)).toEqual([
      'Bisogno',
      'corretta',
      'Le panchine',
      'Ada',
      '10:45',
      'inviata',
      'Correggi',
    ]);
    expect(words(<NoteCard {...note} delivery="sent" />)).not.toContain('inviata');
    expect(all(card, 'data-delivery')).toEqual(['sent']);
    expect(all(card, 'dir')).toEqual(['auto']);
  });

  it('that is withheld looks different from one that is not', () => {
    expect(html(<NoteCard {...note} withheld />)).not.toBe(html(<NoteCard {...note} />));
  });
});
