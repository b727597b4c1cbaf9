/** No text is replaced silently: two devices revise one text, in every order, with and without a network. */
import { describe, expect, it } from 'vitest';
import { type StorageAdapter, memoryStorage } from '@/client/storage/device-storage';
import { overtakenIn, settled, shownOver, type TypedForm, typedIn } from '@/client/storage/form-draft';
import { askedAgain, lastOfEach } from '@/client/replica/refused-commands';
import type { Actor } from '@/domain/deed';
import { gathering } from '@/domain/gathering/catalogue';
import { programming } from '@/domain/programming/catalogue';
import { isRefusal } from '@/domain/refusal';
import { type FakeRoom, phone } from '../client/fake-wire';
import { type Case, GATHERING, PATH } from '../client/revisions.cases';

/** A person's command: the text it replaces, as it was on their screen. */
type Shown = Map<string, unknown>;

/** One person at one device, with the form they type in. */
class Hand {
  p: ReturnType<typeof phone>;
  form: TypedForm = {};
  /** Texts typed here, and those their own author gave up with the other's on screen, or overwrote. */
  readonly typed = new Set<string>();
  readonly letGo = new Set<string>();

  constructor(
    readonly room: FakeRoom,
    readonly actor: Actor,
    readonly type: string,
    readonly c: Case,
    readonly asked: Shown,
    readonly keep: StorageAdapter = memoryStorage(),
  ) {
    this.p = phone(room, actor, keep);
    this.p.wire.connect();
  }

  /** The current value, as this device shows it. */
  get now(): Record<string, unknown> {
    return this.p.replica.stands(this.type, this.ask({ [this.c.field]: 'x' })) ?? {};
  }
  private ask(words: Record<string, unknown>): Record<string, unknown> {
    const gives = this.type === 'writeReport' || this.type === 'reviseItem' ? { rev: 0 } : {};
    return { ...this.c.ids, ...this.blank, ...gives, ...words };
  }
  /** Fields that the deed requires beside the text, as a form fills them. */
  private get blank(): Record<string, unknown> {
    const partial = this.type.startsWith('revise') && this.type in programming.deeds;
    if (partial) return {};
    const { view } = this.p.replica.snapshot();
    const deeds = this.room.deeds.deeds as unknown as Record<
      string,
      { replaces?(state: unknown, ask: unknown): Record<string, unknown> | null }
    >;
    const stands = deeds[this.type]?.replaces?.(view, { memo: '', ...this.c.ids }) ?? {};
    return Object.fromEntries(Object.entries(stands).filter(([, value]) => value !== undefined));
  }

  write(text: string): void {
    const before = this.form[this.c.field]?.typed;
    if (typeof before === 'string') this.letGo.add(before);
    this.typed.add(text);
    this.form = typedIn(this.form, this.now, this.c.field, text);
  }

  /** Sends the form, or first settles a conflict. */
  send(roll: (sides: number) => number): void {
    if (Object.keys(this.form).length === 0) return;
    if (overtakenIn(this.form, this.now).length > 0) {
      const choice = (['mine', 'theirs', 'both'] as const)[roll(3)] ?? 'mine';
      if (choice === 'theirs') this.letGo.add(this.form[this.c.field]?.typed as string);
      this.form = settled(this.form, this.now, choice);
      return;
    }
    const shown = this.now;
    const words = shownOver(shown, this.form);
    const answer = this.p.replica.ask(this.type, this.ask(words));
    if (isRefusal(answer)) expect(answer.refused).toBe('nothing_to_change');
    else this.asked.set(answer, shown[this.c.field]);
    this.form = {};
  }

  /** Answers the first screen that asks about refused words. */
  settle(roll: (sides: number) => number): void {
    const [first] = lastOfEach(this.p.replica.snapshot().told);
    if (!first) return;
    const { told, before } = first;
    expect(told.refusal.refused).toBe('stale_version');
    const stands = this.p.replica.stands(told.command, told.ask) ?? {};
    const choice = (['mine', 'theirs', 'both'] as const)[roll(3)] ?? 'mine';
    const text = (ask: unknown) => (ask as Record<string, string>)[this.c.field] ?? '';
    if (choice === 'theirs') this.letGo.add(text(told.ask));
    else {
      const answer = this.p.replica.ask(told.command, askedAgain(told, stands, choice));
      if (!isRefusal(answer)) this.asked.set(answer, stands[this.c.field]);
    }
    for (const one of before) this.letGo.add(text(one.ask));
    for (const one of [...before, told]) this.p.replica.dismiss(one.id);
  }

