/**
 * Takes the place of `lazyValue` while mutants are tried. A schema that is kept is made by whichever test asks first, so
 * no other test would count as one that reaches it; here each test, and each mutant, makes its own.
 */
type Stryker = { currentTestId?: string; activeMutant?: string };
const now = (): string => {
  const { currentTestId, activeMutant } =
    (globalThis as { __stryker__?: Stryker }).__stryker__ ?? ({} as Stryker);
  return `${currentTestId} ${activeMutant}`;
};

export function lazyValue<T>(make: () => T): () => T {
  let made: { value: T; when: string } | null = null;
  return () => {
    const when = now();
    if (made?.when !== when) made = { value: make(), when };
    return made.value;
  };
}
