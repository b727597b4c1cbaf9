/** Waiting for something that comes by itself. */
/** Waits until a condition holds, or fails with its description. Looks at once, then ever more seldom, every 10 ms at last. */
export async function until(what: string, so: () => boolean, withinMs = 30_000): Promise<void> {
  const end = Date.now() + withinMs;
  for (let ms = 1; !so(); ms = Math.min(2 * ms, 10)) {
    if (Date.now() > end) throw new Error(`never came: ${what}`);
    await new Promise((r) => setTimeout(r, ms));
  }
}
