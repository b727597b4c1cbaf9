/** Distinguishes people with the same name: only then a further detail is added to each. */
export function withDistinctNames<T extends { label: string }>(
  people: readonly T[],
  more: (person: T) => string,
): T[] {
  const bearing = new Map<string, number>();
  for (const { label } of people) bearing.set(label, (bearing.get(label) ?? 0) + 1);
  return people.map((p) => (bearing.get(p.label) === 1 ? p : { ...p, label: `${p.label} · ${more(p)}` }));
}
