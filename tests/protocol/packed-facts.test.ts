/** Facts on the wire: shorter, and the same again on arrival. */
import { describe, expect, it } from 'vitest';
import type { Fact } from '@/domain/deed';
import { unpacked, packed } from '@/protocol/packed-facts';

const plain: Fact = {
  seq: 7,
  at: 1400317200000,
  type: 'noteWritten',
  v: 1,
  by: 'seat-anna',
  origin: 'telefono',
  cmd: 'c1',
  data: { note: 'n1' },
};
const rich: Fact = { ...plain, seq: 8, v: 3, origin: 'carta', via: 'seat-aiuto', saidAt: 1400310000000 };

describe('a fact on the wire', () => {
  it('is the same fact again, numbered by its place', () => {
    expect(unpacked(7, [plain, rich].map(packed))).toEqual([plain, rich]);
  });

  it('carries neither its number nor what nearly all facts share, nor a field that it does not have', () => {
    expect(Object.keys(packed(plain)).sort()).toEqual(['at', 'by', 'cmd', 'data', 'type']);
    expect(Object.keys(packed(rich)).sort()).toEqual(
      ['at', 'by', 'cmd', 'data', 'origin', 'saidAt', 'type', 'v', 'via'].sort(),
    );
  });
});
