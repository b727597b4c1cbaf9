import { publishables } from '@/domain/programming/public-words';
import { MEASURE_KINDS } from '@/domain/programming/measures';
import type { Path } from '@/domain/programming/state';
import { isRefusal } from '@/domain/refusal';
import { id } from '../given';
import { note, opened, planner } from './opened';

export type Bench = ReturnType<typeof opened>;
export const words = Object.fromEntries(
  [1, 2, 3, 4, 5, 6].map((n) => [note(n), `Parole dette numero ${n}.`]),
);

/** The visible part of a path: existing things, without their history. */
export function seen(path: Path): unknown {
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return value;
    const { history: _, removed: __, ...rest } = value as Record<string, unknown>;
    const kept = Object.entries(rest).filter(
      ([, v]) => !(typeof v === 'object' && v && (v as { removed?: boolean }).removed),
    );
    return Object.fromEntries(kept.map(([k, v]) => [k, plain(v)]));
  };
  const {
    seq: _,
    chain: __,
    named: ___,
    publications: ____,
    reshapes: _____,
    imports: ______,
    ...rest
  } = path;
  return plain(rest);
}

/** A path with some of everything, much of it referring to the same things. */
export function furnished() {
  const b = opened(words);
  const t = ['Poveri', 'Anziani', 'Giovani'].map((name) =>
    b.add('addTable', { name, lead: name, areas: ['anziani'] }),
  );
  const o = ['Emporio', 'Caritas', 'Coop'].map((name) =>
    b.add('addOrganization', { name, sector: 'volontariato' }),
  );
  const s = ['Scuole', 'Orti'].map((label, n) => b.add('addSector', { label, order: 20 + n }));
  const n = ['Scivolare', 'Curare', 'Muoversi'].map((title, i) => b.add('addNeed', { title, table: t[i] }));
  /** Somebody else's, unrelated to the rest. */
  const own = b.add('addNeed', { title: 'Di un’altra persona' });
  const p = ['Sera', 'Antenne'].map((title, i) => b.add('addProposal', { title, table: t[i], needs: n }));
  const x = ['P1', 'P2'].map((code, i) => b.add('addProject', { code, title: code, table: t[i] }));
  const r = b.add('addResource', { project: x[0], cents: 100 });
  const g = b.add('addGoal', { code: 'O1', statement: 'Otto uscite', table: t[0], needs: n, proposals: p });
  const v = b.add('addMeasure', { goal: g, kind: 'partenza', date: '2014-09-15', value: 0 });
  const h = b.add('addSheet', { title: 'Scheda', table: t[0], goals: [g] });
  const m = [
    b.add('addMember', { table: t[0], organization: o[0], role: 'coordina' }),
    b.add('addMember', { table: t[1], organization: o[0], role: 'partecipa' }),
    b.add('addMember', { table: t[1], organization: o[1], role: 'invitato' }),
  ];
  const i = b.add('addInvitation', { table: t[0], organization: o[0], reason: 'Sa chi non chiede' });
  const e = b.add('addExperience', { title: 'Romagna 2020', table: t[1] });
  const meeting = b.add('addMeeting', { title: 'Ascolto', sectors: [s[0], s[1]] });
  const child = b.add('addSector', { label: 'Medie', parent: s[0] });
  b.add('linkEvidence', { what: 'table', target: t[0], ref: note(1) });
  const f = b.add('linkEvidence', { what: 'need', target: n[0], ref: note(2) });
  b.add('linkEvidence', { what: 'need', target: n[1], ref: note(2) });
  const c = ['Vergogna', 'Tempo'].map((label) => b.add('makeCode', { label }));
  const k = b.add('codeWords', { ref: note(3), start: 0, end: 6, codes: c });
  b.done(planner, 'importPaper', { meeting, lines: [{ id: 'carta-0001', text: 'Una riga' }] });
  const q = b.add('takeRequest', { text: 'Quando apre?' });
  b.done(planner, 'giveOutcome', { id: p[0], outcome: 'accolta', reason: 'da ottobre' });
  b.done(planner, 'assessProject', { id: x[0], assessment: 'rivisitabile', reason: 'da rivedere' });
  return { b, t, o, s, n, own, p, x, r, g, v, h, m, i, e, meeting, child, f, c, k, q };
}
/** Stands for the id of the command that did it. */
export const COMMAND = 'its-own-command';
export type World = ReturnType<typeof furnished>;
export type Asked = [type: string, ask: Record<string, unknown>];
const at = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;

