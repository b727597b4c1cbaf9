/**
 * The sync machine's data: the device's standing towards its stream, the events that move it, the effects it asks for.
 */
import type { Catalogue } from '@/domain/catalogue';
import type { Actor, Command, Fact, Lookup, StreamState } from '@/domain/deed';
import type { Refusal } from '@/domain/refusal';
import type { Base } from '@/domain/revision';
import type { Answer, Frame, Hello, Labels, Refused, Welcome, You } from '@/protocol/wire';

/**
 * A command that the stream has not yet returned to everyone. `at` is server time in epoch milliseconds; `seq` is the
 * fact's number once the stream has answered; `again` is since when it is resubmitted, because the log lost it.
 */
export type Pending = { command: Command; at: number; seq: number | null; again?: number };
/** A final refusal that the person has not yet settled: with the whole command, so that no word of it is lost. */
export type RefusedCommand = {
  id: string;
  command: string;
  refusal: Refusal;
  ask: unknown;
  base?: Base;
  for?: string;
};
export type Link = 'opening' | 'live' | 'offline';

/** As many answered commands of one person are kept as they write in a long day. */
export const ANSWERED_KEPT = 200;
/** They are kept for as long as Safari keeps anything, in milliseconds. */
export const ANSWERED_FOR = 7 * 86_400_000;

/**
 * The device's standing towards its stream.
 * - `opening`: this page has not yet had a link.
 * - `offline`: the link is down.
 * - `catchingUp`: hello was sent; the welcome brings what is missing.
 * - `diverged`: the same, but the log is another one than this device held: the welcome also says which of our commands it lacks.
 * - `live`: frames are folded as they come, commands are sent.
 * - `shut`: the stream refused this device for good, until the page is renewed.
 *
 * `early` holds frames that arrived before what they follow: a welcome, or the answer to a command they contain.
 */
export type Standing =
  | { at: 'opening' | 'offline' | 'shut' }
  | {
      at: 'catchingUp' | 'diverged';
      /** Only the welcome with this number counts: one for an older hello is stale. */
      attempt: number;
      /** True if this hello asked about every answered command that the device keeps. */
      asksAll: boolean;
      /** The link as screens show it meanwhile: catching up on a live link is not worth showing. */
      link: Link;
      early: readonly Frame[];
    }
  | { at: 'live'; early: readonly Frame[] };

/**
 * The state of a command that was sent: `flying` until it is answered, or the temporary refusal of a resubmitted one.
 */
export type Try = 'flying' | Refusal;

export type SyncState<S> = {
  standing: Standing;
  /** Number of hellos so far. */
  attempts: number;
  /** Says if every command that was answered is known to be on the stream's log. */
  proof: 'proven' | 'unproven' | 'diverged';
  /** The state folded from facts that the stream has sent. */
  confirmed: S;
  /** False until a state has come from the stream or from this device. */
  ready: boolean;
  you: You | null;
  people: Labels;
  peopleRev: number;
  /** The server's clock minus the device's, in milliseconds. */
  skew: number;
  /** Server time of the last message from the stream, epoch milliseconds. */
  heardAt: number;
  outbox: readonly Pending[];
  /** By command id. */
  tries: Readonly<Record<string, Try>>;
  /** Answered commands of this person, oldest first: a stream restored from an older copy may lack them. */
  answered: readonly Pending[];
  /** Own facts in full that wait for their place in the frames, by number. */
  own: Readonly<Record<number, Fact>>;
  /** Numbers of own facts that were folded in their redacted, public form. */
  redactedOwn: readonly number[];
  /** The running timer for resubmitted commands. */
  retry: 'idle' | 'soon' | 'later';
  /** Device time of the last save of `confirmed`, epoch milliseconds. */
  savedAt: number;
  /** Refusals not yet settled, newest last; they stay on the device too. */
  told: readonly RefusedCommand[];
  /** The server asks to wait a moment: what is written stays in the outbox. Null once it answers. */
  patience: Refusal | null;
  shut: Refusal | null;
  /** False when the device's storage is full: what is written lives in this page's memory only. */
  keeping: boolean;
};

/** One person's commands on the device. */
export type PersistedCommands = {
  unsent: readonly Pending[];
  answered: readonly Pending[];
  refused: readonly RefusedCommand[];
};
/** The last state that was saved on the device. */
export type Last<S> = { confirmed: S; people: Labels; you: You | null; heardAt: number; rev: number };

/** `hello`: say hello again; `send`: send what waits; `save`: save the state; `retry`: offer put-off commands again. */
export type Tick =
  | { tick: 'hello'; attempt: number }
  | { tick: 'send' }
  | { tick: 'save' }
  | { tick: 'retry' };

