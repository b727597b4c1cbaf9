/** The resources of projects: money and hours, on two axes that are never combined into one (domain §2.5). */
import * as z from 'zod/mini';
import { type Refusal, refuse } from '../refusal';
import { Id, textOrEmpty } from '../shapes';
import { LINE_MAX, NOTE_MAX } from '../words';
import { allStand } from './deed';
import { adds, revises } from './register';
import { MOBILITIES, type Path } from './state';

/** Whole euro cents: sums of money are exact. */
export const CENTS_MAX = 100_000_000_000;
export const Cents = z.int().check(z.nonnegative('bad_amount'), z.maximum(CENTS_MAX, 'bad_amount'));
/** Hours a week, to a quarter of an hour. */
export const Hours = z.number().check(z.nonnegative('bad_amount'), z.maximum(100_000, 'bad_amount'));

export const CONSTRAINTS = ['legge', 'contratto', 'fondo_finalizzato', 'scelta_politica', 'altro'] as const;
/** Funding sources: each amount has one source, and the financial plan is the sums by source. */
export const FUNDING_SOURCES = [
  'non_detta',
  'comuni_unione',
  'fsl',
  'frna',
  'ausl',
  'altri_soggetti',
  'compartecipazione',
] as const;
export const ResourceShape = z.strictObject({
  project: z.nullable(Id),
  kind: z.enum(['economica', 'umana', 'spazio', 'rete']),
  description: textOrEmpty(NOTE_MAX),
  /** Euro and hours are never added to each other. */
  cents: z.nullable(Cents),
  hours: z.nullable(Hours),
  mobility: z.enum(MOBILITIES),
  /** The constraint that makes it untouchable. */
  constraint: z.nullable(z.enum(CONSTRAINTS)),
  constraintNote: textOrEmpty(LINE_MAX),
  source: z.enum(FUNDING_SOURCES),
  /** The source's own name, where the list does not have it: a foundation, a call. */
  sourceNote: textOrEmpty(LINE_MAX),
});
export type ResourceWords = z.infer<typeof ResourceShape>;
const noResource: ResourceWords = {
  project: null,
  kind: 'economica',
  description: '',
  cents: null,
  hours: null,
  mobility: 'non_classificata',
  constraint: null,
  constraintNote: '',
  source: 'non_detta',
  sourceNote: '',
};
/** Before the second version resources had no source. */
export const unsourced = (data: unknown): unknown => ({
  source: 'non_detta',
  sourceNote: '',
  ...(data as object),
});
const resources = (state: Path) => state.resources;
function bound(state: Path, w: ResourceWords): Refusal | null {
  if (w.mobility === 'intoccabile' && w.constraint === null)
    return refuse('missing_reason', { field: 'constraint' });
  if (w.cents === null && w.hours === null && w.description === '') return refuse('bad_amount');
  return allStand(state.projects, [w.project], 'project');
}
export const addResource = adds({
  command: 'addResource',
  fact: 'resourceAdded',
  v: 2,
  into: resources,
  words: ResourceShape,
  blank: noResource,
  check: bound,
});
export const reviseResource = revises({
  command: 'reviseResource',
  fact: 'resourceRevised',
  into: resources,
  words: ResourceShape,
  check: bound,
});
