/** People search as they type: without accents, in any case, with words in any order. */
import { describe, expect, it } from 'vitest';
import { seeking } from '@/domain/words';

describe('seeking', () => {
  it('finds whatever accents and case', () => {
    expect(seeking('PERCHE')('Perché no?')).toBe(true);
    expect(seeking('perché')('perche no')).toBe(true);
  });

  it('wants every word, in any order and however they are spaced', () => {
    const fits = seeking('  rossi \t maria ');
    expect(fits('Maria Rossi')).toBe(true);
    expect(fits('Maria Bianchi')).toBe(false);
  });

  it('answers with all when nothing is asked', () => {
    for (const nothing of ['', '  ']) expect(seeking(nothing)('Anna')).toBe(true);
  });
});
