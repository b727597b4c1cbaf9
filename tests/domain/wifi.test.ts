/** The Wi-Fi from which the hall's address can be reached. */
import { describe, expect, it } from 'vitest';
import { office } from './given';
import { opened } from './opened';

describe('the hall’s Wi-Fi', () => {
  it('is named by who holds the space, known to everybody, and taken back', () => {
    const g = opened();
    const anna = g.seat('seat-anna');
    expect(g.open.network).toBe('');
    expect(g.refusal(anna, 'nameNetwork', { network: 'mia' })).toBe('not_allowed');
    g.done(office(), 'nameNetwork', { network: 'Sala civica' });
    expect(g.open.network).toBe('Sala civica');
    expect(g.refusal(office(), 'nameNetwork', { network: 'Sala civica' })).toBe('nothing_to_change');
    g.done(office(), 'nameNetwork', { network: '' });
    expect(g.open.network).toBe('');
  });
});
