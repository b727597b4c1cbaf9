/**
 * Limits the whole states given over all sockets together: what the kernel takes for a connection that does not read is
 * seen by nobody, and slows everybody's packets.
 */

/** Given at once after a quiet time, in bytes: several hundred programs that reconnect to a usual gathering. */
const BURST = 24 * 1024 * 1024;
const PER_SECOND = 256 * 1024;

export class StatePace {
  private left = BURST;
  private at: number;

  constructor(private readonly now: () => number = () => performance.now()) {
    this.at = now();
  }

  /** Wait before asking again, in ms, spread so that not all come back together; null while there is room for a state. */
  wait(): number | null {
    return this.room() > 0 ? null : Math.round(2000 + Math.random() * 3000);
  }

  /** Much was given lately: whoever asks now gets a state that is already made, if there is one. */
  pressed(): boolean {
    return this.room() < BURST / 2;
  }

  private room(): number {
    const now = this.now();
    this.left = Math.min(BURST, this.left + ((now - this.at) / 1000) * PER_SECOND);
    this.at = now;
    return this.left;
  }

  spend(bytes: number): void {
    this.left -= bytes;
  }
}
