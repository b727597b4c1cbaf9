/** Imports a part of the program. Without a network it tries again for as long as somebody waits for it. */
import { reloadAfterUpgrade } from './reload-after-upgrade';

const AGAIN = 1500;
/** After so many failures the server may have been upgraded. */
const MANY = 4;

export async function retryImport<T>(bring: () => Promise<T>): Promise<T> {
  for (let noes = 1; ; noes++) {
    try {
      return await bring();
    } catch {
      if (noes % MANY === 0) await reloadAfterUpgrade();
      // Not all at the same moment when a hall's network comes back.
      await new Promise((again) => setTimeout(again, AGAIN * (1 + Math.random())));
    }
  }
}
