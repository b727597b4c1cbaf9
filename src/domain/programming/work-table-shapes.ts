/** Shapes of a work table: a group of people with a name and an object of work, each with its own history. */
import * as z from 'zod/mini';
import { Id, textOrEmpty } from '../shapes';
import { LINE_MAX, TITLE_MAX } from '../words';

export const TABLE_STATES = ['proposto', 'condiviso', 'avviato'] as const;
type Earlier = { words: string; rationale: string; at: number };
export type WorkTableWords = {
  name: string;
  object: string;
  /** Earlier names and objects, oldest first, with the reason why each was changed. */
  names: Earlier[];
  objects: Earlier[];
  /** It existed before this year's programming began. */
  existing: boolean;
  rationale: string;
  lead: string;
  areas: string[];
  status: (typeof TABLE_STATES)[number];
  predecessors: string[];
  /** Its relation to its predecessors. */
  cameBy: 'merge' | 'split' | null;
  closed: { at: number; rationale: string } | null;
};
/** A new object for each table, because its lists are changed in place. */
export const freshTable = (): WorkTableWords => ({
  name: '',
  object: '',
  names: [],
  objects: [],
  existing: false,
  rationale: '',
  lead: '',
  areas: [],
  status: 'proposto',
  predecessors: [],
  cameBy: null,
  closed: null,
});

export const MemberShape = z.strictObject({
  table: Id,
  organization: z.nullable(Id),
  /** A description, when it is no organisation: "Familiare caregiver". */
  label: textOrEmpty(TITLE_MAX),
  role: z.enum(['coordina', 'partecipa', 'invitato']),
  /** S13: not at the tables before. */
  isNew: z.boolean(),
  why: textOrEmpty(LINE_MAX),
});
export type MemberWords = z.infer<typeof MemberShape>;
