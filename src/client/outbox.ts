/** The outbox: what was asked stays, on the screen and on the device, until the room has answered and told everyone. */
import type { Command, StreamState } from '@/domain/deed';
import { isRefusal, type Refusal } from '@/domain/refusal';
import { ANSWERED_MAX } from '@/protocol/version';
import type { Answer, Welcome, You } from '@/protocol/wire';
import type { Inbox } from './inbox';
import { type Connection, PASSING } from './connection';
import type { PersistedQueue } from './persisted-queue';
import { actorOf, type ViewStore, type Pending, type StoreOptions, type Told } from './view-store';

/** How long what is offered again may be told no before the person is: what it hangs on may be on another phone. */
const AGAIN_FOR = 10 * 60_000;
const TRY_SOON = 700;
const TRY_LATER = 20_000;

export class Outbox<S extends StreamState> {
  private readonly flying = new Set<string>();
  /** Offered again and told not now: with what the room said, in case it is for good. */
  private readonly putOff = new Map<string, Refusal>();
  private trying = false;
  /** Whether what was once answered is on the room's log is not known, and was asked with the last hello. */
  private unproven = true;
  private asked = false;
  /** The room's log is another than the one this device held. */
  private parted = false;

  constructor(
    private readonly o: StoreOptions<S>,
    private readonly board: ViewStore<S>,
    private readonly shelf: PersistedQueue<S>,
    private readonly line: Connection<S>,
    private readonly now: () => number,
  ) {}

  /** Holds one's own facts for their place, and the frames that came before an answer. Set once, for each needs the other. */
  hearing!: Inbox<S>;

  isFlying = (command: string): boolean => this.flying.has(command);

  add(command: Command): void {
    const { outbox, you } = this.board.shown;
    // Later than all before it, so that what is recalled from the device keeps its order.
    const at = Math.max(this.now(), (outbox.at(-1)?.at ?? 0) + 1);
    const item: Pending = { command, at, seq: null };
    this.shelf.keepItem(item, you);
    this.board.show({ outbox: [...outbox, item], keeping: !this.shelf.full });
    void this.send();
  }

  /** What this person left on the device: what was not sent, and what was refused and not settled. */
  recall(you: You | null): { outbox: Pending[]; told: Told[] } {
    const { outbox, told } = this.board.shown;
    const shown = new Set(told.map((t) => t.id));
    const refused = this.shelf.refused(you).filter((t) => !shown.has(t.id));
    const here = new Set(outbox.map((p) => p.command.id));
    const recalled = this.shelf.items(you).filter((p) => !here.has(p.command.id));
    return { outbox: [...recalled, ...outbox].sort((a, b) => a.at - b.at), told: [...refused, ...told] };
  }

  /** What has come back from the room leaves it; the device keeps it for a while, should the room ever lose it. */
  retire(): void {
    const { outbox, confirmed, you } = this.board.shown;
    const back = outbox.filter((p) => p.seq !== null && p.seq <= confirmed.seq);
    for (const item of back) this.shelf.keepAnswered(item, you);
    this.letGo(back.map((p) => p.command.id));
  }

  /** Ids of answered commands that a hello asks after: those not yet seen to come back, and all when nothing proves them. */
  asksAfter(): string[] {
    const { outbox, you } = this.board.shown;
    this.asked = this.unproven;
    const kept = this.unproven ? this.shelf.answered(you, this.now()) : [];
    const waiting = outbox.filter((p) => p.seq !== null);
    return [...kept, ...waiting].map((p) => p.command.id).slice(-ANSWERED_MAX);
  }

  /**
   * A welcome came: true when it settles what became of all that was answered. A whole state, or a change of person, proves
   * nothing until it has been asked.
   */
  proves({ state, parted }: Pick<Welcome, 'state' | 'parted'>, someoneElse: boolean): boolean {
    if (parted) this.parted = true;
    const settled = (this.asked || state === undefined) && !someoneElse;
    this.unproven = !settled;
    return settled || this.asksAfter().length === 0;
  }

  /** The room's log lacks these: they are asked again as they were, under the same ids. */
  offerAgain(missing: readonly string[] = []): void {
    if (missing.length === 0 && !this.parted) return;
    this.parted = false;
    const { outbox, you } = this.board.shown;
    const again = this.now();
    const gone = new Set(missing);
    const here = new Set(outbox.map((p) => p.command.id));
    const kept = this.shelf
      .answered(you, again)
      .filter((p) => gone.has(p.command.id) && !here.has(p.command.id));
    const offered = [...kept, ...outbox]
      .map((p): Pending => (p.seq === null || gone.has(p.command.id) ? { ...p, seq: null, again } : p))
      .sort((a, b) => a.at - b.at);
    for (const item of offered) if (item.again === again) this.shelf.keepItem(item, you);
    this.board.show({ outbox: offered, keeping: !this.shelf.full });
  }

