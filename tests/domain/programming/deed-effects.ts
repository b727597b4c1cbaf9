/** Describes one deed on a furnished path: its fact, what it changes, what it replaces, and how it is refused. */
import { isDeepStrictEqual } from 'node:util';
import type { Fact, Lookup } from '@/domain/deed';
import { programming } from '@/domain/programming/catalogue';
import type { Path } from '@/domain/programming/state';
import { isRefusal, type Refusal } from '@/domain/refusal';
import { note, planner } from './opened';
import { furnished, type Asked, COMMAND, WAYS, type World, words } from './undo-ways';
import { id } from '../given';

const AT = Date.UTC(2014, 5, 1);
const look: Lookup = (ref) => (words[ref] === undefined ? null : { text: words[ref], withheld: false });
const withheld: Lookup = (ref) => (words[ref] === undefined ? null : { text: words[ref], withheld: true });
const silent: Lookup = () => null;

const decided = (
  state: Path,
  [type, ask]: Asked,
  lookup = look,
  at = AT,
  cmd = 'cmd-effect',
): Fact | Refusal =>
  programming.decide(state, { id: cmd, type, ask: JSON.parse(JSON.stringify(ask)) }, planner, at, lookup);
const codeOf = (answer: Fact | Refusal): Refusal | 'accepted' => (isRefusal(answer) ? answer : 'accepted');

const HIDDEN = new Set(['seq', 'chain', 'named']);
type Record_ = Record<string, unknown>;
const isRecord = (x: unknown): x is Record_ => typeof x === 'object' && x !== null && !Array.isArray(x);

/** The fields of `is` that differ, lists that only grew by their new entries; null for a thing that is gone. */
export function changed(was: unknown, is: unknown): unknown {
  if (is === undefined) return null;
  if (Array.isArray(was) && Array.isArray(is) && isDeepStrictEqual(is.slice(0, was.length), was))
    return { added: is.slice(was.length) };
  if (!isRecord(was) || !isRecord(is)) return is;
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return Object.fromEntries(
    keys.flatMap((key) =>
      HIDDEN.has(key) || isDeepStrictEqual(was[key], is[key]) ? [] : [[key, changed(was[key], is[key])]],
    ),
  );
}

/** Other states of the path in which the same is asked. */
const STANDINGS: Record<string, (path: Path) => void> = {
  removed: (path) => {
    const registers: unknown[] = Object.values(path);
    for (const thing of registers.filter(isRecord).flatMap((register) => Object.values(register)))
      if (isRecord(thing) && 'history' in thing) thing.removed = true;
  },
  closed: (path) => {
    for (const table of Object.values(path.tables)) table.closed = { at: 0, rationale: 'finito' };
  },
  merged: (path) => {
    const [first, ...others] = Object.keys(path.codes);
    for (const code of others) Object.assign(path.codes[code] ?? {}, { mergedInto: first });
  },
  empty: (path) => {
    for (const [key, register] of Object.entries(path))
      if (isRecord(register) && key !== 'about') Object.assign(path, { [key]: {} });
  },
};

/** Each string or list of the ask in turn replaced: by nothing, and where it names something, by what is not there. */
export function spoiled(ask: Record_): Record<string, Record_> {
  const found: Record<string, Record_> = {};
  for (const [field, value] of Object.entries(ask)) {
    const put = (as: string, by: unknown) => {
      found[`${field} ${as}`] = { ...ask, [field]: by };
    };
    if (typeof value === 'string') {
      put('empty', '');
      put('unknown', value.includes('/') ? note(9) : 'unknown-0001');
    } else if (Array.isArray(value)) {
      put('empty', []);
      put('twice', [...value, ...value]);
      put('unknown', ['unknown-0001']);
      for (const key of value.some(isRecord) ? Object.keys(value.find(isRecord) ?? {}) : [])
        put(
          `of unknown ${key}`,
          value.map((v) => (isRecord(v) ? { ...v, [key]: 'unknown-0001' } : v)),
        );
    } else if (value === null) put('unknown', 'unknown-0001');
    else if (typeof value === 'number') put('negative', -1);
  }
  return found;
}

/** Readable names for the ids of a furnished path: `t[0]` for its first table. */
function namesOf(w: World): Map<string, string> {
  const names = new Map<string, string>();
  for (const [key, value] of Object.entries(w))
    if (typeof value === 'string') names.set(value, `<${key}>`);
    else if (Array.isArray(value)) for (const [i, one] of value.entries()) names.set(one, `<${key}${i}>`);
  return names;
}

