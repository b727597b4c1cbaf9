/** One side of paper, drawn on the screen as it will be printed: everything in it is measured in parts of its width. */
import { ribbonText } from '@/app/_shared/ribbon';
import { inventedIn } from '@/domain/gathering/rehearsal';
import type { CSSProperties, ReactNode } from 'react';
import type { Say } from '@/i18n/say';
import { SHEET_KINDS, type SheetKind, PAPER_SIZES, type PaperSize } from '../papers';

export type Sides = { w: number; h: number };
export const sidesOf = (kind: SheetKind, paper: PaperSize): Sides => {
  const { w, h } = PAPER_SIZES[paper];
  return SHEET_KINDS[kind].wide ? { w: h, h: w } : { w, h };
};

type Props = {
  say: Say;
  sides: Sides;
  of: { demo: boolean; rehearsal: boolean };
  foot: string;
  children: ReactNode;
};

export function Sheet({ say, sides, of, foot, children }: Props) {
  const kind = inventedIn(of);
  // The margin that every printer can keep; 1em is a fiftieth of the shorter side.
  const style: CSSProperties = {
    width: `${sides.w}mm`,
    height: `${sides.h}mm`,
    padding: '11mm 12mm 9mm',
    fontSize: `${Math.min(sides.w, sides.h) / 50}mm`,
  };
  return (
    <section
      style={style}
      className="mx-auto mb-6 grid break-after-page grid-rows-[minmax(0,1fr)_auto] last:mb-0 last:break-after-auto overflow-hidden bg-paper-ground text-paper-ink leading-tight shadow-lift print:m-0 print:shadow-none"
    >
      {/* Each part as high as its text; only empty lines at the end shrink. */}
      <div className="grid min-h-0 auto-rows-max grid-cols-[minmax(0,1fr)] content-start overflow-hidden">
        {children}
      </div>
      <footer className="flex justify-between gap-[2em] border-paper-ink border-t pt-[0.6em] text-[0.95em]">
        <span className="min-w-0 truncate">{foot}</span>
        {kind && <b className="shrink-0">{ribbonText(say, kind)}</b>}
      </footer>
    </section>
  );
}

/** Empty lines to write on, as many as fit. */
export function Lines({ n, every = '2.4em' }: { n: number; every?: string }) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: n }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity
        <div key={i} style={{ height: every }} className="border-paper-line border-b" />
      ))}
    </div>
  );
}
