/** How older shapes of a gathering's facts become today's: `{ factType: { fromVersion: lift } }`. */
import type { Upcasters } from '../deed';

export const upcasters: Upcasters = {
  topicProposed: {
    // v2 tells which report gave rise to it.
    1: (data) => ({ ...(data as object), sparkedBy: null }),
  },
  topicRestored: {
    // v2 says which sessions came back to the matrix with it; at first none did.
    1: (data) => ({ ...(data as object), placed: [] }),
  },
  sceneShown: {
    // v2 can be about one wall alone.
    1: (data) => ({ ...(data as object), wall: null }),
  },
  timerStarted: {
    // v2 says what is timed, and for which slot.
    1: (data) => ({ ...(data as object), purpose: 'other', slot: null }),
  },
  gongRung: {
    // v2 says what the gong means.
    1: () => ({ meaning: 'attention' }),
  },
};
