/** A map of the hall: a picture, or none, and where each space is on it. */

/** The side of the map in the units of a spot; a spot is a point from the top left corner. */
export const MAP_SIDE = 1000;
/** Width by height of the blank sheet on which spaces are placed without a picture. */
export const SHEET = { w: 4, h: 3 };

export type Spot = { x: number; y: number };
export type FloorMap = {
  picture: { hash: string; w: number; h: number } | null;
  /** By the id of the space. */
  spots: Record<string, Spot>;
};

/** Nobody is shown a map that says nothing. */
export const hasMap = ({ picture, spots }: FloorMap): boolean =>
  picture !== null || Object.keys(spots).length > 0;
