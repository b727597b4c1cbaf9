/** Passphrases of the office: none that is tried first, none that is little more than a name, one check for everybody. */
import { describe, expect, it } from 'vitest';
import { hashed, isCommonPassphrase, verified } from '@/server/identity/passphrases';

describe('a passphrase that is tried first', () => {
  it.each([
    'password123',
    'qwertyuiop',
    'aaaaaaaaaaaa',
    '1234567890',
    'cerchicerchi',
    'open space',
    'nuovo patto',
  ])('is common: %s', (words) => {
    expect(isCommonPassphrase(words, 'Ada Bianchi')).toBe(true);
  });

  it('is common if it is a name with little beside it, however it is written', () => {
    for (const words of ['adabianchi2026', 'Àda Bianchi!!', 'bianchi-ADA', '12ada.bianchi34'])
      expect(isCommonPassphrase(words, 'Ada Bianchi'), words).toBe(true);
    // Six signs that are no part of it are enough, and so is a word that only looks like a short name.
    expect(isCommonPassphrase('ada bianchi xkvzqw', 'Ada Bianchi')).toBe(false);
    expect(isCommonPassphrase('ada bianchi xkvzq', 'Ada Bianchi')).toBe(true);
    expect(isCommonPassphrase('al mulino con tre anatre', 'Al')).toBe(false);
  });

  it('is not common if nobody would guess it, nor slow to look at if it is long', () => {
    expect(isCommonPassphrase('quattro parole a caso', 'Ada Bianchi')).toBe(false);
    expect(isCommonPassphrase('xkvzqwj plomf '.repeat(400), 'Ada Bianchi')).toBe(false);
  });
});

describe('a check', () => {
  it('is right for its own words alone, and costs one hash with and without an account', async () => {
    const kept = await hashed('quattro parole a caso');
    expect(kept).toMatch(/^\$argon2id\$/);
    expect(await verified(kept, 'quattro parole a caso')).toBe(true);
    expect(await verified(kept, 'quattro parole a casa')).toBe(false);
    expect(await verified(null, 'quattro parole a caso')).toBe(false);
    // Not even by the words of the hash that stands in for a missing one.
    expect(await verified(null, 'nobody has this passphrase')).toBe(false);
  });
});
