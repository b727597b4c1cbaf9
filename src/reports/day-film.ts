/** A replay of the day: a hundred frames of board and circles made from the public log, without names. */
import type { Fact } from '@/domain/deed';
import { gathering } from '@/domain/gathering/catalogue';
import { topicsInOrder } from '@/domain/gathering/topic-queries';
import type { Gathering } from '@/domain/gathering/state';
import type { Phase } from '@/domain/gathering/state/phase';

export const PICTURES = 120;
/** Longest pause: nights and lunches are shortened to it. */
const LONGEST_PAUSE_MS = 4 * 60_000;

/** Facts that move something on the wall; the rest of the log is for reading. */
const SHOWN = new Set([
  'seatTaken',
  'topicProposed',
  'topicWithdrawn',
  'topicRestored',
  'topicsMerged',
  'mergeUndone',
  'topicPlaced',
  'sessionMoved',
  'sessionCancelled',
  'swapDone',
  'sessionStarted',
  'sessionEnded',
  'sessionResumed',
  'moved',
  'noteWritten',
  'phaseChanged',
]);

export type FilmCircle = { session: string; topic: number; space: string; present: number; running: boolean };
export type FilmPicture = {
  at: number;
  phase: Phase;
  people: number;
  roaming: number;
  notes: number;
  /** Numbers of the topics on the board, in order of posting. */
  board: number[];
  circles: FilmCircle[];
};
export type Film = {
  timezone: string;
  topics: { n: number; title: string }[];
  spaces: { id: string; name: string }[];
  pictures: FilmPicture[];
};

/** `facts`: each as the public may see it now. The same facts always make the same replay. */
export function filmOf(facts: readonly Fact[], pictures = PICTURES): Film {
  const shown = facts.filter((f) => SHOWN.has(f.type));
  const times = timesOf(shown);
  const length = times.at(-1) ?? 0;
  const state = gathering.empty();
  const made: FilmPicture[] = [];
  let next = 0;
  let told = 0;
  for (let i = 0; shown.length > 0 && i < pictures; i++) {
    const until = pictures < 2 ? length : (length * i) / (pictures - 1);
    while (told < times.length && (times[told] as number) <= until) told += 1;
    const last = shown[Math.max(0, told - 1)] as Fact;
    for (; next < facts.length && (facts[next] as Fact).seq <= last.seq; next++)
      gathering.apply(state, copy(facts[next] as Fact));
    made.push(pictureOf(state, last.at));
  }
  for (; next < facts.length; next++) gathering.apply(state, copy(facts[next] as Fact));
  return {
    timezone: state.timezone,
    topics: topicsInOrder(state).map((t) => ({ n: t.n, title: t.hidden ? '' : t.title })),
    spaces: state.spaces.map((s) => ({ id: s.id, name: s.name })),
    pictures: made,
  };
}

/** The time of each fact in the replay: its own time, with long pauses shortened. */
function timesOf(facts: readonly Fact[]): number[] {
  let sum = 0;
  return facts.map((f, i) => {
    const gap = f.at - (facts[i - 1]?.at ?? f.at);
    sum += Math.min(Math.max(0, gap), LONGEST_PAUSE_MS);
    return sum;
  });
}

const pictureOf = (state: Gathering, at: number): FilmPicture => ({
  at,
  phase: state.phase,
  people: state.people,
  roaming: state.roaming,
  notes: Object.values(state.notes).filter((n) => !n.withdrawn).length,
  board: topicsInOrder(state)
    .filter((t) => t.standing === 'open')
    .map((t) => t.n),
  circles: Object.values(state.sessions)
    .filter((s) => s.state === 'running' || s.present > 0)
    .map((s) => ({
      session: s.id,
      topic: state.topics[s.topic]?.n ?? 0,
      space: s.space,
      present: s.present,
      running: s.state === 'running',
    })),
});

const copy = <T>(x: T): T => JSON.parse(JSON.stringify(x)) as T;
