/** What can be printed, and on which paper: the first is the one meant, the others are for the printer at hand. */
import type { Gathering } from '@/domain/gathering/state';

export const PAPERS = {
  A5: { w: 148, h: 210 },
  A4: { w: 210, h: 297 },
  A3: { w: 297, h: 420 },
} as const;
export type Paper = keyof typeof PAPERS;

export const KINDS = {
  temi: { papers: ['A4', 'A3', 'A5'], wide: false },
  griglia: { papers: ['A3', 'A4'], wide: true },
  caselle: { papers: ['A5', 'A4'], wide: true },
  presenze: { papers: ['A4', 'A3'], wide: false },
  schede: { papers: ['A4'], wide: false },
  bianche: { papers: ['A4'], wide: false },
  principi: { papers: ['A3', 'A4'], wide: false },
  porte: { papers: ['A4', 'A3', 'A5'], wide: true },
  ingresso: { papers: ['A3', 'A4', 'A5'], wide: false },
} as const satisfies Record<string, { papers: readonly Paper[]; wide: boolean }>;
export type Kind = keyof typeof KINDS;

/** When each is wanted: hung before people come, or printed once the market is over. */
export const WANTED = {
  before: ['ingresso', 'principi', 'porte', 'bianche'],
  market: ['temi', 'griglia', 'caselle', 'presenze', 'schede'],
} as const satisfies Record<string, readonly Kind[]>;

/** What the address asks for, or what is wanted first: `topics` tells whether there are any. */
export function chosen(
  kind: string | undefined,
  paper: string | undefined,
  topics: boolean,
): { kind: Kind; paper: Paper } {
  const k: Kind = kind && Object.hasOwn(KINDS, kind) ? (kind as Kind) : topics ? 'temi' : 'ingresso';
  const papers: readonly Paper[] = KINDS[k].papers;
  return { kind: k, paper: papers.find((p) => p === paper) ?? papers[0] ?? 'A4' };
}

/** What every sheet is drawn from: the public state, so that paper says no more than the wall. */
export type Pack = { state: Readonly<Gathering>; address: string; name: (seat: string | null) => string };
