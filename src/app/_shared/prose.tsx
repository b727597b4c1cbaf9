/** Renders a text that people typed with its formatting: lists, tables, headings, external links. */
import { Fragment, type ReactNode } from 'react';
import { type Inline, oneParagraph, type Prose, richText } from '@/reports/rich-text';

/** Recently parsed texts: a whole hall asks for a record at once. */
const known = new Map<string, Prose[]>();
const MOST = 4000;

function shapeOf(text: string): Prose[] {
  const found = known.get(text);
  if (found) return found;
  const shape = richText(text);
  if (known.size >= MOST) known.clear();
  known.set(text, shape);
  return shape;
}

/** `after`: follows the words on their last line. `above`: the level of the heading that the text stands under. */
export function Typed({ text, above = 3, after }: { text: string; above?: number; after?: ReactNode }) {
  const shape = shapeOf(text);
  const line = oneParagraph(shape);
  if (line)
    return (
      <p className="min-w-0 wrap-anywhere">
        <span dir="auto">
          <Line of={line} />
        </span>
        {after}
      </p>
    );
  return (
    <div className="grid min-w-0 gap-2 wrap-anywhere print:block print:space-y-2">
      <Parts of={shape} above={above} />
      {after && <p>{after}</p>}
    </div>
  );
}

// biome-ignore-start lint/suspicious/noArrayIndexKey: parts of a text never change places
function Parts({ of, above }: { of: readonly Prose[]; above: number }) {
  return of.map((p, i) => <Part key={i} of={p} above={above} />);
}

function Part({ of: p, above }: { of: Prose; above: number }) {
  if (p.is === 'paragraph')
    return (
      <p dir="auto">
        <Line of={p.of} />
      </p>
    );
  if (p.is === 'title') {
    const Heading = `h${Math.min(6, above + p.level)}` as 'h4';
    return (
      <Heading dir="auto" className="font-semibold">
        <Line of={p.of} />
      </Heading>
    );
  }
  if (p.is === 'rule') return <hr className="border-line" />;
  if (p.is === 'grid') return <Grid of={p} />;
  const List = p.ordered ? 'ol' : 'ul';
  return (
    <List className={p.ordered ? 'list-decimal ps-6' : 'list-disc ps-6'}>
      {p.of.map((item, i) => {
        const [first, ...rest] = item.of;
        const line = first?.is === 'paragraph' ? first.of : null;
        return (
          <li key={i} dir="auto" value={item.number ?? undefined}>
            {line && <Line of={line} />}
            <Parts of={line ? rest : item.of} above={above} />
          </li>
        );
      })}
    </List>
  );
}

function Grid({ of: p }: { of: Extract<Prose, { is: 'grid' }> }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <div className="overflow-x-auto" tabIndex={0}>
      <table className="w-full border-collapse text-sm">
        <thead>
          <tr>
            {p.head.map((c, i) => (
              <th key={i} scope="col" dir="auto" className="border border-line p-1.5 text-start">
                <Line of={c} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {p.rows.map((row, n) => (
            <tr key={n}>
              {row.map((c, i) => (
                <td key={i} dir="auto" className="border border-line p-1.5 align-top">
                  <Line of={c} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ of }: { of: readonly Inline[] }): ReactNode {
  return of.map((p, i) => <Piece key={i} of={p} />);
}
// biome-ignore-end lint/suspicious/noArrayIndexKey: parts of a text never change places

function Piece({ of: p }: { of: Inline }): ReactNode {
  switch (p.is) {
    case 'words':
      return <Fragment>{p.text}</Fragment>;
    case 'break':
      return <br />;
    case 'code':
      return <code>{p.text}</code>;
    case 'strong':
      return (
        <strong>
          <Line of={p.of} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <Line of={p.of} />
        </em>
      );
    case 'link':
      // People's links lead to other sites: no referrer goes with them.
      return (
        <a href={p.href} rel="nofollow noopener noreferrer" className="underline">
          <Line of={p.of} />
        </a>
      );
  }
}
