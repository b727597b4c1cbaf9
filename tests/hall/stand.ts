/** Starts one server and one crowd of phones connected to it, and always stops them again. */
import { type Program, start, withFolder } from './program';

export type Which = 'naive' | 'ideal' | 'ours';
export type Where = { url: string; path: string; code?: string };
export type Stand = { server: Program; crowd: Program; where: Where; cookies?: string[]; folder: string };

export function stand<T>(
  which: Which,
  phones: number,
  use: (s: Stand) => Promise<T>,
  options: { pace?: number; facts?: number; env?: Record<string, string>; connect?: boolean } = {},
): Promise<T> {
  return withFolder(async (folder) => {
    const env = { HALL_FOLDER: folder, HALL_PACE: String(options.pace ?? 60), ...options.env };
    const server = await start(`${which}.ts`, env);
    const crowd = await start('crowd.ts');
    try {
      const cookies =
        which === 'ours'
          ? await server.ask<string[]>('ground', { people: phones, facts: options.facts ?? 0 })
          : undefined;
      const where = await server.ask<Where>('listen');
      if (options.connect !== false) await crowd.ask('connect', { where, phones, cookies });
      return await use({ server, crowd, where, folder, ...(cookies ? { cookies } : {}) });
    } finally {
      await Promise.all([crowd.stop('SIGKILL'), server.stop('SIGKILL')]);
    }
  });
}
