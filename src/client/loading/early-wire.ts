/** A wire that connects while the deeds are still on their way. It says nothing before the replica takes it. */
import type { ClientWire } from '../connection/wire';

export type EarlyWire = {
  /** The wire, once; null where its program is not here yet, or where it was taken or dropped. */
  take(): ClientWire | null;
  /** The page goes on without it. */
  drop(): void;
};

/** `program` resolves to what makes the wire; a wire connects as soon as it is made. */
export function earlyWire(program: Promise<() => ClientWire>): EarlyWire {
  let wire: ClientWire | null = null;
  let wanted = true;
  const end = (): ClientWire | null => {
    const had = wire;
    wire = null;
    wanted = false;
    return had;
  };
  void program.then((make) => {
    if (wanted) wire = make();
  });
  return { take: end, drop: () => end()?.close() };
}
