/**
 * The second reader's codings are kept for the agreement: they are in no count, no quotation, no queue of the first.
 */
import { describe, expect, it } from 'vitest';
import { codedSources, counts } from '@/domain/programming/analysis';
import { contrastQuotes, starredQuotes } from '@/domain/programming/quotations';
import { reads } from '@/domain/programming/reading-queue';
import type { Said } from '@/domain/programming/source-text';
import { note, opened } from './opened';

function coded(asSecond: boolean) {
  const text = 'Chi perde il lavoro si vergogna.';
  const b = opened({ [note(1)]: text });
  const code = b.add('makeCode', { label: 'Vergogna' });
  b.add('codeWords', { ref: note(1), start: 0, end: 9, codes: [code], star: true, second: asSecond });
  const said = [
    {
      ref: note(1),
      kind: 'note',
      voice: 'distanza',
      text,
      withheld: false,
      session: 'sessione-1',
      sector: null,
      strands: [],
      topic: null,
      at: 1,
    } as unknown as Said,
  ];
  return { b, said, code };
}

describe('codings', () => {
  it('of the first reader count, those of the second do not', () => {
    const first = coded(false);
    const second = coded(true);
    expect(codedSources(first.b.state, first.said)).toHaveLength(1);
    expect(codedSources(second.b.state, second.said)).toEqual([]);
    expect(counts(codedSources(first.b.state, first.said)).rows).toHaveLength(1);
    expect(counts(codedSources(second.b.state, second.said)).rows).toEqual([]);
  });

  it('of the first reader are quoted, those of the second are not', () => {
    const first = coded(false);
    const second = coded(true);
    expect(contrastQuotes(first.b.state, first.said)).toHaveLength(1);
    expect(contrastQuotes(second.b.state, second.said)).toEqual([]);
    expect(starredQuotes(first.b.state, first.said, first.code)).toHaveLength(1);
    expect(starredQuotes(second.b.state, second.said, second.code)).toEqual([]);
  });

  it('of one reader leave the source unread for the other', () => {
    for (const asSecond of [false, true]) {
      const { b } = coded(asSecond);
      expect([reads(b.state, asSecond)(note(1)).state, reads(b.state, !asSecond)(note(1)).state]).toEqual([
        'codificato',
        'non_letto',
      ]);
    }
  });
});
