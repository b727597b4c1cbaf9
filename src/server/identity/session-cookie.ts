/** The sealed cookie that holds a device's identities. Identity is never taken from a message. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import * as z from 'zod';

export const COOKIE = 'cerchi';
const DAYS = 90;
/** Browsers drop a cookie of more than 4096 bytes with its name and attributes, and every seat with it. */
const MOST = 3800;

const Shape = z.object({
  /** This device's seat in each stream, with its recovery code so that it can be shown again. */
  seats: z
    .record(
      z.string(),
      z.object({ id: z.string(), code: z.string().nullable(), epoch: z.number().optional() }),
    )
    .default({}),
  account: z
    .object({ id: z.string(), epoch: z.number(), at: z.number(), entry: z.string().optional() })
    .nullable()
    .default(null),
  /** The account that last signed in on this device: guesses at its passphrase elsewhere do not slow its owner here. */
  was: z.string().nullable().default(null),
  /**
   * This device is a totem of that gathering, set up by that account and known in its list by that sign-in; `turn`
   * changes with each person.
   */
  totem: z
    .object({
      stream: z.string(),
      by: z.string(),
      epoch: z.number().optional(),
      at: z.number().optional(),
      entry: z.string().optional(),
      turn: z.string().optional(),
    })
    .nullable()
    .default(null),
  /** By stream: the one report that a completion link has opened on this device, and the link. */
  completes: z.record(z.string(), z.object({ topic: z.string(), link: z.string() })).default({}),
  lang: z.string().nullable().default(null),
});
type Sealed = z.infer<typeof Shape>;
export type Totem = NonNullable<Sealed['totem']>;
/** `lost`: seats of this device that the log does not have, as after an older copy was restored. */
export type Identity = Sealed & { lost: Sealed['seats'] };
export const nobody = (): Identity => ({
  seats: {},
  lost: {},
  account: null,
  was: null,
  totem: null,
  completes: {},
  lang: null,
});

/** One key for the life of the process: deriving it for every returning phone made storms slow. */
const keys = new Map<string, Buffer>();
function keyOf(secret: string): Buffer {
  let key = keys.get(secret);
  if (!key) {
    key = Buffer.from(hkdfSync('sha256', secret, '', 'cerchi cookie', 32));
    keys.set(secret, key);
  }
  return key;
}

/** Encrypted, authenticated (AES-256-GCM) and dated: `nonce · text · tag`. */
/** `now`: epoch ms from a clock that does not jump, here and in `recognise`. */
export function seal({ lost, ...identity }: Identity, secret: string, now = Date.now()): string {
  const until = now + DAYS * 86_400_000;
  const held = Object.entries({ ...lost, ...identity.seats });
  const text = () => JSON.stringify({ ...identity, seats: Object.fromEntries(held), until });
  // The seat taken longest ago is dropped first; its code brings it back.
  while (held.length > 0 && sealedLength(text()) > MOST) held.shift();
  return sealText(text(), secret);
}

/** The nonce and the tag are 28 bytes; base64 turns three bytes into four characters. */
const sealedLength = (text: string): number => Math.ceil(((Buffer.byteLength(text) + 28) * 4) / 3);

function sealText(text: string, secret: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce);
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return sealed.toString('base64url');
}

/** Throws when it was not sealed here, or too long ago. */
function unseal(sealed: string, secret: string, now: number): unknown {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < 29) throw new Error('too short');
  const open = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, 12), { authTagLength: 16 });
  open.setAuthTag(bytes.subarray(-16));
  const text = Buffer.concat([open.update(bytes.subarray(12, -16)), open.final()]).toString('utf8');
  const { until, ...identity } = JSON.parse(text) as { until: number };
  if (until < now) throw new Error('expired');
  return identity;
}

/** A cookie that is missing, expired or not ours has no identity. */
async function identityFrom(cookieHeader: string | undefined, secret: string, now: number): Promise<Sealed> {
  const sealed = cookieHeader
    ?.split(';')
    .map((c) => c.trim())
    .find((c) => c.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);
  if (!sealed) return nobody();
  try {
    const parsed = Shape.safeParse(unseal(decodeURIComponent(sealed), secret, now));
    return parsed.success ? parsed.data : nobody();
  } catch {
    return nobody();
  }
}

/** The identity in the cookie, without the seats that have been erased since and without a totem that has ended. */
export async function recognise(
  cookieHeader: string | undefined,
  secret: string,
  seating: {
    sits(stream: string, id: string): boolean;
    has(stream: string, id: string): boolean;
    epoch?(stream: string, id: string): number;
  },
  totems: { holds(totem: Totem): boolean; isTurn(totem: Totem): boolean },
  now = Date.now(),
): Promise<Identity> {
  const identity = await identityFrom(cookieHeader, secret, now);
  const { totem } = identity;
  const ended = totem !== null && !totems.holds(totem);
  if (totem && (ended || !totems.isTurn(totem))) delete identity.seats[totem.stream];
  if (ended) identity.totem = null;
  const seats: Identity['seats'] = {};
  const lost: Identity['lost'] = {};
  for (const [stream, held] of Object.entries(identity.seats))
    if (seating.sits(stream, held.id)) {
      if ((held.epoch ?? 1) >= (seating.epoch?.(stream, held.id) ?? 1)) seats[stream] = held;
    }
    // A seat without its own code was only used for a moment, at a totem.
    else if (held.code !== null && !seating.has(stream, held.id)) lost[stream] = held;
  const { account, was, completes, lang } = identity;
  // Named one by one: a copy made by `...` has a hidden class of its own, larger than itself.
  return { seats, lost, account, was, totem: identity.totem, completes, lang };
}

/** Gives this device the seat, as the last one to be dropped. */
export function sitsOn(identity: Identity, stream: string, seat: Identity['seats'][string]): void {
  delete identity.lost[stream];
  delete identity.seats[stream];
  identity.seats[stream] = seat;
}

/** HttpOnly and SameSite always; Secure wherever the page came over HTTPS. */
export const cookieFor = (sealed: string, secure: boolean): string =>
  `${COOKIE}=${encodeURIComponent(sealed)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${DAYS * 24 * 3600}${secure ? '; Secure' : ''}`;

/** Signed in on this device from now on, until `Accounts.of` finds the sign-in too old. */
export const signedIn = (
  identity: Identity,
  account: { id: string; epoch: number },
  at: number,
  entry?: string,
): Identity => ({
  ...identity,
  was: account.id,
  account: { id: account.id, epoch: account.epoch, at, ...(entry ? { entry } : {}) },
});
