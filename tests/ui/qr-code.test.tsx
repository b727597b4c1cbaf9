/** An address as a square that a camera reads. */
import { describe, expect, it } from 'vitest';
import { QrCode } from '@/ui/qr-code';
import { attribute, html } from './markup';

it('draws an address as a square with a name', () => {
  const page = html(<QrCode value="http://192.168.1.20:3000/i/CARPI" label="Codice per entrare" />);
  expect(page).toContain('role="img"');
  expect(attribute(page, 'aria-label')).toBe('Codice per entrare');
});

describe('[E34] a drawing', () => {
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