export type SyncEvent<S> =
  | { type: 'opened'; last: Last<S> | null; kept: PersistedCommands }
  | { type: 'up' | 'down' }
  /** The page is back on screen, or the network came back: the link may be dead without having said so. */
  | { type: 'woke' }
  /** The server asks for a new hello. */
  | { type: 'again' }
  /** `welcome.state` has the seat's private slice laid over it. `kept`: what the device keeps of a person it now meets. */
  | { type: 'welcome'; attempt: number; welcome: Welcome | Refused; kept: PersistedCommands | null }
  /** The outcome of taking one's own seat again. */
  | { type: 'seated'; attempt: number; outcome: 'seated' | 'refused' | 'unreachable'; welcome: Welcome }
  | { type: 'frame'; frame: Frame }
  | { type: 'own'; facts: readonly Fact[] }
  | { type: 'asked'; command: Command }
  | { type: 'answered'; id: string; answer: Answer }
  /** No answer came: to the hello with this number, or to this command. */
  | { type: 'timeout'; attempt: number }
  | { type: 'timeout'; id: string }
  | { type: 'dismissed'; id: string }
  /** True if everything that was to be stored found room on the device. */
  | { type: 'stored'; keeping: boolean }
  | ({ type: 'tick' } & Tick);

export type SyncEffect<S> =
  /** `within`: how long to wait for the welcome, in milliseconds, where not the default. */
  | {
      type: 'hello';
      attempt: number;
      hello: Pick<Hello, 'since' | 'chain' | 'answered' | 'people'>;
      within?: number;
    }
  | { type: 'send'; command: Command; again: boolean }
  | { type: 'persist'; what: 'unsent' | 'answered'; item: Pending; who: string }
  | { type: 'persist'; what: 'refused'; told: RefusedCommand; who: string }
  | { type: 'persist'; what: 'last'; last: Last<S> }
  | { type: 'forget'; what: 'unsent' | 'refused'; id: string; who: string }
  /** `spread`: up to so many milliseconds more, at random, so that a hall does not come back at one moment. */
  | ({ type: 'schedule'; ms: number; spread?: number } & Tick)
  | { type: 'takeSeat'; attempt: number; welcome: Welcome; state: S; you: You }
  /** Drop the link and connect again. */
  | { type: 'renew' };

/** The part of the domain that knows facts which change thousands of things; a gathering has none. */
export type LargeFacts<S> = Partial<Pick<Catalogue<S & StreamState>, 'isLarge' | 'detached'>>;

/** The part of the domain that the machine needs. */
export type SyncRules<S> = {
  catalogue: Pick<Catalogue<S & StreamState>, 'decide' | 'apply'> & LargeFacts<S>;
  look?: Lookup | undefined;
  /** True if this surface can take its own seat again. */
  takesSeat: boolean;
};

/** One run of the machine: a shallow copy of the state to assign to, and the effects so far. */
export type Turn<S> = {
  readonly rules: SyncRules<S>;
  readonly state: SyncState<S>;
  readonly effects: SyncEffect<S>[];
  /** The device's clock, epoch milliseconds. */
  readonly now: number;
};

export const serverNow = ({ now, state }: { now: number; state: { skew: number } }): number =>
  now + state.skew;

export const actorOf = (you: You | null): Actor | null =>
  you?.id
    ? {
        id: you.id,
        role: you.role,
        seat: you.seat,
        ...(you.completes === undefined ? {} : { completes: you.completes }),
      }
    : null;

/** The name under which the device stores what this person wrote. */
export const who = (state: { you: You | null }): string => state.you?.id ?? '';

export const linkOf = (standing: Standing): Link =>
  standing.at === 'shut' ? 'offline' : 'link' in standing ? standing.link : (standing.at as Link);

/** `initial` is the state that the server drew the page with. */
export function initialState<S>(
  state: S,
  initial?: { complete: boolean; people: Labels; you: You | null; now: number },
): SyncState<S> {
  return {
    standing: { at: 'opening' },
    attempts: 0,
    proof: 'unproven',
    confirmed: state,
    ready: initial?.complete ?? false,
    you: initial?.you ?? null,
    people: initial?.people ?? {},
    peopleRev: 0,
    skew: 0,
    heardAt: initial?.now ?? 0,
    outbox: [],
    tries: {},
    answered: [],
    own: {},
    redactedOwn: [],
    retry: 'idle',
    savedAt: 0,
    told: [],
    patience: null,
    shut: null,
    keeping: true,
  };
}
