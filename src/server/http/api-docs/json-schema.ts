/** Turns the program's own zod schemas into JSON Schema, with the limits that they really enforce. */
import * as z from 'zod';
import { textLimit } from '@/domain/shapes';

export type JsonSchema = Record<string, unknown>;

/** The caller's side: fields with a default are optional. JSON Schema 2020-12. */
export function inputSchema(schema: z.core.$ZodType): JsonSchema {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      // Texts are counted after control characters are removed, so the length that zod declares is only an upper bound.
      const limit = textLimit(zodSchema);
      if (limit !== undefined) jsonSchema.maxLength = limit;
    },
  }) as JsonSchema;
  return made;
}

export const objectSchema = (shape: Readonly<Record<string, z.ZodType>>): JsonSchema =>
  inputSchema(z.strictObject(shape));
