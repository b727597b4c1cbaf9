/** The day's clock, run faster: commands are sent at their minute, and those due together go in order. */
export class DayClock {
  private due: { minute: number; n: number; act: () => unknown }[] = [];

  /** `speed`: minutes of the event's day per real minute. */
  constructor(private readonly speed: number) {}

  at(minute: number, act: () => unknown): void {
    this.due.push({ minute, n: this.due.length, act });
  }

  /** Runs the planned commands, each at its minute from the first, and waits until all are done. */
  async run(): Promise<void> {
    const steps = this.due.sort((a, b) => a.minute - b.minute || a.n - b.n);
    this.due = [];
    const first = steps[0]?.minute ?? 0;
    const began = performance.now();
    const doing: unknown[] = [];
    for (const step of steps) {
      const dueIn = began + ((step.minute - first) / this.speed) * 60_000 - performance.now();
      if (dueIn > 1) await new Promise((r) => setTimeout(r, dueIn));
      doing.push(step.act());
    }
    await Promise.all(doing);
  }
}
