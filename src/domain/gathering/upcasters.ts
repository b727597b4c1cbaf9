/** How older shapes of a gathering's facts become today's: `{ factType: { fromVersion: lift } }`. */
import type { Upcasters } from '../deed';

export const upcasters: Upcasters = {
  topicProposed: {
    // v2 tells which report gave rise to it.
    1: (data) => ({ ...(data as object), sparkedBy: null }),
  },
};
