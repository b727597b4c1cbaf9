/** Sends the commands of the demonstration's year at their day and hour, with the evidence of each thing. */
/** Sends at a day and an hour; commands of the same minute are a second apart. */
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
