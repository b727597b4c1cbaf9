/** An idea: a contribution where there are no topics. */
import type { Origin, Sector } from '../../words';
import type { Hidden } from './hidden';
import type { NoteKind } from './note';

export type Idea = {
  id: string;
  n: number;
  text: string;
  kind: NoteKind;
  sector: Sector | null;
  prompt: string | null;
  author: string | null;
  at: number;
  versions: { text: string; kind: NoteKind; at: number }[];
  /** Time written on the paper it came from. */
  saidAt: number | null;
  hidden: Hidden | null;
  withdrawn: boolean;
  origin: Origin;
};
