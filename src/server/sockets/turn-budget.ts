/** Spreads large answers over turns of the event loop, so that other people's messages are handled between them. */

/** An answer waits for another turn when this one has already sent so much. In bytes. */
const BYTES = 512 * 1024;

export class TurnBudget {
  private spent = 0;
  private turning = false;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly next: (turn: () => void) => unknown = setImmediate) {}

  /** Resolves in a turn that has room: at once, or one after the other, one in each turn. */
  room(): Promise<void> {
    if (this.spent < BYTES && this.waiting.length === 0) return Promise.resolve();
    return new Promise((done) => this.waiting.push(done));
  }

  spend(bytes: number): void {
    this.spent += bytes;
    this.schedule();
  }

  private schedule(): void {
    if (this.turning) return;
    this.turning = true;
    this.next(() => {
      this.turning = false;
      this.spent = 0;
      const go = this.waiting.shift();
      if (!go) return;
      this.schedule();
      go();
    });
  }
}
