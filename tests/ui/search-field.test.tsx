// @vitest-environment happy-dom
/** The field to search: what it found, and the way to empty it. */
import { describe, expect, it, vi } from 'vitest';
import { SearchField } from '@/ui/search-field';
import { mount } from './mount';

describe('a field', () => {
  it('to search says what may be sought, and asks a phone for the keyboard of a search', () => {
    const { one } = mount(
      <SearchField label="Cerca" placeholder="Un tema" value="" onText={() => {}} clearLabel="Svuota" />,
    );
    expect([one('input').getAttribute('placeholder'), one('input').getAttribute('inputmode')]).toEqual([
      'Un tema',
      'search',
    ]);
  });
});

describe('a search', () => {
  it('says what it found, and is emptied in one tap that leaves the focus in it', () => {
    const typed = vi.fn();
    const field = (value: string) => (
      <SearchField label="Cerca" value={value} onText={typed} clearLabel="Svuota" found="3 temi" />
    );
    const { again, at, click, one, type } = mount(field(''));
    expect(at.querySelector('button')).toBeNull();
    expect([one<HTMLLabelElement>('label').htmlFor, one('[aria-live=polite]').textContent]).toEqual([
      one('input').id,
      '3 temi',
    ]);
    type('input', 'casa');
    again(field('casa'));
    click('button[aria-label=Svuota]');
    expect(typed.mock.calls).toEqual([['casa'], ['']]);
    expect(document.activeElement).toBe(one('input'));
  });
});
