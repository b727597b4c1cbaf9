/** People search as they type: without accents, in any case, with words in any order. */
import { describe, expect, it } from 'vitest';
import { seeking, shortened } from '@/domain/words';

describe('seeking', () => {
  it('finds whatever accents and case', () => {
    expect(seeking('PERCHE')('Perché no?')).toBe(true);
    expect(seeking('perché')('perche no')).toBe(true);
  });

  it('finds whatever the apostrophe: a phone writes another than a keyboard', () => {
    for (const sign of ["'", '’', '‘', 'ʼ'])
      for (const other of ["'", '’', '‘', 'ʼ'])
        expect(seeking(`L${sign}ACQUA`)(`dove manca l${other}acqua`), `${sign} in ${other}`).toBe(true);
    expect(seeking("l'acqua")('lacqua')).toBe(false);
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

describe('the start of a long text', () => {
  it('has none of the marks that were typed, and ends after a word', () => {
    const typed = '### Parte prima\n- **chi cura** non dorme\n2. e non lo dice a nessuno';
    expect(shortened(typed, 200)).toBe('Parte prima chi cura non dorme e non lo dice a nessuno');
    expect(shortened(typed, 21)).toBe('Parte prima chi cura…');
    expect(shortened(typed, 24)).toBe('Parte prima chi cura…');
    expect(shortened('Chi cura, e non dorme', 10)).toBe('Chi cura…');
    // A sign within a sentence is no mark.
    expect(shortened('Il 2. piano - quello alto - è chiuso', 200)).toBe(
      'Il 2. piano - quello alto - è chiuso',
    );
  });

  it('is never longer than it may be, nor half a character', () => {
    const faces = '🌻'.repeat(50);
    expect(shortened(faces, 10)).toBe(`${'🌻'.repeat(9)}…`);
    for (let most = 2; most < 60; most++)
      expect(
        [...shortened('Un pulmino che passa la domenica, per chi non guida più 🌻', most)].length,
      ).toBeLessThanOrEqual(most);
  });
});
