// @vitest-environment happy-dom
/** Rich text of each program becomes typed text with the same shape; nothing that could run or be fetched comes with it. */
import { describe, expect, it } from 'vitest';
import { markdownOf } from '@/reports/clipboard-markdown';
import { type Inline, type Prose, richText } from '@/reports/rich-text';
import { HOSTILE, SAMPLES } from './clipboard-samples';

const pasted = (html: string) => markdownOf(new DOMParser().parseFromString(html, 'text/html'));

const hrefs = (parts: readonly (Inline | Prose)[]): string[] =>
  parts.flatMap((p) => ('href' in p ? [p.href] : 'of' in p ? hrefs(p.of as (Inline | Prose)[]) : []));

describe('rich text from the clipboard', () => {
  it.each(SAMPLES)('keeps the shape it had in $from', ({ html, typed }) => {
    expect(pasted(html)).toBe(typed);
  });

  it('brings no script, picture, hidden word or other address than http, https and mailto', () => {
    const text = pasted(HOSTILE) ?? '';
    expect(text).toBe(
      '## Titolo\n\nuno due tre quattro cinque <script>alert(1)</script> [sei]\\(javascript:alert(1))',
    );
    expect(hrefs(richText(text))).toEqual([]);
  });

  it('keeps the lines of a text that shows them, and only there', () => {
    const two = (style: string) =>
      pasted(`<p><b>forte</b></p><p style="white-space: ${style}">uno\ndue\ntre</p>`);
    expect(two('pre-wrap')).toBe('**forte**\n\nuno\ndue\ntre');
    expect(two('normal')).toBe('**forte**\n\nuno due tre');
  });

  it('leaves text without a shape to the browser', () => {
    expect(pasted('<p>una riga</p><p>un’altra * con # segni</p>')).toBeNull();
    expect(pasted('<span style="font-weight:400">una riga</span>')).toBeNull();
    expect(pasted('<table><tr><td>una cella</td></tr></table>')).toBeNull();
  });

  it('keeps all words where bold has no room for its marks', () => {
    expect(pasted('<p><b>uno</b><b> due</b>, tre<b>«quattro»</b>cinque <i>sei </i>sette</p>')).toBe(
      'uno due, tre«quattro»cinque sei sette',
    );
    expect(pasted('<p><b>uno</b><b> due</b>, <i>tre </i>quattro</p>')).toBe('**uno due**, *tre* quattro');
  });

  it('does not turn signs that were words into a shape', () => {
    const text = pasted(
      '<p><b>Conto</b></p><p>3 * 4 * 5 = 60<br>- non un elenco<br>2014. Un anno<br>#1 _così_</p>',
    );
    expect(text).toContain('3 * 4 * 5 = 60\n');
    expect(richText(text ?? '')).toEqual([
      { is: 'paragraph', of: [{ is: 'strong', of: [{ is: 'words', text: 'Conto' }] }] },
      {
        is: 'paragraph',
        of: [
          { is: 'words', text: '3 * 4 * 5 = 60' },
          { is: 'break' },
          { is: 'words', text: '- non un elenco' },
          { is: 'break' },
          { is: 'words', text: '2014. Un anno' },
          { is: 'break' },
          { is: 'words', text: '#1 _così_' },
        ],
      },
    ]);
  });
});
