/** Headings, sections and numbers show each part when it was given, and only then. */
import { describe, expect, it } from 'vitest';
import { PageHeader, Section, Stat } from '@/ui/surface';
import { all, count, html, words } from './markup';

describe('a part of a page', () => {
  it('has a heading of its level, and its aside and introduction where there are any', () => {
    const bare = (
      <Section title="Temi" id="temi">
        dentro
      </Section>
    );
    expect([words(bare), count(bare, 'h2'), count(bare, 'p'), all(bare, 'id')]).toEqual([
      ['Temi', 'dentro'],
      1,
      0,
      ['temi'],
    ]);
    const whole = (
      <Section title="Temi" level={3} intro="In breve" aside="12">
        dentro
      </Section>
    );
    expect([words(whole), count(whole, 'h3'), count(whole, 'h2')]).toEqual([
      ['Temi', '12', 'In breve', 'dentro'],
      1,
      0,
    ]);
  });

  it('has one first heading, smaller where the title is long', () => {
    const header = <PageHeader title="Atti" over="Carpi" intro="In breve" actions="Scarica" />;
    expect([words(header), count(header, 'h1')]).toEqual([['Carpi', 'Atti', 'In breve', 'Scarica'], 1]);
    expect(words(<PageHeader title="Atti" />)).toEqual(['Atti']);
    expect(count(<PageHeader title="Atti" />, 'p')).toBe(0);
    const size = (n: number) => /<h1 class="([^"]*)"/.exec(html(<PageHeader title={'x'.repeat(n)} />))?.[1];
    expect(size(70)).toBe(size(4));
    expect(size(71)).not.toBe(size(70));
  });

  it('says a number with its name and its hint', () => {
    expect(words(<Stat value={12} label="temi" hint="tre nuovi" />)).toEqual(['temi', '12', 'tre nuovi']);
    expect(words(<Stat value={12} label="temi" />)).toEqual(['temi', '12']);
  });
});
