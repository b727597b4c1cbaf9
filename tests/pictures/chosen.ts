/** The few pictures that README and guides show, small enough to be part of the repository. */

/** `tall`: cropped to this height of the reduced picture, in pixels. */
export type Chosen = { as: string; width: number; tall?: number };

const phone = (as: string): Chosen => ({ as, width: 300, tall: 650 });
const wall = (as: string): Chosen => ({ as, width: 800 });
const desk = (as: string): Chosen => ({ as, width: 800, tall: 620 });

/** By language, theme, and the picture's name. */
const OF: Record<string, Chosen> = {
  'phone-home-market': phone('phone-home'),
  'phone-circle-living': phone('phone-circle'),
  'wall-welcome-living': wall('wall-welcome'),
  'wall-now-living': wall('wall-now'),
  'desk-holding-living': desk('desk-holding'),
  'desk-record-demo': desk('desk-record'),
  'desk-totem-demo': desk('desk-totem'),
  'desk-path-raccolta-demo': desk('desk-reading'),
  'desk-path-risorse-demo': desk('desk-resources'),
};

export const CHOSEN: Record<string, Chosen> = Object.fromEntries(
  ['it', 'en'].flatMap((lang) =>
    Object.entries(OF).map(([name, chosen]) => [
      `${lang}/light/${name}`,
      { ...chosen, as: `${chosen.as}.${lang}` },
    ]),
  ),
);
