/** A note’s card shows each part when it was given, and only then. */
import { describe, expect, it } from 'vitest';
import { NoteCard } from '@/ui/note-card';
import { all, html, words } from './markup';

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
