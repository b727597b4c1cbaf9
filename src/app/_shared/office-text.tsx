/**
 * Renders an office's text: paragraphs separated by an empty line, "# " before a heading, "- " before each line of a
 * list.
 */
import { Fragment } from 'react';

const LIST = /^- /;

/** Nothing in it is ever read as HTML: every piece is drawn as text. */
export function OfficeText({ text, lang, level = 2 }: { text: string; lang: string; level?: 2 | 3 }) {
  // A heading needs no empty line after it.
  const blocks = text.replace(/^(# .*)\n(?!\n)/gm, '$1\n\n').split(/\n\s*\n/);
  return (
    <div lang={lang} dir="auto" className="grid gap-3 break-words">
      {blocks.map((block, at) => {
        const lines = block.split('\n');
        // biome-ignore lint/suspicious/noArrayIndexKey: the text is drawn once, and two paragraphs may be alike
        return <Fragment key={at}>{drawn(block, lines, level === 2 ? 'h2' : 'h3')}</Fragment>;
      })}
    </div>
  );
}

function drawn(block: string, lines: string[], Heading: 'h2' | 'h3') {
  if (lines.length === 1 && block.startsWith('# '))
    return <Heading className="mt-3 text-lg">{block.slice(2)}</Heading>;
  if (lines.every((line) => LIST.test(line)))
    return (
      <ul className="grid list-disc gap-1 ps-6">
        {[...new Set(lines)].map((line) => (
          <li key={line}>{line.slice(2)}</li>
        ))}
      </ul>
    );
  return <p className="whitespace-pre-line">{block}</p>;
}
