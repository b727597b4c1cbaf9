/** Brings a part of the program; where the network is gone it asks again for as long as somebody waits for it. */
const AGAIN = 1500;

export async function patiently<T>(bring: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await bring();
    } catch {
      // Not all at the same moment, when a hall's network comes back.
      await new Promise((again) => setTimeout(again, AGAIN * (1 + Math.random())));
    }
  }
}
