/** Describes the socket's messages, and every command and fact of both kinds of stream, as AsyncAPI 3.0. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as z from 'zod';
import type { AnyDeed } from '@/domain/deed';
import { gathering } from '@/domain/gathering/catalogue';
import { programming } from '@/domain/programming/catalogue';
import { REFUSALS } from '@/domain/refusal';
import { CommandMessage, Deflate, Hello, MESSAGE_MAX, PROTOCOL } from '@/protocol/wire';
import { inputSchema, type JsonSchema } from './json-schema';

const STREAMS = { gathering: gathering.deeds, path: programming.deeds } as const;
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** The parts of a deed that do not depend on the state it changes. */
type Described = Pick<
  AnyDeed<unknown>,
  'command' | 'fact' | 'v' | 'who' | 'byRoute' | 'commandSchema' | 'factSchema'
>;

/** `gathering.command.proposeTopic` and `gathering.fact.topicProposed`, for every deed of both kinds of stream. */
async function deedSchemas(): Promise<Record<string, JsonSchema>> {
  const schemas: Record<string, JsonSchema> = {};
  for (const [kind, deeds] of Object.entries(STREAMS))
    for (const deed of Object.values<Described>(deeds)) {
      await nextTurn();
      schemas[`${kind}.command.${deed.command}`] = {
        ...inputSchema(deed.commandSchema()),
        'x-roles': deed.who,
        'x-fact': `${kind}.fact.${deed.fact}`,
        ...(deed.byRoute ? { 'x-by-http-only': true } : {}),
      };
      schemas[`${kind}.fact.${deed.fact}`] = { ...inputSchema(deed.factSchema()), 'x-version': deed.v };
    }
  return schemas;
}

const Labels = z.record(z.string(), z.string().nullable());
const FACT: JsonSchema = {
  type: 'object',
  required: ['at', 'type', 'by', 'cmd', 'data'],
  properties: {
    at: { type: 'integer', description: 'server clock, epoch milliseconds' },
    type: { type: 'string', description: 'a fact of this kind of stream' },
    by: { type: ['string', 'null'], description: 'seat or account; null where a reader may not know' },
    cmd: { type: 'string', description: "the command's id" },
    v: { type: 'integer', default: 1 },
    origin: { type: 'string', default: 'telefono' },
    data: { description: 'the shape <kind>.fact.<type>' },
  },
};

/** The messages in plain JSON Schema: sent by the `server`, or by the `client`. */
const messages = (): Record<string, JsonSchema> => ({
  Hello: inputSchema(Hello),
  CommandMessage: inputSchema(CommandMessage),
  Deflate: inputSchema(Deflate),
  Leave: { type: 'string', description: 'the code of the stream' },
  Fact: FACT,
  Refused: {
    type: 'object',
    required: ['ok', 'refused'],
    properties: { ok: { const: false }, refused: { enum: REFUSALS }, detail: { type: 'object' } },
  },
  Answer: {
    oneOf: [
      {
        type: 'object',
        required: ['ok', 'seq'],
        properties: { ok: { const: true }, seq: { type: 'integer' }, fact: ref('Fact') },
      },
      ref('Refused'),
    ],
  },
  Welcome: {
    type: 'object',
    required: ['ok', 'protocol', 'stream', 'kind', 'seq', 'you', 'now', 'people'],
    properties: {
      ok: { const: true },
      protocol: { const: PROTOCOL },
      stream: { type: 'string' },
      kind: { enum: ['gathering', 'path'] },
      seq: { type: 'integer' },
      now: { type: 'integer' },
      you: { type: 'object' },
      facts: { type: 'array', items: ref('Fact') },
      state: { type: 'object' },
      snapshot: {
        type: 'object',
        properties: { url: { type: 'string' }, after: { type: 'array', items: ref('Fact') } },
      },
      mine: { type: ['object', 'null'] },
      people: {
        type: 'object',
        properties: { rev: { type: 'integer' }, labels: inputSchema(Labels) },
      },
      parted: { const: true },
      missing: { type: 'array', items: { type: 'string' } },
      returning: { type: 'string' },
    },
  },
  Frame: {
    type: 'object',
    required: ['stream', 'from', 'facts'],
    properties: {
      stream: { type: 'string' },
      from: { type: 'integer' },
      facts: { type: 'array', items: ref('Fact') },
      people: { type: 'object' },
    },
  },
  Own: {
    type: 'object',
    properties: { stream: { type: 'string' }, facts: { type: 'array', items: ref('Fact') } },
  },
  Again: {
    type: 'object',
    properties: {
      stream: { type: 'string' },
      why: { enum: ['woken', 'erased', 'signed_out', 'gone'] },
    },
  },
});

type MessageRow = { name: string; payload: string; reply?: string; summary: string };
const CLIENT_SAYS: readonly MessageRow[] = [
  { name: 'hello', payload: 'Hello', reply: 'Welcome', summary: 'Follow a stream, after every connect' },
  { name: 'command', payload: 'CommandMessage', reply: 'Answer', summary: 'Ask for one deed' },
  { name: 'deflate', payload: 'Deflate', summary: 'Take frames deflated, after a welcome' },
  { name: 'leave', payload: 'Leave', summary: 'Stop following a stream' },
];
const SERVER_SAYS: readonly MessageRow[] = [
  { name: 'frame', payload: 'Frame', summary: 'Facts, the same text for everybody of one audience' },
  { name: 'own', payload: 'Own', summary: "Facts of one's own seat made on another device" },
  { name: 'again', payload: 'Again', summary: 'Say hello again' },
];

/** An AsyncAPI 3.0 document of the wire, made in some hundred turns. */
export async function asyncApi(version: string) {
  const said = [...CLIENT_SAYS, ...SERVER_SAYS];
  const reference = (s: MessageRow) => ({ $ref: `#/channels/filo/messages/${s.name}` });
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Cerchi over Socket.IO',
      version,
      license: { name: 'AGPL-3.0-or-later' },
      description: `Socket.IO 4 at path /filo, protocol ${PROTOCOL}. A message is at most ${MESSAGE_MAX} bytes. The ask of a command has the shape <kind>.command.<type>.`,
    },
    channels: {
      filo: {
        address: '/filo',
        messages: Object.fromEntries(
          said.map((s) => [s.name, { name: s.name, summary: s.summary, payload: ref(s.payload) }]),
        ),
      },
    },
    operations: Object.fromEntries([
      ...CLIENT_SAYS.map((s) => [
        s.name,
        {
          action: 'receive',
          channel: { $ref: '#/channels/filo' },
          messages: [reference(s)],
          ...(s.reply ? { 'x-acknowledged-with': ref(s.reply) } : {}),
        },
      ]),
      ...SERVER_SAYS.map((s) => [
        s.name,
        { action: 'send', channel: { $ref: '#/channels/filo' }, messages: [reference(s)] },
      ]),
    ]),
    components: { schemas: { ...messages(), ...(await deedSchemas()) } },
  };
}
