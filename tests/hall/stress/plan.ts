/** The size of a day for so many people: the stress event of the domain reference at 300, in proportion elsewhere. */

export type Plan = ReturnType<typeof plan>;

export function plan(people: number) {
  const s = people / 300;
  // More people bring more topics, but not in proportion (domain §1.5).
  const topics = people <= 300 ? Math.max(4, Math.round(72 * s)) : Math.round(72 + (people - 300) * 0.11);
  const t = topics / 72;
  const merges = Math.round(6 * t);
  const withdrawn = Math.round(3 * t);
  const held = topics - merges - withdrawn;
  const onTime = Math.round(40 * t);
  const late = Math.min(held - onTime, Math.round(20 * t));
  const phoneless = Math.round(45 * s);
  const voters = Math.round(270 * s);
  return {
    people,
    phones: people - phoneless,
    phoneless,
    totems: 2,
    walls: 2,
    slots: 4,
    spaces: Math.max(2, Math.ceil(20 * t)),
    topics,
    racers: Math.min(10, Math.floor(topics / 2)),
    raceCells: 3,
    merges,
    withdrawn,
    nobodyCame: Math.round(4 * t),
    continuations: Math.round(8 * t),
    sessions: held + Math.round(8 * t),
    held,
    interests: Math.round(1020 * s),
    moves: Math.round(250 * s),
    notes: Math.round(2160 * s),
    onTime,
    late,
    never: held - onTime - late,
    voters,
    dots: Math.min(voters * 5, Math.round(1290 * s)),
    quota: 5,
  };
}
