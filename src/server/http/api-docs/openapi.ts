/** Describes every HTTP route as OpenAPI 3.1, made from the schemas that the routes themselves enforce. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { REFUSALS } from '@/domain/refusal';
import type { RouteSpec } from '../routes/route';
import { type JsonSchema, objectSchema } from './json-schema';
import { SUMMARIES } from './summaries';

const REFUSED = { $ref: '#/components/schemas/Refused' };
const OFFICE = 'an account of the office, by its sealed cookie';
const TOKEN = 'a reading token that a planner or an owner made for one gathering or path; it lasts 30 days';

const json = (schema: JsonSchema) => ({ 'application/json': { schema } });

type Parameter = { name: string; in: 'path' | 'query'; required: boolean; schema: JsonSchema };

function parametersOf(spec: RouteSpec): Parameter[] {
  const named = (shape: RouteSpec['params'], where: 'path' | 'query'): Parameter[] => {
    if (!shape) return [];
    const { properties = {}, required = [] } = objectSchema(shape) as {
      properties?: Record<string, JsonSchema>;
      required?: string[];
    };
    return Object.entries(properties).map(([name, schema]) => ({
      name,
      in: where,
      required: where === 'path' || required.includes(name),
      schema,
    }));
  };
  return [...named(spec.params, 'path'), ...named(spec.query, 'query')];
}

/** The answer of a route that only confirms. */
const OK: JsonSchema = {
  type: 'object',
  properties: { ok: { const: true } },
  description: 'JSON when the request accepts application/json; a form is answered by a redirect (303).',
};

/** Any one of these is enough; `{}` is nobody in particular. */
const securityOf = ({ who, byToken }: RouteSpec): Record<string, never[]>[] => [
  ...(who === 'anyone' ? (byToken ? [{}] : []) : [{ cookie: [] }]),
  ...(byToken ? [{ token: [] }] : []),
];

function operation(spec: RouteSpec) {
  const key = `${spec.method.toUpperCase()} ${spec.path}`;
  return {
    operationId: key.replace(/[^A-Za-z]+/g, '_').toLowerCase(),
    summary: SUMMARIES[key]?.summary ?? key,
    tags: [spec.who === 'anyone' ? 'anyone' : 'office'],
    ...(spec.who === 'anyone' ? {} : { 'x-roles': spec.who }),
    security: securityOf(spec),
    parameters: parametersOf(spec),
    ...(spec.body && Object.keys(spec.body).length > 0
      ? { requestBody: { required: true, content: json(objectSchema(spec.body)) } }
      : {}),
    responses: {
      '200': {
        description: 'Done, or the thing asked for.',
        ...(spec.method === 'post' ? { content: json(SUMMARIES[key]?.answer ?? OK) } : {}),
      },
      '4XX': { description: 'Refused, with a reason and nothing changed.', content: json(REFUSED) },
      '503': { description: 'The server cannot write now; ask again.', content: json(REFUSED) },
    },
  };
}

/** An OpenAPI 3.1 document of the declared routes, each in a turn of its own. */
export async function openApi(declared: readonly RouteSpec[], version: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const spec of declared) {
    await nextTurn();
    const path = spec.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [spec.method]: operation(spec) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Cerchi over HTTP',
      version,
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
      description:
        'Seats, accounts, opening gatherings and paths, photographs and exports. What people do in a gathering goes over the socket: see /api/asyncapi.json. Ask with `accept: application/json`. POST from a page of another origin is refused.',
    },
    paths,
    components: {
      securitySchemes: {
        cookie: { type: 'apiKey', in: 'cookie', name: 'cerchi', description: OFFICE },
        token: { type: 'http', scheme: 'bearer', description: TOKEN },
      },
      schemas: {
        Refused: {
          type: 'object',
          required: ['ok', 'refused'],
          properties: {
            ok: { const: false },
            refused: { enum: REFUSALS },
            detail: { type: 'object', additionalProperties: true },
          },
        },
      },
    },
  };
}
