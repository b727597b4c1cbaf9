/**
 * Functions in place of some that a module exports, until the test ends. `vi.mock` reaches only modules that are loaded after
 * it, and the files of a worker share the modules they load.
 */
import { vi } from 'vitest';

export function standIn<M extends object>(module: M, instead: { [Name in keyof M]?: unknown }): void {
  for (const [name, own] of Object.entries(instead))
    vi.spyOn(module as Record<string, () => unknown>, name).mockImplementation(own as () => unknown);
}
