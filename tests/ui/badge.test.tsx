/** Small labels: never by colour alone. */
import { describe, expect, it } from 'vitest';
import { StrandBadge, Badge, KIND_ICONS, KindBadge, STRAND_SYMBOLS } from '@/ui/badge';
import { html, text, all, count, draws, words } from './markup';

describe('never by colour alone', () => {
  it.each([
    ['A', '●'],
    ['B', '▲'],
    ['C', '■'],
  ] as const)('[E34] strand %s has its symbol %s, its letter and its name', (strand, symbol) => {
    const page = html(<StrandBadge strand={strand} label="Risultati" short />);
    expect(page).toContain(`data-symbol="${symbol}"`);
    expect(text(page)).toBe(`${strand} Risultati`);
  });
});

describe('[E34] a small label', () => {
  it('has a word, and an icon only where one is given', () => {
    expect(words(<Badge>in corso</Badge>)).toEqual(['in corso']);
    expect(count(<Badge>in corso</Badge>, 'svg')).toBe(0);
    expect(draws(<Badge icon="check">fatto</Badge>, 'check')).toBe(true);
  });

  it('of a strand has its letter, its symbol and its name, which a short one keeps in its tip too', () => {
    expect(STRAND_SYMBOLS).toEqual({ A: '●', B: '▲', C: '■' });
    const shapes = (['A', 'B', 'C'] as const).map((s) => {
      const badge = <StrandBadge strand={s} label={`Asse ${s}`} short />;
      expect([words(badge), all(badge, 'title')]).toEqual([[s, `Asse ${s}`], [`Asse ${s}`]]);
      expect(all(<StrandBadge strand={s} label="x" />, 'title')).toEqual([]);
      return html(badge)
        .match(/<svg.*<\/svg>/)?.[0]
        .replace(/data-symbol="."/, '');
    });
    expect(new Set(shapes).size).toBe(3);
    expect(shapes.every((s) => /<(circle|path) /.test(s ?? ''))).toBe(true);
  });

  it('of a kind has the kind’s own icon', () => {
    for (const kind of ['esperienza', 'proposta', 'domanda'] as const) {
      expect(draws(<KindBadge kind={kind} label={kind} />, KIND_ICONS[kind])).toBe(true);
      expect(words(<KindBadge kind={kind} label={kind} />)).toEqual([kind]);
    }
    const kinds = Object.values(KIND_ICONS);
    expect(new Set(kinds).size).toBe(kinds.length);
  });
});
