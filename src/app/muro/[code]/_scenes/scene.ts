/** Props of every scene of the wall. */
export type SceneProps = { address: string; now: number | null };
