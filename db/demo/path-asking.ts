/** How the demonstration's year is asked for: a deed at its day and hour, and the words behind a thing. */
/** Asks at a day and an hour; asks at the same minute are a second apart. */
export type On = (day: string, hour: string, type: string, ask: Record<string, unknown>) => void;

/** Evidence for one thing, each link with an id of its own. */
export function ground(
  on: On,
  day: string,
  hour: string,
  what: string,
  target: string,
  words: { ref: string; relation: string }[],
): void {
  words.forEach(({ ref, relation }, i) => {
    on(day, hour, 'linkEvidence', {
      id: `filo-${target}-${i + 1}`.slice(0, 40),
      what,
      target,
      ref,
      relation,
    });
  });
}