  /** The tab is closed and opened again: the device keeps outbox, refusals and the form's draft. */
  reload(): void {
    this.p.retry();
    this.p.wire.cut();
    this.p = phone(this.room, this.actor, this.keep);
  }
}

const dice = (seed: number) => {
  let a = seed;
  return (sides: number): number => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  };
};

function hands(type: string, c: Case): { room: FakeRoom; both: [Hand, Hand]; asked: Shown } {
  const room = c.room();
  const asked: Shown = new Map();
  const [one, other] = c.hands;
  return { room, asked, both: [new Hand(room, one, type, c, asked), new Hand(room, other, type, c, asked)] };
}

type Roll = (sides: number) => number;
/**
 * T types · S sends the form · N the network returns and everything goes through · X the network drops · R the page is
 * reloaded · Q one message goes through · C the person chooses.
 */
async function step(hand: Hand, what: string, text: string, roll: Roll): Promise<void> {
  if (what === 'T') hand.write(text);
  else if (what === 'S') hand.send(roll);
  else if (what === 'X') hand.p.wire.cut();
  else if (what === 'R') hand.reload();
  else if (what === 'C') hand.settle(roll);
  else if (what === 'Q') await hand.p.wire.flush(1);
  else {
    hand.p.wire.connect();
    await hand.p.wire.flush();
  }
}

/** Once every device is online and every command is answered, no word may be lost. */
async function nothingLost(room: FakeRoom, both: readonly Hand[], asked: Shown, c: Case, how: string) {
  for (let round = 0; round < 3; round++)
    for (const hand of both) {
      hand.p.wire.connect();
      await hand.p.wire.flush();
      hand.p.retry();
      await hand.p.wire.flush();
    }
  // Open questions are on the device too: a page closed and opened again still asks.
  for (const hand of both) {
    hand.reload();
    hand.p.wire.connect();
    await hand.p.wire.flush();
  }
  const log = room.facts.map((f) => JSON.stringify(f.data)).join('\n');
  for (const hand of both) {
    expect(hand.p.replica.snapshot().outbox, how).toEqual([]);
    const asks = JSON.stringify([hand.form, hand.p.replica.snapshot().told.map((t) => t.ask)]);
    const lost = [...hand.typed].filter((t) => !log.includes(t) && !asks.includes(t) && !hand.letGo.has(t));
    expect(lost, `${how}: lost in silence`).toEqual([]);
  }
  // And nobody replaced a text that was not on their screen.
  const state = room.deeds.empty();
  for (const fact of JSON.parse(JSON.stringify(room.facts)) as typeof room.facts) {
    if (asked.has(fact.cmd)) {
      const stands = room.deeds.replaced(state, both[0]?.type ?? '', {
        ...c.ids,
        ...(fact.data as object),
        ...('rev' in (fact.data as object) && { rev: 0 }),
      });
      expect(stands?.[c.field] ?? '', `${how}: replaced unseen`).toEqual(asked.get(fact.cmd) ?? '');
    }
    room.deeds.apply(state, fact);
  }
}

/** Every interleaving of the two people's steps. */
function* orders(one: string, other: string): Generator<string> {
  if (one === '' || other === '') yield `${one.toUpperCase()}${other.toLowerCase()}`;
  else {
    for (const rest of orders(one.slice(1), other)) yield one.charAt(0).toUpperCase() + rest;
    for (const rest of orders(one, other.slice(1))) yield other.charAt(0).toLowerCase() + rest;
  }
}

/** Online; without a network; reloaded before it returned; receiving the other's text between typing and sending. */
const WAYS = ['TSN', 'XTSN', 'XTSRN', 'TNSN'];
const CASES = { ...GATHERING, ...PATH };
let tried = 0;

/** Anna and Bruno before one field of one report; each types their own words. */
async function twoWriters() {
  const c = GATHERING.writeReport as Case;
  const { room, both, asked } = hands('writeReport', c);
  for (const hand of both) await step(hand, 'N', '', () => 0);
  const [anna, bruno] = both;
  anna.write('le parole di Anna');
  bruno.write('le parole di Bruno');
  const told = (hand: Hand) => hand.p.replica.snapshot().told.map((t) => (t.ask as { text: string }).text);
  const stands = () => room.state.reports['topic-0001']?.fields.summary.text;
  return { room, anna, bruno, both, asked, c, told, stands };
}

