/** The codes of a REFI-QDA codebook or project, as rows of a sheet. */
import { describe, expect, it } from 'vitest';
import { codebookRows } from '@/server/imports/refi-qda-codebook';

const HEAD = { line: 1, cells: ['Nome', 'Definizione', 'Famiglia', 'Dentro', 'Area'] };
const row = (line: number, name: string, definition = '', parent = '') => ({
  line,
  cells: [name, definition, '', parent, ''],
});

describe('a REFI-QDA codebook', () => {
  it.each([
    ['no code', '<CodeBook/>', []],
    ['a project instead', '<Project><CodeBook><Code name="A"/></CodeBook></Project>', [row(1, 'A')]],
    ['a project alone', '<Project><Code name="A"/></Project>', [row(1, 'A')]],
    ['a code without a name', '<CodeBook><Code guid="1"/></CodeBook>', [row(1, '')]],
    [
      'codes in codes, each with its parent, and one after them with none',
      '<CodeBook><Codes>\n<Code name="A">\n<Code name="B"><Code name="C"/></Code>\n<Code name="D"/></Code>\n<Code name="E"/></Codes></CodeBook>',
      [row(2, 'A'), row(3, 'B', '', 'A'), row(3, 'C', '', 'B'), row(4, 'D', '', 'A'), row(5, 'E')],
    ],
    [
      'definitions, each at its own code',
      '<CodeBook><Code name="A"><Code name="B"><Description> di B </Description> fuori </Code><Description>\ndi &amp; A\n</Description></Code></CodeBook>',
      [row(1, 'A', 'di & A'), row(1, 'B', 'di B', 'A')],
    ],
    [
      'a definition with other elements in it',
      '<CodeBook><Code name="A"><Description>uno <b>due</b> tre</Description></Code></CodeBook>',
      [row(1, 'A', 'uno due tre')],
    ],
    [
      'text and descriptions that are of no code',
      '<CodeBook>parole<Description>del libro</Description><Code name="A"/><Description>del libro</Description><Sets><Set name="S"><Description>di un insieme</Description></Set></Sets></CodeBook>',
      [row(1, 'A')],
    ],
    [
      'a name with the signs of XML',
      '<CodeBook><Code name="a &lt; &quot;b&quot;"/></CodeBook>',
      [row(1, 'a < "b"')],
    ],
  ])('is read with %s', (_, xml, rows) => {
    expect(codebookRows(xml)).toEqual([HEAD, ...rows]);
  });

  it.each([
    ['another document', '<Codes><Code name="A"/></Codes>'],
    ['no XML', 'Nome;Definizione'],
    ['nothing', ''],
    ['an element that is not closed', '<CodeBook><Code name="A"></CodeBook>'],
    ['an end that is missing', '<CodeBook><Code name="A"/>'],
    ['an unknown sign', '<CodeBook><Code name="&x;"/></CodeBook>'],
  ])('is null for %s', (_, xml) => {
    expect(codebookRows(xml)).toBeNull();
  });
});
