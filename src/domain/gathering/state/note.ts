/** A note of a circle, its kind, and the number it is cited by. */
import type { Origin, Sector } from '../../words';
import type { Hidden } from './hidden';
import { topicNumber } from './topic';

export const NOTE_KINDS = [
  'esperienza',
  'bisogno',
  'risorsa',
  'distanza',
  'proposta',
  'domanda',
  'risultato',
  'altro',
] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export type Note = {
  id: string;
  n: number;
  topic: string;
  session: string | null;
  kind: NoteKind;
  text: string;
  /** Null: anonymous, or a reader who may not know. */
  author: string | null;
  anonymous: boolean;
  sector: Sector | null;
  origin: Origin;
  at: number;
  saidAt: number | null;
  versions: { text: string; kind: NoteKind; at: number }[];
  withdrawn: boolean;
  hidden: Hidden | null;
};

/** T05-N12: the note's reference, counted within its topic. */
export const noteNumber = (topicN: number, n: number): string =>
  `${topicNumber(topicN)}-N${String(n).padStart(2, '0')}`;
