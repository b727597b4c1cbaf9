/** The small parts that every writer of documents relies on: captions, contents, the level of a text's own headings. */
import { describe, expect, it } from 'vitest';
import {
  type Block,
  anchorOf,
  contents,
  contentsOf,
  depthAfter,
  heading,
  isListed,
  lead,
  list,
  prose,
  quote,
  table,
  text,
  unrepeated,
} from '@/reports/document';

const rows = (title: string) => table(title, ['a'], [['1']]);
const titles = (blocks: Block[]) => unrepeated(blocks).map((b) => (b.is === 'table' ? b.title : ''));

describe('the blocks of a document', () => {
  it('a table loses its caption only right under a heading with the same words', () => {
    expect(titles([rows('Fasi')])).toEqual(['Fasi']);
    expect(titles([heading(2, 'Fasi'), rows('Fasi'), rows('Fasi')])).toEqual(['', '', 'Fasi']);
    expect(titles([heading(2, 'Incontri'), rows('Fasi')])).toEqual(['', 'Fasi']);
    expect(titles([text('Fasi'), rows('Fasi')])).toEqual(['', 'Fasi']);
  });

  it('headings of a text go below the nearest heading above it', () => {
    const blocks = [text('prima'), heading(2, 'a'), text('x'), heading(3, 'b'), text('y'), heading(1, 'c')];
    expect(blocks.map((_, at) => depthAfter(blocks, at))).toEqual([1, 1, 2, 2, 3, 3]);
  });

  it('the contents list headings of level 2, by their own address or by their place, and not themselves', () => {
    const blocks = [
      heading(1, 'Titolo'),
      heading(2, 'Indice'),
      contents,
      heading(2, 'Primo', 'T01'),
      heading(3, 'Dentro'),
      heading(2, 'Secondo'),
    ];
    expect(contentsOf(blocks)).toEqual([
      { to: 'T01', text: 'Primo' },
      { to: 'h5', text: 'Secondo' },
    ]);
    expect(blocks.map((_, at) => isListed(blocks, at))).toEqual([false, false, false, true, false, true]);
    expect(isListed(blocks, 9)).toBe(false);
    const [, , , own] = blocks;
    expect(own?.is === 'heading' && anchorOf(own, 3)).toBe('T01');
  });

  it('there is none for a text that is empty, and a quotation without an address or a kind has neither', () => {
    expect([lead('Chi', ''), prose(''), list([])]).toEqual([[], [], []]);
    expect(lead('Chi', 'Ada')).toMatchObject([{ is: 'lead', label: 'Chi' }]);
    expect(heading(2, 'a')).toEqual({ is: 'heading', level: 2, text: 'a' });
    expect(quote('detto', 'Ada')).toMatchObject({ id: null, label: '', source: 'Ada' });
    expect(rows('t')).toMatchObject({ figures: [], widths: [], total: false });
  });
});
