/** The scenes of the walls: one for all of them, or one of its own for a wall. */
import * as z from 'zod/mini';
import { refuse } from '../refusal';
import { text } from '../shapes';
import { LABEL_MAX } from '../words';
import { deed, HOLDERS } from './deed';
import { SCENES, wallScene } from './state/scene';

const pictureShape = () => z.enum(['auto', ...SCENES]);

export const showScene = deed({
  command: 'showScene',
  fact: 'sceneShown',
  v: 2,
  who: HOLDERS,
  // `wall`: the name of the only wall that shows it; null for all those that have no scene of their own.
  commandSchema: () =>
    z.strictObject({ scene: pictureShape(), wall: z._default(z.nullable(text(LABEL_MAX)), null) }),
  factSchema: () => z.strictObject({ scene: pictureShape(), wall: z.nullable(z.string()) }),
  decide(state, ask) {
    const shown = ask.wall === null ? state.scene : (wallScene(state, ask.wall) ?? 'auto');
    return shown === ask.scene ? refuse('nothing_to_change') : ask;
  },
  apply(state, data) {
    if (data.wall === null) state.scene = data.scene;
    else if (data.scene === 'auto') delete state.wallScenes[data.wall];
    else state.wallScenes[data.wall] = data.scene;
  },
});
