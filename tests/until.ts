/** Waiting for something that comes by itself. */
/** Waits until a condition holds, or fails with its description. */
export async function until(what: string, so: () => boolean, withinMs = 30_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!so()) {
    if (Date.now() > end) throw new Error(`never came: ${what}`);
    await new Promise((r) => setTimeout(r, 10));
  }
}
