/**
 * Draws mutants by chance: `npm run mutate -- --sample 150` tries so many of a room and reports the rest as not tried
 * (in Stryker's words, as compile errors). The draw goes by a hash of the mutant and the seed, so the same code and seed
 * give the same sample, whatever tests are added.
 */
import { createHash } from 'node:crypto';

/** Tells a mutant from all others, by its place in the code and what is put there. */
const nameOf = ({ fileName, location: { start, end }, mutatorName, replacement }, root) =>
  JSON.stringify([
    fileName.replace(root, ''),
    start.line,
    start.column,
    end.line,
    end.column,
    mutatorName,
    replacement,
  ]);

/** True if it lies in one of these files, named by their paths from the project's root. */
export const liesIn = ({ fileName }, files) => files.some((file) => fileName.endsWith(`/${file}`));

/** The ids of `size` of the mutants, each as likely as any other. `root`: the folder that their files lie in. */
export function draw(mutants, size, seed, root = process.cwd()) {
  const lots = mutants.map((mutant) => ({
    id: mutant.id,
    lot: createHash('sha256')
      .update(`${seed} ${nameOf(mutant, root)}`)
      .digest('hex'),
  }));
  return lots
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id);
}

const sampler = {
  async init() {},
  /** Those drawn each in a group of its own, all others in one: `check` may run in another process. */
  async group(mutants) {
    const { MUTANTS_SAMPLE: size, MUTANTS_SEED: seed, MUTANTS_ELSEWHERE: files = '' } = process.env;
    const elsewhere = files.split(',').filter(Boolean);
    const here = mutants.filter((mutant) => !liesIn(mutant, elsewhere));
    const drawn = draw(here, Number(size), seed);
    const chosen = new Set(drawn);
    const rest = mutants.map(({ id }) => id).filter((id) => !chosen.has(id));
    return [...drawn.map((id) => [id]), ...(rest.length > 0 ? [rest] : [])];
  },
  /** A rest of one is tried too. */
  async check(mutants) {
    const result =
      mutants.length === 1 ? { status: 'passed' } : { status: 'compileError', reason: 'not drawn' };
    return Object.fromEntries(mutants.map(({ id }) => [id, result]));
  },
};

export const strykerPlugins = [{ kind: 'Checker', name: 'sample', value: sampler }];