/** Each deed with its undo. `n` chooses among several of a kind. */
export const WAYS: Record<string, (w: World, n: number) => { go: Asked; back: Asked }> = {
  ...Object.fromEntries(
    (
      [
        ['phase', 'addPhase', { label: 'Fase' }],
        ['sector', 'addSector', { label: 'Teatri' }],
        ['meeting', 'addMeeting', { title: 'Un altro' }],
        ['organization', 'addOrganization', { name: 'Un altro' }],
        ['invitation', 'addInvitation', { profile: 'Edicole', reason: 'Vedono tutti' }],
        ['experience', 'addExperience', { title: 'Altrove' }],
        ['code', 'makeCode', { label: 'Nuova voce' }],
        ['need', 'addNeed', { title: 'Un bisogno' }],
        ['proposal', 'addProposal', { title: 'Una proposta' }],
        ['project', 'addProject', { code: 'P9', title: 'Nove' }],
        ['resource', 'addResource', { cents: 5 }],
        ['goal', 'addGoal', { code: 'O9', statement: 'Nove' }],
        ['sheet', 'addSheet', { title: 'Una scheda' }],
      ] as const
    ).map(([what, deed, asked]) => [
      deed,
      () => {
        const thing = id(what);
        return { go: [deed, { id: thing, ...asked }], back: ['removeThing', { what, id: thing }] };
      },
    ]),
  ),
  addMember: (w, n) => {
    const member = id('member');
    return {
      go: ['addMember', { id: member, table: at(w.t, n), label: 'Chi passa' }],
      back: ['removeThing', { what: 'member', id: member }],
    };
  },
  addMeasure: (w, n) => {
    const measure = id('measure');
    const kind = at(MEASURE_KINDS, n);
    return {
      go: ['addMeasure', { id: measure, goal: w.g, kind, date: '2015-03-01', value: n }],
      back: ['removeThing', { what: 'measure', id: measure }],
    };
  },
  linkEvidence: (w, n) => {
    const link = id('link');
    return {
      go: ['linkEvidence', { id: link, what: 'goal', target: w.g, ref: note(1 + (n % 6)) }],
      back: ['removeThing', { what: 'evidence', id: link }],
    };
  },
  removeThing: (w, n) => {
    const [what, thing] = at(
      [
        ['invitation', w.i],
        ['experience', w.e],
        ['sheet', w.h],
        ['measure', w.v],
        ['resource', w.r],
        ['evidence', w.f],
        ['member', at(w.m, n)],
        ['coding', w.k],
        ['paper', 'carta-0001'],
        ['sector', w.child],
      ] as const,
      n,
    );
    return { go: ['removeThing', { what, id: thing }], back: ['restoreThing', { what, id: thing }] };
  },
  ...Object.fromEntries(
    (
      [
        ['reviseNeed', (w: World, n: number) => at(w.n, n), 'needs', { title: 'Altro', areas: ['anziani'] }],
        ['reviseProposal', (w: World, n: number) => at(w.p, n), 'proposals', { title: 'Altro', needs: [] }],
        ['reviseGoal', (w: World) => w.g, 'goals', { statement: 'Altro', proposals: [] }],
        [
          'reviseSheet',
          (w: World) => w.h,
          'sheets',
          { title: 'Altro', parts: [{ heading: 'A', text: 'B' }] },
        ],
        ['reviseProject', (w: World, n: number) => at(w.x, n), 'projects', { title: 'Altro', table: null }],
        ['reviseResource', (w: World) => w.r, 'resources', { cents: 7 }],
        [
          'reviseOrganization',
          (w: World, n: number) => at(w.o, n),
          'organizations',
          { name: 'Altro', sector: null },
        ],
        ['reviseInvitation', (w: World) => w.i, 'invitations', { status: 'accettato' }],
        ['reviseExperience', (w: World) => w.e, 'experiences', { taken: 'Altro' }],
        ['reviseSector', (w: World, n: number) => at(w.s, n), 'sectors', { label: 'Altro' }],
        ['revisePhase', () => 'fase-gennaio', 'phases', { label: 'Altro' }],
        ['reviseMeeting', (w: World) => w.meeting, 'meetings', { title: 'Altro', sectors: [] }],
        ['reviseMeasure', (w: World) => w.v, 'measures', { value: 2.5, kind: 'arrivo', date: '2015-12-31' }],
        ['reviseMember', (w: World, n: number) => at(w.m, n), 'members', { why: 'Altro' }],
        ['reviseCode', (w: World, n: number) => at(w.c, n), 'codes', { definition: 'Altro', symbol: '☘' }],
        ['reviseCoding', (w: World) => w.k, 'codings', { star: true, memo: 'Altro' }],
        ['reviseEvidence', (w: World) => w.f, 'evidence', { relation: 'contrasta' }],
        ['revisePaper', () => 'carta-0001', 'papers', { where: 'cartellone 3' }],
        ['reviseTable', (w: World, n: number) => at(w.t, n), 'tables', { lead: 'Altro', status: 'avviato' }],
      ] as const
    ).map(([deed, which, register, patch]) => [
      deed,
      (w: World, n: number) => {
        const thing = which(w, n);
        const now = (w.b.state[register] as Record<string, Record<string, unknown>>)[thing];
        const before = Object.fromEntries(Object.keys(patch).map((k) => [k, structuredClone(now?.[k])]));
        return { go: [deed, { id: thing, ...patch }], back: [deed, { id: thing, ...before }] };
      },
    ]),
  ),
  revisePath: (w) => ({
    go: ['revisePath', { id: 'path-carpi', title: 'Altro' }],
    back: ['revisePath', { id: 'path-carpi', title: w.b.state.about?.title }],
  }),
  setPredecessors: (w) => ({
    go: ['setPredecessors', { id: w.t[0], predecessors: [w.t[1]], rationale: 'x' }],
    back: ['setPredecessors', { id: w.t[0], predecessors: [], rationale: '' }],
  }),
  giveOutcome: (w, n) => {
    const p = at(w.p, n);
    const { outcome, outcomeReason: reason } = w.b.state.proposals[p] ?? {};
    return {
      go: ['giveOutcome', { id: p, outcome: 'non_accolta', reason: 'ripensato' }],
      back: ['giveOutcome', { id: p, outcome, reason }],
    };
  },
  assessProject: (w, n) => {
    const x = at(w.x, n);
    const { assessment, assessmentReason: reason } = w.b.state.projects[x] ?? {};
    return {
      go: ['assessProject', { id: x, assessment: 'scarsa_utilita', reason: 'nessuno lo legge' }],
      back: ['assessProject', { id: x, assessment, reason }],
    };
  },
  mergeTables: (w, n) => {
    const table = id('table');
    const from = n % 2 ? w.t : w.t.slice(0, 2);
    return {
      go: ['mergeTables', { id: table, name: 'Insieme', object: '', from, rationale: 'x' }],
      back: ['undoReshape', { what: 'table', id: table }],
    };
  },
  splitTable: (w, n) => {
    const takes =
      n % 2
        ? [
            { register: 'member', id: w.m[0] },
            { register: 'need', id: w.n[0] },
          ]
        : [];
    const into = [
      { id: id('part'), name: 'Una', object: '' },
      { id: id('part'), name: 'Altra', object: '', takes },
    ];
    return {
      go: ['splitTable', { id: w.t[0], into, rationale: 'x' }],
      back: ['undoReshape', { what: 'table', id: w.t[0] }],
    };
  },
  closeTable: (w, n) => ({
    go: ['closeTable', { id: at(w.t, n), rationale: 'finito' }],
    back: ['reopenTable', { id: at(w.t, n), rationale: 'no' }],
  }),
  mergeCode: (w) => ({
    go: ['mergeCode', { id: w.c[0], into: w.c[1] }],
    back: ['unmergeCode', { id: w.c[0] }],
  }),
  splitCode: (w) => ({
    go: ['splitCode', { id: w.c[0], parts: [{ id: id('code'), label: 'Parte', codings: [w.k] }] }],
    back: ['undoReshape', { what: 'code', id: w.c[0] }],
  }),
  mergeThings: (w, n) => {
    const [what, [into, ...from]] = at(
      [
        ['need', w.n],
        ['sector', w.s],
        ['organization', w.o],
        ['sector', [w.child, w.s[0]]],
      ] as [string, string[]][],
      n,
    );
    return {
      go: ['mergeThings', { what, into, from, rationale: '' }],
      back: ['undoReshape', { what, id: into }],
    };
  },
  splitThing: (w, n) => {
    const [what, one, register, takes] = at(
      [
        ['need', w.n[0], 'proposal', [w.p[0]]],
        ['sector', w.s[0], 'meeting', [w.meeting]],
        ['organization', w.o[0], 'member', [w.m[0]]],
      ] as const,
      n,
    );
    const part = { id: id('part'), name: 'Parte', takes: takes.map((x) => ({ register, id: x })) };
    return { go: ['splitThing', { what, id: one, parts: [part] }], back: ['undoReshape', { what, id: one }] };
  },
  publishThings: (w, n) => {
    const step = id('step');
    const things = n % 2 ? publishables(w.b.state) : [{ what: 'proposal', id: at(w.p, n) }];
    return {
      go: ['publishThings', { id: step, things, body: 'Comitato', date: '2014-12-02' }],
      back: ['revertPublication', { id: step }],
    };
  },
  withdrawThings: (w) => {
    const things = [{ what: 'table', id: w.t[2] }];
    w.b.done(planner, 'publishThings', { id: id('step'), things, body: 'Comitato', date: '2014-12-01' });
    const step = id('step');
    return {
      go: ['withdrawThings', { id: step, things, reason: 'x' }],
      back: ['revertPublication', { id: step }],
    };
  },
  foundOnWords: (_w, n) => {
    const thing = id('founded');
    const links = [1, 2].map((k) => ({ id: id('link'), ref: note(k), start: 0, end: 6 }));
    const what = n % 2 ? 'need' : 'proposal';
    return {
      go: ['foundOnWords', { id: thing, what, title: 'Dalle parole', links }],
      back: ['undoImport', { id: thing }],
    };
  },
  importRows: () => {
    const rows = [{ id: id('org'), name: 'Dal foglio', sector: null, municipality: '' }].map((r) => ({
      ...r,
      ...{ alreadyInvolved: false, institutionalRole: '' },
    }));
    return { go: ['importRows', { what: 'organization', rows }], back: ['undoImport', { id: COMMAND }] };
  },
  setAside: () => ({
    go: ['setAside', { ref: note(4), reason: 'già nel piano' }],
    back: ['takeBack', { ref: note(4) }],
  }),
  markReading: () => ({
    go: ['markReading', { ref: note(5), state: 'letto' }],
    back: ['markReading', { ref: note(5), state: 'non_letto' }],
  }),
  classifyTopic: () => ({
    go: ['classifyTopic', { ref: 'ost-carpi/topic/tema-1', strands: ['A'] }],
    back: ['classifyTopic', { ref: 'ost-carpi/topic/tema-1', strands: [] }],
  }),
  hintProject: (w) => {
    const hint = id('hint');
    return {
      go: ['hintProject', { id: hint, project: w.x[0], judgement: 'confermato', reason: 'serve' }],
      back: ['dropHint', { id: hint }],
    };
  },
};

