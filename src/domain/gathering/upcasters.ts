/** How older shapes of a gathering's facts become today's: `{ factType: { fromVersion: lift } }`. */
import type { Upcasters } from '../deed';

export const upcasters: Upcasters = {};
