/** Texts as people type and paste them: their formatting is parsed, no word is lost, and nothing in them can run. */
import { describe, expect, it } from 'vitest';
import { type Inline, oneParagraph, type Prose, plainText, richText, wordsIn } from '@/reports/rich-text';

/** A readable form of the formatting: `- a`, `  1. b`, `# t`. */
function drawn(prose: readonly Prose[], indent = ''): string[] {
  return prose.flatMap((p): string[] => {
    if (p.is === 'paragraph') return [`${indent}${line(p.of)}`];
    if (p.is === 'title') return [`${indent}${'#'.repeat(p.level)} ${line(p.of)}`];
    if (p.is === 'rule') return [`${indent}---`];
    if (p.is === 'grid') return [p.head, ...p.rows].map((r) => `${indent}|${r.map(line).join('|')}|`);
    return p.of.flatMap((item) => {
      const mark = item.number === null ? '-' : `${item.number}${p.suffix}`;
      const [first = '', ...rest] = drawn(item.of, `${indent}  `);
      return [`${indent}${mark} ${first.trimStart()}`, ...rest];
    });
  });
}
const line = (parts: readonly Inline[]): string =>
  parts
    .map((p) => {
      if (p.is === 'words') return p.text;
      if (p.is === 'break') return ' / ';
      if (p.is === 'code') return `\`${p.text}\``;
      const inside = line(p.of);
      if (p.is === 'link') return `<${inside}→${p.href}>`;
      return p.is === 'strong' ? `**${inside}**` : `_${inside}_`;
    })
    .join('');
const shape = (text: string) => drawn(richText(text)).join('\n');

describe('the shape of what people type', () => {
  it('a note of two lines stays two lines, a blank line begins a paragraph', () => {
    expect(shape('uno\ndue\n\ntre')).toBe('uno / due\ntre');
    expect(shape('uno\r\ndue')).toBe('uno / due');
  });

  it('a line that ends with two spaces or a backslash breaks there, also beside other marks', () => {
    expect(shape('**uno**  \ndue\\\ntre')).toBe('**uno** / due / tre');
    expect(wordsIn([{ is: 'words', text: 'uno' }, { is: 'break' }, { is: 'code', text: 'due' }])).toBe(
      'uno\ndue',
    );
  });

  it('a text stands on the line of its label only if it is one paragraph', () => {
    expect(oneParagraph([])).toEqual([]);
    expect(oneParagraph(plainText('uno'))).toEqual([{ is: 'words', text: 'uno' }]);
    for (const text of ['uno\n\ndue', '# uno', '- uno'])
      expect(oneParagraph(richText(text)), text).toBeNull();
  });

  it('lists inside lists, by tab or by spaces, keep their depth', () => {
    const nested = '- uno\n  - uno.uno\n    - uno.uno.uno\n- due';
    for (const text of ['* uno\n\t* uno.uno\n\t\t* uno.uno.uno\n* due', nested])
      expect(shape(text)).toBe(nested);
  });

  it('a list keeps the numbers it was given, also where they skip', () => {
    expect(shape('3) tre\n5) cinque')).toBe('3) tre\n5) cinque');
    expect(shape('1. a\n1. b')).toBe('1. a\n1. b');
  });

  it('bullets as Word and WhatsApp paste them are lists', () => {
    expect(shape('•\tuno\no\tdue\n§\ttre\n• quattro')).toBe('- uno\n  - due\n    - tre\n- quattro');
  });

  it('headings, emphasis, code, tables, rules', () => {
    expect(shape('## A\n#### B\n# C')).toBe('# A\n## B\n# C');
    expect(shape('**forte** e _piano_ e `codice`')).toBe('**forte** e _piano_ e `codice`');
    expect(shape('| a | b |\n|---|---|\n| 1 | 2 | 3 |')).toBe('|a|b||\n|1|2|3|');
    expect(shape('sopra\n---\nsotto')).toBe('sopra\n---\nsotto');
  });

  it('links to http, https and mailto only; any other stays as it was typed', () => {
    expect(shape('[qui](https://example.org/a) www.example.org a@example.org')).toBe(
      '<qui→https://example.org/a> <www.example.org→http://www.example.org> <a@example.org→mailto:a@example.org>',
    );
    for (const bad of ['[x](javascript:alert(1))', '[x](data:text/html,y)', '[x](/atti)', '[x](vbscript:z)'])
      expect(shape(bad)).toBe(bad);
  });

  it('an address ends before what closes the sentence or the quotation around it', () => {
    const whole = '<https://a.it/p→https://a.it/p>';
    for (const after of [
      '»',
      '”',
      '’',
      '›',
      '“',
      '…',
      '»,',
      '».',
      '.»',
      '!”',
      '»)',
      ')»',
      '?’)',
      '。',
      '」',
      '؟',
    ])
      expect(shape(`vedi https://a.it/p${after}`), after).toBe(`vedi ${whole}${after}`);
    expect(shape('«https://a.it/p».')).toBe(`«${whole}».`);
    expect(shape('(«https://a.it/p»), e poi')).toBe(`(«${whole}»), e poi`);
    expect(shape('(vedi “www.a.it”)')).toBe('(vedi “<www.a.it→http://www.a.it>”)');
    // A sign that belongs to the address stays, and so does one in a link that was marked by hand.
    for (const address of [
      'https://a.it/voce_(casa)',
      'https://a.it/l’acqua',
      'https://a.it/p/',
      'https://a.it/p?x=1',
    ])
      expect(shape(`«${address}»`)).toBe(`«<${address}→${address}>»`);
    expect(shape('[qui](https://a.it/p») <https://a.it/p…>')).toBe(
      '<qui→https://a.it/p»> <https://a.it/p…→https://a.it/p…>',
    );
    expect(shape('«a@example.org»')).toBe('«<a@example.org→mailto:a@example.org>»');
  });

  it('what is no part of the core stays as typed, to the letter', () => {
    for (const text of [
      '<script>alert(1)</script>',
      '<b>x</b>',
      '> citazione',
      '&amp; &#65;',
      '[nota]: https://example.org',
      'snake_case_qui 3 * 4 * 5',
      '2014 è stato un anno',
    ])
      expect(
        richText(text)
          .map((p) => (p.is === 'paragraph' ? wordsIn(p.of) : p.is))
          .join('\n'),
      ).toBe(text);
  });

  it('hostile shapes end, and keep their letters', () => {
    const texts = [
      '- '.repeat(4000),
      '1. '.repeat(3000),
      '['.repeat(8000),
      '**a'.repeat(2700),
      `${'|'.repeat(4000)}\n${'|-'.repeat(2000)}`,
    ];
    for (const text of [
      ...texts,
      Array.from({ length: 300 }, (_, i) => `${' '.repeat(i * 2)}- x`).join('\n'),
    ]) {
      const depth = (prose: readonly Prose[]): number =>
        Math.max(
          0,
          ...prose.map((p) => (p.is === 'items' ? 1 + Math.max(0, ...p.of.map((i) => depth(i.of))) : 0)),
        );
      expect(depth(richText(`${text}fine`))).toBeLessThanOrEqual(8);
      expect(JSON.stringify(richText(`${text}fine`))).toContain('fine');
    }
  });
});