/** Ids of the run replaced by names, so that a description is the same in every run. */
export function named(value: unknown, names: Map<string, string>): unknown {
  const text = JSON.stringify(value).replace(/[A-Za-z]+-\d{6}\b/g, (found) => {
    const name = names.get(found) ?? `<new ${names.size}>`;
    names.set(found, name);
    return name;
  });
  return JSON.parse(text) as unknown;
}

/** One step and everything that follows from it; the path is changed by it. */
function step(path: Path, asked: Asked, cmd: string) {
  const [type, ask] = asked;
  const replaced = programming.replaced(path, type, ask);
  const before = structuredClone(path);
  const fact = decided(path, asked, look, AT, cmd);
  if (isRefusal(fact)) throw new Error(`${type} ${JSON.stringify(ask)}: ${JSON.stringify(fact)}`);
  const refused: Record_ = {};
  for (const [how, spoilt] of Object.entries(spoiled(ask)))
    refused[how] = codeOf(decided(path, [type, spoilt]));
  for (const [how, make] of Object.entries(STANDINGS)) {
    const other = structuredClone(path);
    make(other);
    refused[how] = codeOf(decided(other, asked));
  }
  Object.assign(refused, {
    withheld: codeOf(decided(path, asked, withheld)),
    silent: codeOf(decided(path, asked, silent)),
  });
  programming.apply(path, JSON.parse(JSON.stringify(fact)) as Fact);
  refused.twice = codeOf(decided(path, asked));
  const seen = (kind: 'staff' | 'public') => programming.seenBy({ kind }, path, fact);
  return {
    ask,
    fact: { type: fact.type, v: fact.v, by: fact.by, data: fact.data },
    changed: structuredClone(changed(before, path)),
    replaced,
    refused,
    staff: seen('staff') === fact ? 'all' : seen('staff'),
    public: seen('public') === fact ? 'all' : seen('public'),
  };
}

