/** A slow phone answers a finger between two tasks, never within one: long work goes in several. */

/** Goes on in a task of its own. */
export const yieldToMain = (): Promise<void> => new Promise((go) => setTimeout(go));
