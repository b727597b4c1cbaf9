/** Who a device is: one sealed cookie, read at the door. Identity is never taken from a message. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sealData, unsealData } from 'iron-session';
import * as z from 'zod';
import { writeDurably } from '../durable';

export const COOKIE = 'cerchi';
const DAYS = 90;

const Shape = z.object({
  /** The seat this device sits on, by stream, with its recovery code so that it can be shown again. */
  seats: z.record(z.string(), z.object({ id: z.string(), code: z.string().nullable() })).default({}),
  account: z.object({ id: z.string(), epoch: z.number() }).nullable().default(null),
  /** This device is a totem of that gathering, opened by that account. */
  totem: z.object({ stream: z.string(), by: z.string() }).nullable().default(null),
  lang: z.string().nullable().default(null),
});
export type Identity = z.infer<typeof Shape>;
export const nobody = (): Identity => ({ seats: {}, account: null, totem: null, lang: null });

/** The data folder's own secret: made at first start, readable by the owner of the process alone. */
export function readSecret(folder: string): string {
  const file = join(folder, 'secret');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    // Were it lost in a power cut, every phone would lose its seat.
    writeDurably(file, randomBytes(48).toString('base64url'), 0o600);
  }
  return readFileSync(file, 'utf8').trim();
}

export const seal = (identity: Identity, secret: string): Promise<string> =>
  sealData(identity, { password: secret, ttl: DAYS * 24 * 3600 });

/** A cookie that is missing, expired or not ours is nobody. */
export async function identityFrom(cookieHeader: string | undefined, secret: string): Promise<Identity> {
  const sealed = cookieHeader
    ?.split(';')
    .map((c) => c.trim())
    .find((c) => c.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);
  if (!sealed) return nobody();
  try {
    const parsed = Shape.safeParse(await unsealData(decodeURIComponent(sealed), { password: secret }));
    return parsed.success ? parsed.data : nobody();
  } catch {
    return nobody();
  }
}

/** HttpOnly and SameSite always; Secure wherever the page came over HTTPS. */
export const cookieFor = (sealed: string, secure: boolean): string =>
  `${COOKIE}=${encodeURIComponent(sealed)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${DAYS * 24 * 3600}${secure ? '; Secure' : ''}`;
