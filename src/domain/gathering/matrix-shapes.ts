/** The shapes of the rows and columns of the matrix: slots (turni) and spaces (spazi). */
import * as z from 'zod/mini';
import { Day, Hour, Id, text, textOrEmpty } from '../shapes';
import { CAPACITY_MAX, LABEL_MAX, LINE_MAX } from '../words';

/** How many people a space holds: a hint beside interest and presence, never a limit (E41). */
export const Capacity = z.int().check(z.positive(), z.maximum(CAPACITY_MAX));

export const slotShape = () =>
  z.strictObject({
    id: Id,
    day: Day,
    label: text(LABEL_MAX),
    start: Hour,
    end: Hour,
    released: z._default(z.boolean(), true),
  });

export const spaceShape = () =>
  z.strictObject({
    id: Id,
    name: text(LABEL_MAX),
    kind: z._default(z.enum(['room', 'informal']), 'room'),
    stepFree: z._default(z.boolean(), true),
    note: z._default(textOrEmpty(LINE_MAX), ''),
    capacity: z.optional(Capacity),
    released: z._default(z.boolean(), true),
  });
