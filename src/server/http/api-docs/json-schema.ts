/** Turns the program's own zod schemas into JSON Schema, with the limits that they really enforce. */
import * as z from 'zod';
import { textLimit } from '@/domain/shapes';

export type JsonSchema = Record<string, unknown>;

/**
 * The longest text a string schema accepts, in characters, by trying. Texts are counted
 * after control characters are removed, so the length that zod declares is only an upper bound. Slow where that is large.
 */
function longest(schema: z.core.$ZodType, bound: number): number {
  let low = 0;
  let high = bound;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (z.safeParse(schema, 'a'.repeat(middle)).success) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The caller's side: fields with a default are optional. JSON Schema 2020-12. */
export function inputSchema(schema: z.core.$ZodType): JsonSchema {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      if (zodSchema._zod.def.type === 'pipe' && jsonSchema.type === 'string' && jsonSchema.maxLength)
        jsonSchema.maxLength = textLimit(zodSchema) ?? longest(zodSchema, jsonSchema.maxLength);
    },
  }) as JsonSchema;
  return made;
}

export const objectSchema = (shape: Readonly<Record<string, z.ZodType>>): JsonSchema =>
  inputSchema(z.strictObject(shape));
