/** Upcasts older shapes of a gathering's facts to today's: `{ factType: { fromVersion: lift } }`. */
import type { Upcasters } from '../deed';

export const upcasters: Upcasters = {
  topicProposed: {
    // v2 adds the report that gave rise to it.
    1: (data) => ({ ...(data as object), sparkedBy: null }),
  },
  topicRestored: {
    // v2 lists the sessions that came back to the matrix with it; at first none did.
    1: (data) => ({ ...(data as object), placed: [] }),
  },
  sceneShown: {
    // v2 can be about one wall alone.
    1: (data) => ({ ...(data as object), wall: null }),
  },
  timerStarted: {
    // v2 adds the timer's purpose and slot.
    1: (data) => ({ ...(data as object), purpose: 'other', slot: null }),
  },
  authorsForgotten: {
    // v2 counts no sectors by circle: where few are of one, such a count says who was there.
    1: (data) => {
      const { sectors: _, ...kept } = data as { sectors?: unknown };
      return kept;
    },
  },
  gongRung: {
    // v2 adds the gong's meaning.
    1: () => ({ meaning: 'attention' }),
  },
};