/** Deeds that have no way back, in a form that can be asked of a furnished path. */
const FORWARD: Record<string, (w: World) => Asked> = {
  addTable: () => [
    'addTable',
    { id: id('table'), name: 'Tavolo nuovo', rationale: 'serve', areas: ['anziani'] },
  ],
  'addTable existing': () => ['addTable', { id: id('table'), name: 'Tavolo di prima', existing: true }],
  renameTable: (w) => ['renameTable', { id: w.t[0], name: 'Ripartenze', rationale: 'la parola allontana' }],
  redefineTable: (w) => ['redefineTable', { id: w.t[0], object: 'riconoscere presto', rationale: 'è tardi' }],
  takeRequest: () => ['takeRequest', { id: id('request'), text: 'Quando?', from: 'allo sportello' }],
  'takeRequest from words': () => ['takeRequest', { id: id('request'), ref: note(4) }],
  answerRequest: (w) => ['answerRequest', { id: w.q, answer: 'quando', reason: 'lavori', when: 'ottobre' }],
  'answerRequest no': (w) => ['answerRequest', { id: w.q, answer: 'no', reason: 'non si può' }],
  codeWords: (w) => ['codeWords', { id: id('coding'), ref: note(5), start: 0, end: 6, codes: [w.c[1]] }],
  'codeWords with a new code': (w) => [
    'codeWords',
    {
      ...{ id: id('coding'), ref: note(3), start: 7, end: 12, quote: 'dette', codes: w.c, second: false },
      ...{ make: [{ id: id('code'), label: 'Dalle parole' }], memo: 'memo', star: true },
    },
  ],
  importProjects: (w) => [
    'importProjects',
    {
      rows: [
        {
          ...{ id: id('project'), code: 'P7', title: 'Sette', area: 'anziani', holder: 'Unione' },
          ...{ results: '', table: w.t[0], assessment: 'rivisitabile', assessmentReason: 'poco usato' },
          resources: [
            {
              ...{ id: id('resource'), kind: 'economica', description: '', cents: 100, hours: null },
              ...{ mobility: 'intoccabile', constraint: 'legge', constraintNote: '' },
            },
          ],
        },
      ],
    },
  ],
  importPaper: (w) => [
    'importPaper',
    {
      meeting: w.meeting,
      lines: [
        { id: id('paper'), text: 'Una riga', sector: w.s[0] },
        { id: id('paper'), text: 'Un’altra', kind: 'bisogno', strands: ['A'], where: 'foglio 1' },
      ],
    },
  ],
  clearQuotes: () => ['clearQuotes', { refs: [note(2), note(3)] }],
  'linkEvidence of some words': (w) => [
    'linkEvidence',
    {
      ...{ id: id('link'), what: 'proposal', target: w.p[0], ref: note(1), start: 7, end: 12 },
      ...{ relation: 'contrasta', note: 'detto due volte' },
    },
  ],
  'splitCode in two': (w) => [
    'splitCode',
    {
      id: w.c[1],
      parts: [
        { id: id('code'), label: 'Prima parte', codings: [w.k] },
        { id: id('code'), label: 'Seconda parte' },
      ],
    },
  ],
  'markReading second': () => [
    'markReading',
    { ref: note(5), state: 'da_rivedere', second: true, memo: 'da chiedere' },
  ],
  'publishThings of a request': (w) => [
    'publishThings',
    {
      ...{ id: id('step'), body: 'Comitato', date: '2014-12-02', licence: 'CC0-1.0' },
      things: [
        { what: 'request', id: w.q, text: 'Quando apre lo sportello?' },
        { what: 'goal', id: w.g },
        { what: 'meeting', id: w.meeting },
      ],
    },
  ],
  'assessProject confirmed': (w) => ['assessProject', { id: w.x[1], assessment: 'confermato', reason: '' }],
  'importRows of papers': (w) => [
    'importRows',
    {
      what: 'paper',
      rows: [
        {
          ...{ id: id('paper'), meeting: w.meeting, text: 'Una riga', kind: 'altro', sector: w.s[0] },
          ...{ strands: [], where: '' },
        },
      ],
    },
  ],
  'importRows of invitations': (w) => [
    'importRows',
    {
      what: 'invitation',
      rows: [
        {
          ...{ id: id('invite'), meeting: w.meeting, table: w.t[0], organization: w.o[0], profile: '' },
          ...{ reason: 'vede', status: 'invitato', newVoice: true },
        },
      ],
    },
  ],
  'importRows of codes': (w) => [
    'importRows',
    {
      what: 'code',
      rows: [
        {
          ...{ id: id('code'), label: 'Dal foglio', definition: 'def', family: 'Forme', parent: w.c[0] },
          ...{ area: null, status: 'emergente', colour: '', symbol: '', participatory: 'non_detto' },
        },
      ],
    },
  ],
  'importRows of projects': (w) => [
    'importRows',
    {
      what: 'project',
      rows: [
        {
          ...{
            id: id('project'),
            code: 'P8',
            title: 'Otto',
            area: null,
            holder: '',
            results: '',
            table: w.t[1],
          },
          ...{ assessment: 'non_valutato', assessmentReason: '' },
          resources: [
            {
              ...{ id: id('resource'), kind: 'umana', description: '', cents: null, hours: 2 },
              ...{ mobility: 'fluttuante', constraint: null, constraintNote: '' },
              ...{ source: 'non_detta', sourceNote: '' },
            },
          ],
        },
      ],
    },
  ],
};

/** Several things of a kind, chosen by this number, where each has links of its own. */
const TIMES: Record<string, number> = {
  removeThing: 10,
  mergeThings: 4,
  splitThing: 3,
  splitTable: 2,
  mergeTables: 2,
  foundOnWords: 2,
  publishThings: 2,
};

let shared: World | undefined;
/** Furnished once, because that takes longer than any deed; `own` for a deed that needs others done first. */
const world = (own = false): World => {
  if (own) return furnished();
  shared ??= furnished();
  return shared;
};

export const EFFECTS: Record<string, () => unknown> = {};
for (const [name, way] of Object.entries(WAYS))
  for (let n = 0; n < (TIMES[name] ?? 1); n++)
    EFFECTS[`${name} ${n}`] = () => {
      const w = world(name === 'withdrawThings');
      const names = namesOf(w);
      const { go, back } = way(w, n);
      const path = structuredClone(w.b.state);
      const there = step(path, go, 'cmd-there');
      const [type, ask] = back;
      return named(
        { there, back: step(path, [type, ask.id === COMMAND ? { id: 'cmd-there' } : ask], 'cmd-back') },
        names,
      );
    };
for (const [name, ask] of Object.entries(FORWARD))
  EFFECTS[name] = () => {
    const w = world();
    const names = namesOf(w);
    return named({ there: step(structuredClone(w.b.state), ask(w), 'cmd-there') }, names);
  };
