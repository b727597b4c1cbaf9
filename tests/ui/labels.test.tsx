/** Labels, icons and codes show each part when it was given, and only then. */
import { describe, expect, it } from 'vitest';
import { Badge, KIND_ICONS, KindBadge, STRAND_SYMBOLS, StrandBadge } from '@/ui/badge';
import { DeliveryMark } from '@/ui/delivery-mark';
import { Icon } from '@/ui/icons';
import { KeyHint } from '@/ui/key-hint';
import { Logo, Wordmark } from '@/ui/logo';
import { QrCode } from '@/ui/qr-code';

import { all, count, draws, html, words } from './markup';

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

  it('of a key says the key and what it does', () => {
    expect(words(<KeyHint keys={['Alt', 'N']} does="nuovo" />)).toEqual(['Alt', 'N', 'nuovo']);
    expect(count(<KeyHint keys={['Alt', 'N']} does="nuovo" />, 'kbd')).toBe(2);
  });
});

describe('[E34] a drawing', () => {
  it('is silent beside a text, and is an image with a name where it stands alone', () => {
    for (const drawn of [<Icon key="i" name="info" />, <Logo key="m" />])
      expect([all(drawn, 'aria-hidden'), all(drawn, 'role'), count(drawn, 'title')]).toEqual([
        ['true'],
        [],
        0,
      ]);
    for (const named of [<Icon key="i" name="info" label="Nota" />, <Logo key="m" label="Nota" />])
      expect([all(named, 'aria-hidden'), all(named, 'role'), words(named)]).toEqual([[], ['img'], ['Nota']]);
    expect(words(<Wordmark name="Cerchi" />)).toEqual(['Cerchi']);
  });

  it('that points along the lines turns with the script; the others do not', () => {
    for (const name of ['left', 'right', 'forward', 'undo', 'out'] as const)
      expect(html(<Icon name={name} />), name).toContain('rtl:-scale-x-100');
    expect(html(<Icon name="check" />)).not.toContain('rtl:');
  });

  it('of a delivery says its state in words that are seen, or in its tip', () => {
    for (const state of ['saved', 'sent', 'seen'] as const) {
      const mark = <DeliveryMark state={state} label="inviata" />;
      expect([words(mark), all(mark, 'title'), all(mark, 'data-delivery')]).toEqual([
        ['inviata'],
        ['inviata'],
        [state],
      ]);
      expect(html(mark)).toContain('sr-only');
      const said = <DeliveryMark state={state} label="inviata" words />;
      expect([all(said, 'title'), html(said).includes('sr-only')]).toEqual([[], false]);
    }
  });

  it('of an address is dark on white with a quiet zone of four modules', () => {
    const code = html(<QrCode value="http://192.168.1.20:3000/i/CARPI" label="Entra" />);
    const [, size = ''] = /viewBox="0 0 (\d+) \1"/.exec(code) ?? [];
    expect(code).toContain(`d="M0 0h${size}v${size}H0z"`);
    const dark = [...code.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map((m) => [Number(m[1]), Number(m[2])]);
    expect(dark.length).toBeGreaterThan(200);
    expect(dark).toContainEqual([4, 4]);
    const edge = Number(size) - 4;
    expect(dark.flat().filter((n) => n < 4 || n >= edge)).toEqual([]);
  });
});