  /** Something was told: what was put off may now be possible. */
  trySoon(ms = TRY_SOON): void {
    if (this.trying || this.putOff.size === 0) return;
    this.trying = true;
    this.line.later(() => {
      this.trying = false;
      for (const item of this.board.shown.outbox) {
        const refusal = this.putOff.get(item.command.id);
        if (refusal && this.now() > (item.again ?? 0) + AGAIN_FOR) this.tell(item.command, refusal);
        // Now and then without looking ahead: the room knows more than this device.
        else if (refusal && (ms === TRY_LATER || !this.foresees(item))) this.putOff.delete(item.command.id);
      }
      void this.send();
      this.trySoon(TRY_LATER);
    }, ms);
  }

  private foresees({ command, at }: Pending): boolean {
    const { confirmed, you } = this.board.shown;
    const actor = actorOf(you);
    return !actor || isRefusal(this.o.catalogue.decide(confirmed, command, actor, at, this.o.look));
  }

  /** Sends what has not been answered, in order; only after this link has caught up. */
  async send(): Promise<void> {
    if (this.board.shown.link !== 'live') return;
    const due = this.board.shown.outbox.filter(
      ({ seq, command: { id } }) => seq === null && !this.flying.has(id) && !this.putOff.has(id),
    );
    await Promise.all(due.map((p) => this.sendOne(p)));
  }

  private async sendOne({ command, again }: Pending): Promise<void> {
    this.flying.add(command.id);
    let answer: Answer;
    try {
      if (!this.line.wire) throw new Error('closed');
      const message = {
        code: this.o.code,
        command,
        ...(again === undefined ? {} : { again: true as const }),
      };
      answer = await this.line.wire.command(message);
    } catch {
      this.flying.delete(command.id);
      // No answer: it stays, and goes again with the next welcome, which also tells what became of it.
      if (this.board.shown.link === 'live' && !this.line.entering) void this.line.enter();
      return;
    }
    this.flying.delete(command.id);
    if (answer.ok) {
      if (answer.fact) this.hearing.hold(answer.fact);
      this.answered(command.id, answer.seq);
      return this.hearing.hearEarly();
    }
    this.hearing.hearEarly();
    if (answer.refused === 'not_caught_up') return void this.line.enter();
    if (PASSING.has(answer.refused)) {
      this.board.show({ patience: answer });
      const ms = Number(answer.detail?.ms ?? 0) + 500 + Math.random() * 1500;
      return this.line.later(() => void this.send(), ms);
    }
    const { ok: _, ...refusal } = answer;
    if (again !== undefined) {
      this.putOff.set(command.id, refusal);
      return this.trySoon();
    }
    this.tell(command, refusal);
  }

  /** It will not be done: it leaves the outbox, and what was written waits in `told` for the person to settle. */
  private tell(command: Command, refusal: Refusal): void {
    const { told, you } = this.board.shown;
    // What both wrote alike is there.
    if (!(command.base && refusal.refused === 'nothing_to_change')) {
      const { id, type, ask, base } = command;
      const one: Told = { id, command: type, refusal, ask, ...(base && { base }) };
      if (command.for !== undefined) one.for = command.for;
      this.shelf.keepRefused(one, you);
      this.board.show({ told: [...told.filter((t) => t.id !== id), one] });
    }
    this.letGo([command.id]);
  }

  private answered(id: string, seq: number): void {
    const outbox = this.board.shown.outbox.map((p) => (p.command.id === id ? { ...p, seq } : p));
    this.board.show({ outbox, heardAt: this.now(), patience: null });
    this.retire();
  }

  /** Off the screen's waiting, and off the device. */
  private letGo(ids: readonly string[]): void {
    if (ids.length === 0) return;
    const { outbox, you } = this.board.shown;
    for (const id of ids) {
      this.shelf.letGo(id, you);
      this.putOff.delete(id);
    }
    this.board.show({
      outbox: outbox.filter((p) => !ids.includes(p.command.id)),
      keeping: !this.shelf.full,
    });
  }
}
