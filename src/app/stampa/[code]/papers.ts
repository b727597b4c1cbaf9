/** The kinds of sheets and their paper sizes: the first is the intended one, the others suit other printers. */
import type { Gathering } from '@/domain/gathering/state';

export const PAPER_SIZES = {
  A5: { w: 148, h: 210 },
  A4: { w: 210, h: 297 },
  A3: { w: 297, h: 420 },
} as const;
export type PaperSize = keyof typeof PAPER_SIZES;

export const SHEET_KINDS = {
  temi: { papers: ['A4', 'A3', 'A5'], wide: false },
  griglia: { papers: ['A3', 'A4'], wide: true },
  caselle: { papers: ['A5', 'A4'], wide: true },
  presenze: { papers: ['A4', 'A3'], wide: false },
  schede: { papers: ['A4'], wide: false },
  bianche: { papers: ['A4'], wide: false },
  principi: { papers: ['A3', 'A4'], wide: false },
  porte: { papers: ['A4', 'A3', 'A5'], wide: true },
  ingresso: { papers: ['A3', 'A4', 'A5'], wide: false },
} as const satisfies Record<string, { papers: readonly PaperSize[]; wide: boolean }>;
export type SheetKind = keyof typeof SHEET_KINDS;

/** The time when each is needed: hung before people come, or printed after the market. */
export const WANTED = {
  before: ['ingresso', 'principi', 'porte', 'bianche'],
  market: ['temi', 'griglia', 'caselle', 'presenze', 'schede'],
} as const satisfies Record<string, readonly SheetKind[]>;

/** The kind in the address, or the one needed first: `topics` tells if there are any. */
export function chosen(
  kind: string | undefined,
  paper: string | undefined,
  topics: boolean,
): { kind: SheetKind; paper: PaperSize } {
  const k: SheetKind =
    kind && Object.hasOwn(SHEET_KINDS, kind) ? (kind as SheetKind) : topics ? 'temi' : 'ingresso';
  const papers: readonly PaperSize[] = SHEET_KINDS[k].papers;
  return { kind: k, paper: papers.find((p) => p === paper) ?? papers[0] ?? 'A4' };
}

/** Input of every sheet: the public state, so that paper shows no more than the wall. */
export type Pack = { state: Readonly<Gathering>; address: string; name: (seat: string | null) => string };
