/** Addresses of the entrance: a link to a screen survives the entrance, and never leads out of the gathering. */
import { describe, expect, it } from 'vitest';
import { entranceOf, WITHIN, within } from '@/protocol/entrance-address';
import { DETAILS, missingDetails, type OfficeDetails, REQUIRED_DETAILS } from '@/protocol/office-details';

describe('the entrance of a gathering', () => {
  it('keeps the screen and the sector that were chosen, and names nothing that was not', () => {
    expect(entranceOf('DEMO')).toBe('/i/DEMO/entra');
    expect(entranceOf('DEMO', { poi: '', ambito: null })).toBe('/i/DEMO/entra');
    expect(entranceOf('DEMO', { poi: 'temi/T04', ambito: 'casa & cura' })).toBe(
      '/i/DEMO/entra?poi=temi%2FT04&ambito=casa+%26+cura',
    );
  });

  it('leads to the screen that was asked for, or home', () => {
    expect(within('DEMO', 'temi/T04')).toBe('/i/DEMO/temi/T04');
    expect(within('DEMO', '')).toBe('/i/DEMO');
  });

  it('takes a screen of the gathering, of at most 200 letters, and no other address', () => {
    const taken = ['', 'griglia', 'temi/T_4-b', 'a'.repeat(200)];
    const refused = ['https://male.example', '../x', ' griglia', 'griglia ', 'a b', 'à', 'a'.repeat(201)];
    expect(taken.filter((path) => !WITHIN.test(path))).toEqual([]);
    expect(refused.filter((path) => WITHIN.test(path))).toEqual([]);
  });
});

describe('the office’s own details', () => {
  it('are missing where one that the privacy notice needs is empty; the others may be', () => {
    const empty = { ...Object.fromEntries(DETAILS.map((d) => [d, ''])), indexed: false } as OfficeDetails;
    expect(missingDetails(empty)).toEqual([...REQUIRED_DETAILS]);
    const told = Object.fromEntries(REQUIRED_DETAILS.map((d) => [d, 'detto']));
    expect(missingDetails({ ...empty, ...told })).toEqual([]);
    expect(missingDetails({ ...empty, ...told, dpo: '' })).toEqual(['dpo']);
  });
});
