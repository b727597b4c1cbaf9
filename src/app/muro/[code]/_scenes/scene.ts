/** What every scene of the wall is given. */
export type SceneProps = { address: string; now: number | null };
