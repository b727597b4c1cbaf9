/** Types of sample.js, which Stryker loads without a compiler. */
type Mutant = {
  id: string;
  fileName: string;
  location: { start: { line: number; column: number }; end: { line: number; column: number } };
  mutatorName: string;
  replacement: string;
};

export function draw(mutants: readonly Mutant[], size: number, seed: string, root?: string): string[];

export function liesIn(mutant: Pick<Mutant, 'fileName'>, files: readonly string[]): boolean;

type Sampler = { group(mutants: readonly Mutant[]): Promise<string[][]> };
export const strykerPlugins: readonly [{ kind: string; name: string; value: Sampler }];
