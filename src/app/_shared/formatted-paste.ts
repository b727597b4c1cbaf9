/** Pasting from office programs into a text box keeps lists, headings, emphasis, tables and links, as typed text. */
import type { ClipboardEvent } from 'react';

/** Elements that a typed text has something for; the rest is pasted by the browser as plain text. */
const SHAPED = /<(?:li|h[1-6]|td|b|strong|i|em|a)\b|mso-list|font-weight|font-style/i;
/** Beyond this, in characters, reading the document would stop the page. */
const LONGEST = 2_000_000;

/** The reader of formats may come over bad Wi-Fi: after so long, in milliseconds, what was pasted stands as plain text. */
const PATIENCE_MS = 2000;

/** The libraries that read formats look behind, which Safari could not parse before 16.4: there plain text is pasted. */
const canReadFormats = (() => {
  try {
    // biome-ignore lint/complexity/useRegexLiterals: a literal would keep the whole file from being parsed
    return new RegExp('(?<=a)b').test('ab');
  } catch {
    return false;
  }
})();

/** Give it to a text box as `onPaste`. */
export function pasteFormatted(e: ClipboardEvent<HTMLTextAreaElement>): void {
  const html = e.clipboardData.getData('text/html');
  const plain = e.clipboardData.getData('text/plain');
  if (!canReadFormats || html.length > LONGEST || !SHAPED.test(html)) return;
  e.preventDefault();
  const box = e.currentTarget;
  const read = import('@/reports/clipboard-markdown')
    .then(({ markdownOf }) => markdownOf(new DOMParser().parseFromString(html, 'text/html')))
    // Without a network the reader of formats may be missing.
    .catch(() => null);
  const waited = new Promise<null>((done) => setTimeout(done, PATIENCE_MS, null));
  void Promise.race([read, waited]).then((typed) => insert(box, typed ?? plain));
}

/** As if it were typed, so that undo takes it out again. */
function insert(box: HTMLTextAreaElement, text: string): void {
  if (document.activeElement === box && document.execCommand('insertText', false, text)) return;
  box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end');
  box.dispatchEvent(new Event('input', { bubbles: true }));
}
