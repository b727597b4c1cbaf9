/** A key and what it does. */
import { describe, expect, it } from 'vitest';
import { KeyHint } from '@/ui/key-hint';
import { count, words } from './markup';

describe('[E34] a small label', () => {
  it('of a key says the key and what it does', () => {
    expect(words(<KeyHint keys={['Alt', 'N']} does="nuovo" />)).toEqual(['Alt', 'N', 'nuovo']);
    expect(count(<KeyHint keys={['Alt', 'N']} does="nuovo" />, 'kbd')).toBe(2);
  });
});