/** Somebody else's deeds meanwhile, on things of their own. */
export const ELSEWHERE: ((w: World) => Asked)[] = [
  () => ['addNeed', { id: id('need'), title: 'Di un’altra persona' }],
  () => ['addTable', { id: id('table'), name: 'Di un’altra persona' }],
  () => ['addProposal', { id: id('proposal'), title: 'Di un’altra persona' }],
  () => ['takeRequest', { id: id('request'), text: 'Di un’altra persona' }],
  () => ['addGoal', { id: id('goal'), code: id('O'), statement: 'Di un’altra persona' }],
  () => ['markReading', { ref: note(6), state: 'da_rivedere', memo: id('memo') }],
  () => ['makeCode', { id: id('code'), label: id('Voce') }],
  (w) => ['reviseNeed', { id: w.own, hardship: id('solitudine') }],
  (w) => ['linkEvidence', { id: id('link'), what: 'project', target: w.x[1], ref: note(6) }],
  (w) => ['answerRequest', { id: w.q, answer: 'si', reason: id('perché') }],
];

/** The number of its fact. */
export const does = (b: Bench, [type, ask]: Asked): number => {
  const answer = b.ask(planner, type, JSON.parse(JSON.stringify(ask)));
  if (isRefusal(answer))
    throw new Error(`${type} ${JSON.stringify(ask)}: ${answer.refused} ${JSON.stringify(answer.detail)}`);
  return answer.seq;
};
