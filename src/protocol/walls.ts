/**
 * The messages between walls and desks about the walls themselves: on their own Socket.IO namespace, stored in no log.
 */
import * as z from 'zod/mini';
import { text } from '@/domain/shapes';
import { LABEL_MAX } from '@/domain/words';
import type { Refused } from './wire';

/** The Socket.IO namespace. */
export const WALLS = '/walls';

/** `blocked`: switched on, but the browser waits for somebody to touch the screen. */
export const SOUND_STATES = ['on', 'off', 'blocked'] as const;
export type SoundState = (typeof SOUND_STATES)[number];
/** The wall's wake lock. `impossible`: the page is not on HTTPS, or the browser cannot. */
export const AWAKE_STATES = ['on', 'off', 'impossible'] as const;
export type AwakeState = (typeof AWAKE_STATES)[number];

const Code = z.string().check(z.maxLength(40));

/** A wall's report about itself, at first and whenever something changes. `name` null: it has none yet. */
export const WallReport = z.strictObject({
  code: Code,
  name: z.nullable(text(LABEL_MAX)),
  sound: z.enum(SOUND_STATES),
  awake: z.enum(AWAKE_STATES),
  scene: z.string().check(z.maxLength(40)),
});
export type WallReport = z.infer<typeof WallReport>;

/** A desk's request to one wall, or to all: to test its sound, or to change its name. */
export const WallOrder = z.strictObject({
  code: Code,
  wall: z.nullable(z.string().check(z.maxLength(40))),
  order: z.union([
    z.strictObject({ what: z.literal('try') }),
    z.strictObject({ what: z.literal('rename'), name: text(LABEL_MAX) }),
  ]),
});
export type WallOrder = z.infer<typeof WallOrder>;

export const WallWatch = z.strictObject({ code: Code });

/** An open wall as desks see it. `number`: the lowest that no other open wall has. */
export type OpenWall = Omit<WallReport, 'code'> & { id: string; number: number };

export type WallsSay = {
  walls: (open: OpenWall[]) => void;
  order: (order: WallOrder['order']) => void;
};
type Answered<T> = (answer: ({ ok: true } & T) | Refused) => void;
export type WallsHear = {
  report: (report: WallReport, answer: Answered<{ number: number }>) => void;
  watch: (watch: { code: string }, answer: Answered<{ walls: OpenWall[] }>) => void;
  order: (order: WallOrder, answer: Answered<object>) => void;
};