describe('the three losses of a report’s field', () => {
  it('[E28] two who leave it at the same instant: one text stands, the other waits on its author’s screen', async () => {
    const { room, anna, bruno, both, asked, c, told, stands } = await twoWriters();
    anna.send(() => 0);
    bruno.send(() => 0);
    await nothingLost(room, both, asked, c, 'at the same instant');
    expect(stands()).toBe('le parole di Anna');
    expect(told(bruno)).toEqual(['le parole di Bruno']);
    expect(told(anna)).toEqual([]);
  });

  it('[E28] one saves without a network while the other writes: it asks when the network comes back', async () => {
    const { room, anna, bruno, both, asked, c, told, stands } = await twoWriters();
    anna.p.wire.cut();
    anna.send(() => 0);
    bruno.send(() => 0);
    await bruno.p.wire.flush();
    await nothingLost(room, both, asked, c, 'without a network');
    expect(stands()).toBe('le parole di Bruno');
    expect(told(anna)).toEqual(['le parole di Anna']);
  });

  it('[E28] the page is closed before the refusal is read: it asks when it is opened again', async () => {
    const { anna, bruno, told } = await twoWriters();
    bruno.send(() => 0);
    await bruno.p.wire.flush();
    anna.p.wire.cut();
    anna.send(() => 0);
    // Typed over an earlier text: the version number predicted for it is the other's.
    anna.write('le parole di Anna, con altre due');
    anna.send(() => 0);
    await step(anna, 'N', '', () => 0);
    anna.reload();
    expect(told(anna)).toEqual(['le parole di Anna', 'le parole di Anna, con altre due']);
    // Both are shown as one: the last text stands for both, and its author chooses.
    expect(lastOfEach(anna.p.replica.snapshot().told)).toHaveLength(1);
    anna.p.wire.connect();
    await anna.p.wire.flush();
    anna.settle((sides) => (sides === 3 ? 2 : 0));
    await anna.p.wire.flush();
    expect(anna.p.replica.snapshot().told).toEqual([]);
    expect(anna.room.state.reports['topic-0001']?.fields.summary.text).toBe(
      'le parole di Bruno\nle parole di Anna, con altre due',
    );
  });
});

/**
 * Every order of the longest scripts for one text of each kind of stream; only short ones for registers, which share
 * one pattern.
 */
const most = (type: string): number => {
  if (type === 'writeReport') return 10;
  if (type === 'reviseNeed') return 8;
  return type in programming.deeds && type.startsWith('revise') ? 6 : 7;
};

describe('a text that is revised on two devices', () => {
  it('is tried for every deed that replaces one', () => {
    const all = [...Object.entries(gathering.deeds), ...Object.entries(programming.deeds)];
    const revising = all.filter(([, d]) => (d as { replaces?: unknown }).replaces).map(([name]) => name);
    // Lists replaced whole; their own tests are in tests/domain, strands.test.ts and sector-names.test.ts.
    const lists = ['nameStrands', 'nameSectors'];
    expect([...Object.keys(CASES), ...lists].sort()).toEqual(revising.sort());
  });

  it('no deed that rewrites a text of something that stands lacks the words it replaces', () => {
    const all = [...Object.entries(gathering.deeds), ...Object.entries(programming.deeds)];
    const named = all.filter(([name]) =>
      /^(revise|rename|redefine|write|set|answer|assess|name|giveO|markR)/.test(name),
    );
    // A new note, an interest of one's own, a field of numbers alone.
    const none = new Set(['writeNote', 'setClosingWord']);
    for (const [name, deed] of named)
      if (!none.has(name)) expect((deed as { replaces?: unknown }).replaces, name).toBeDefined();
  });

  for (const [type, c] of Object.entries(CASES))
    it(`${type}: in every order, online or not, each word is in the log or on a screen that asks`, async () => {
      for (const one of WAYS)
        for (const other of WAYS)
          for (const order of orders(one, other)) {
            if (one.length + other.length > most(type)) continue;
            const { room, both, asked } = hands(type, c);
            for (const hand of both) await step(hand, 'N', '', () => 0);
            let n = 0;
            for (const letter of order) {
              const hand = both[letter === letter.toUpperCase() ? 0 : 1];
              await step(hand, letter.toUpperCase(), `parola${++n}x`, () => 0);
            }
            await nothingLost(room, both, asked, c, `${type} ${order}`);
            tried++;
          }
      for (let seed = 1; seed <= 15; seed++) {
        const roll = dice(seed);
        const { room, both, asked } = hands(type, c);
        for (const hand of both) await step(hand, 'N', '', roll);
        for (let n = 1; n <= 24; n++)
          await step(both[roll(2) as 0 | 1], 'TTSSNXRQC'.charAt(roll(9)), `parola${n}x`, roll);
        await nothingLost(room, both, asked, c, `${type} seed ${seed}`);
        tried++;
      }
    });

  it('says how many orders were tried', () => {
    console.info(`${Object.keys(CASES).length} deeds, ${tried} interleavings`);
    expect(tried).toBeGreaterThan(5000);
  });
});
