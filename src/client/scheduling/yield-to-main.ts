/** Splits long work into several tasks: a slow phone reacts to a finger only between two tasks. */

/** Continues in a new task. */
export const yieldToMain = (): Promise<void> => new Promise((go) => setTimeout(go));
