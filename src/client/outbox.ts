/** The outbox: what was asked stays, on the screen and on the device, until the room has answered and told everyone. */
import type { Command, Kept } from '@/domain/deed';
import type { Answer } from '@/protocol/wire';
import type { Hearing } from './hearing';
import { type Line, PASSING } from './line';
import type { Shelf } from './shelf';
import type { Board, Pending, StoreOptions } from './shown';

export class Outbox<S extends Kept> {
  private readonly flying = new Set<string>();

  constructor(
    private readonly o: StoreOptions<S>,
    private readonly board: Board<S>,
    private readonly shelf: Shelf<S>,
    private readonly line: Line<S>,
    private readonly now: () => number,
  ) {}

  /** Holds one's own facts for their place, and the frames that came before an answer. Set once, for each needs the other. */
  hearing!: Hearing<S>;

  isFlying = (command: string): boolean => this.flying.has(command);

  add(command: Command): void {
    const { outbox, you } = this.board.shown;
    // Later than all before it, so that what is recalled from the device keeps its order.
    const at = Math.max(this.now(), (outbox.at(-1)?.at ?? 0) + 1);
    const item: Pending = { command, at, seq: null };
    this.shelf.keepItem(item, you?.seat);
    this.board.show({ outbox: [...outbox, item], keeping: !this.shelf.full });
    void this.send();
  }

  /** What this seat left on the device. */
  recall(seat: string | null): Pending[] {
    const { outbox } = this.board.shown;
    const here = new Set(outbox.map((p) => p.command.id));
    const recalled = this.shelf.items(seat).filter((p) => !here.has(p.command.id));
    return [...recalled, ...outbox].sort((a, b) => a.at - b.at);
  }

  /** What has come back from the room leaves it. */
  retire(): void {
    const { outbox, confirmed } = this.board.shown;
    this.letGo(outbox.filter((p) => p.seq !== null && p.seq <= confirmed.seq).map((p) => p.command.id));
  }

  /** Sends what has not been answered, in order; only after this link has caught up. */
  async send(): Promise<void> {
    if (this.board.shown.link !== 'live') return;
    const due = this.board.shown.outbox.filter((p) => p.seq === null && !this.flying.has(p.command.id));
    await Promise.all(due.map((p) => this.sendOne(p.command)));
  }

  private async sendOne(command: Command): Promise<void> {
    this.flying.add(command.id);
    let answer: Answer;
    try {
      if (!this.line.wire) throw new Error('closed');
      answer = await this.line.wire.command({ code: this.o.code, command });
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
    const told = [
      ...this.board.shown.told,
      { id: command.id, command: command.type, refusal, ask: command.ask },
    ];
    this.board.show({ told });
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
    for (const id of ids) this.shelf.letGo(id, you?.seat);
    this.board.show({
      outbox: outbox.filter((p) => !ids.includes(p.command.id)),
      keeping: !this.shelf.full,
    });
  }
}
