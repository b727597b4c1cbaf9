/** Planners' waiting times over a year of gatherings: opening the queue, a filter, a cross-tab; and their growth. */
import { isRefusal } from '@/domain/refusal';
import type { Actor, StreamState } from '@/domain/deed';
import { gathering } from '@/domain/gathering/catalogue';
import type { Gathering } from '@/domain/gathering/state';
import { alongPath } from '@/domain/programming/path-texts';
import { codedSources, counts, crossTab } from '@/domain/programming/analysis';
import { programming } from '@/domain/programming/catalogue';
import { founding } from '@/domain/programming/founding-document';
import { lookIn } from '@/domain/programming/reference-lookup';
import { reads, sift } from '@/domain/programming/reading-queue';
import { type Said, saidOnPaper } from '@/domain/programming/source-text';
import type { Path } from '@/domain/programming/state';
import { type Group, median } from '../figure';
import { type Asked, ground, phone, traffic } from '../ground';

const PEOPLE = 60;
const FACTS = 1500;
const CODES = 40;
const planner: Actor = { id: 'ufficio', role: 'planner', seat: null };

/** Decides and applies, without a stream: a log is built in memory. */
function writer(
  catalogue: typeof gathering | typeof programming,
  look?: (ref: string) => ReturnType<typeof lookIn>,
) {
  const c = catalogue as unknown as {
    empty(): StreamState;
    decide(...a: unknown[]): { type: string } & object;
    apply(s: StreamState, f: unknown): void;
  };
  const state = c.empty();
  let at = Date.UTC(2014, 4, 17, 7);
  const write = ({ type, ask }: Asked, actor: Actor): void => {
    const draft = c.decide(state, { id: `cmd-${state.seq + 1}00000`, type, ask }, actor, at++, look);
    if (isRefusal(draft)) throw new Error(`${type}: ${JSON.stringify(draft)}`);
    c.apply(state, { ...draft, seq: state.seq + 1 });
  };
  return { state, write };
}

async function held(n: number): Promise<Gathering> {
  const { state, write } = writer(gathering);
  const submit = async (asked: Asked, actor: Actor) => {
    write(asked, actor);
    return { ok: true };
  };
  await ground(submit, `gathering-${n}`, PEOPLE);
  for (let i = 0; state.seq < FACTS; i++) {
    const { asked, by } = traffic(i, PEOPLE);
    write(asked, phone(by));
  }
  return state as Gathering;
}

/** A path of so many gatherings, a third of whose notes have been coded. */
function along(gatherings: readonly Gathering[]): Path {
  const byId = new Map(gatherings.map((g) => [g.id, g]));
  const look = (ref: string) => {
    const g = byId.get(ref.split('/', 1)[0] ?? '');
    return g ? lookIn(g, ref) : null;
  };
  const { state, write } = writer(programming, look);
  const path = state as Path;
  const plan = (type: string, ask: object) => write({ type, ask }, planner);
  plan('openPath', { path: 'percorso-lungo', code: 'LUNGO', ...founding });
  for (const g of gatherings)
    plan('addMeeting', { id: `incontro-${g.id}`, title: g.title, phase: 'fase-maggio', gathering: g.id });
  for (let i = 0; i < CODES; i++) plan('makeCode', { id: `voce-${i}-00`, label: `Voce ${i}` });
  for (const g of gatherings)
    Object.keys(g.notes).forEach((id, i) => {
      const codes = [`voce-${i % CODES}-00`, `voce-${(i * 7) % CODES}-00`];
      if (i % 3 === 0)
        plan('codeWords', { id: `c-${g.id}-${i}`, ref: `${g.id}/note/${id}`, start: 0, end: 20, codes });
    });
  return path;
}

type Times = { open: number; filter: number; cross: number; all: number; sources: number };
function measure(path: Path, gatherings: readonly Gathering[], times: number): Times {
  const clocks: Record<'open' | 'filter' | 'cross', number[]> = { open: [], filter: [], cross: [] };
  const timed = <T>(key: keyof typeof clocks, run: () => T): T => {
    const began = performance.now();
    const made = run();
    clocks[key].push(performance.now() - began);
    return made;
  };
  let said: Said[] = [];
  for (let i = 0; i < times; i++) {
    // The server's data, sent through the wire, and the first page of the queue drawn from it.
    timed('open', () => {
      const sent = JSON.parse(JSON.stringify(alongPath(path, gatherings))) as { said: Said[] };
      said = [...sent.said, ...saidOnPaper(path)];
      return sift(path, said, reads(path), {});
    });
    timed('filter', () =>
      sift(path, said, reads(path), { words: 'perche tradirlo', code: '-', strand: '-' }),
    );
    timed('cross', () => {
      const coded = codedSources(path, said);
      return [counts(coded), crossTab(coded, 'sector')];
    });
  }
  const [open, filter, cross] = [clocks.open, clocks.filter, clocks.cross].map(median) as [
    number,
    number,
    number,
  ];
  return { open, filter, cross, all: open + filter + cross, sources: said.length };
}

const LARGE = 20;
const SMALL = 2;
export const analysis: Group = {
  rows: [
    {
      key: 'analysis_growth',
      what: 'opening the queue, a filter and a cross-tab over 20 gatherings and 30,000 facts',
      against: 'ten times the same over 2 gatherings and 3,000 facts',
      target: { at: 'most', value: 1.25 },
    },
  ],
  async run(quick) {
    const gatherings = await Promise.all(Array.from({ length: LARGE }, (_, n) => held(n)));
    const few = gatherings.slice(0, SMALL);
    const [long, short] = [along(gatherings), along(few)];
    const rounds = quick ? 5 : 15;
    measure(short, few, 3);
    const small = measure(short, few, rounds);
    const large = measure(long, gatherings, rounds);
    const { open, filter, cross, sources } = large;
    return {
      analysis_growth: {
        ratio: large.all / (small.all * (LARGE / SMALL)),
        ours: large.all,
        baseline: small.all * (LARGE / SMALL),
        unit: 'ms',
        more: { open, filter, cross, sources },
      },
    };
  },
};
