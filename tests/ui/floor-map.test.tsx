/** The names on the map of the hall: each on its spot, and none cut at an edge of the picture. */
import { describe, expect, it } from 'vitest';
import { MapPin } from '@/app/_shared/floor-map';
import { all, html } from './markup';

/** Place and lean of a name, across and down: per cent of the map, and of the name. */
function placed(x: number, y: number) {
  const [style = ''] = all(<MapPin spot={{ x, y }} name="Sala" here={false} />, 'style');
  const said = /^left:([\d.]+)%;top:([\d.]+)%;transform:translate\((-?[\d.]+)%, (-?[\d.]+)%\)$/.exec(
    style ?? '',
  );
  const [left, top, across, down] = (said ?? []).slice(1).map(Number);
  return { left, top, across, down } as Record<'left' | 'top' | 'across' | 'down', number>;
}
const spots = Array.from({ length: 201 }, (_, i) => i * 5);

describe('a name on the map', () => {
  it('is never cut at the left or the right, up to its greatest width, nor above or below', () => {
    expect(html(<MapPin spot={{ x: 0, y: 0 }} name="Sala" here={false} />)).toContain('max-w-[45%]');
    for (const at of spots) {
      const { left, top, across, down } = placed(at, at);
      for (const width of [5, 20, 45]) {
        expect(left + (width * across) / 100, `${at}, ${width} wide`).toBeGreaterThanOrEqual(-0.01);
        expect(left + width + (width * across) / 100, `${at}, ${width} wide`).toBeLessThanOrEqual(100.01);
      }
      for (const height of [5, 25]) {
        expect(top + (height * down) / 100, `${at}, ${height} high`).toBeGreaterThanOrEqual(-0.01);
        expect(top + height + (height * down) / 100, `${at}, ${height} high`).toBeLessThanOrEqual(100.01);
      }
    }
  });

  it('stands in the middle of its spot away from the edges, and always on it', () => {
    expect(placed(500, 500)).toEqual({ left: 50, top: 50, across: -50, down: -50 });
    expect(placed(300, 200)).toMatchObject({ across: -50, down: -50 });
    for (const at of spots) {
      const { across, down } = placed(at, at);
      for (const lean of [across, down]) {
        expect(lean).toBeLessThanOrEqual(0);
        expect(lean).toBeGreaterThanOrEqual(-100);
      }
    }
  });
});
