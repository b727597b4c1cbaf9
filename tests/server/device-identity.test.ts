/** A device’s identity: the format of its cookie, the name of its browser, and what it may do in each stream. */
import { createCipheriv, hkdfSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DeviceEntries, entryOf } from '@/server/identity/device-entries';
import { authorize } from '@/server/identity/authorize';
import {
  cookieFor,
  type Identity,
  nobody,
  recognise,
  seal,
  signedIn,
  sitsOn,
} from '@/server/identity/session-cookie';
import { LABEL_MAX } from '@/domain/words';
import { Label } from '@/server/identity/take-seat';

const SECRET = 'a secret of this test';
const NOW = Date.UTC(2014, 4, 17, 8);
const DAY = 86_400_000;
/** `seats` of one stream, with its recovery code, until `NOW`: sealed with a nonce of sevens. */
const GOLDEN =
  'BwcHBwcHBwcHBwcHN3UQvblVk6SGAggERWfOntfL-RGwRT9akhck5tbewYqOkmPBY9v_ItwHG1bsTur99QQDm8Sp7nTR806CNOtOxk5tf26mBc4mvjnPNpf06OPltqBFYo5eQJt1Z2rhgA';
const everySeat = { sits: () => true, has: () => true };
const everyTotem = { holds: () => true, isTurn: () => true };

describe('the cookie of a device', () => {
  /** The format as it has been since the first version, made without the program’s own code. */
  const sealedByHand = (identity: unknown, nonce = Buffer.alloc(12, 7)) => {
    const key = Buffer.from(hkdfSync('sha256', SECRET, '', 'cerchi cookie', 32));
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    const text = Buffer.concat([cipher.update(JSON.stringify(identity), 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, text, cipher.getAuthTag()]).toString('base64url');
  };
  const read = (header: string | undefined, now = NOW) =>
    recognise(header, SECRET, everySeat, everyTotem, now);

  it('of an earlier version is read, so that an upgrade costs nobody a seat', async () => {
    const seats = { 'stream-1': { id: 'seat-1', code: 'ABCD2345' } };
    const old = sealedByHand({ seats, until: NOW });
    // The same bytes as ever: a format that changes with its reader would pass every other test.
    expect(old).toBe(GOLDEN);
    expect(await read(`cerchi=${old}`)).toEqual({ ...nobody(), seats });
  });

  it('is found among others, and is nobody’s when it is missing, foreign, changed or too old', async () => {
    const identity = { ...nobody(), lang: 'en' };
    const sealed = seal(identity, SECRET, NOW);
    const changed = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const header of [`cerchi=${sealed}`, `a=b;cerchi=${sealed}`, `a=b; cerchi=${sealed}; c=d`])
      expect(await read(header)).toEqual(identity);
    expect(await read(`cerchi=${sealed}`, NOW + 90 * DAY)).toEqual(identity);
    const none = [
      undefined,
      '',
      'cerchi=',
      `xcerchi=${sealed}`,
      `cerchi=${changed}`,
      'cerchi=short',
      'cerchi=%',
    ];
    for (const header of none) expect([header, await read(header)]).toEqual([header, nobody()]);
    expect(await read(`cerchi=${sealed}`, NOW + 90 * DAY + 1)).toEqual(nobody());
    expect(await read(`cerchi=${sealedByHand({ seats: 'none', until: NOW })}`)).toEqual(nobody());
    expect(await read(`cerchi=${seal(identity, 'another secret', NOW)}`)).toEqual(nobody());
  });

  it('lasts ninety days, is read by no script, and is sent to no other site', () => {
    const plain = 'cerchi=a%2Bb; Path=/; HttpOnly; SameSite=Lax; Max-Age=7776000';
    expect(cookieFor('a+b', false)).toBe(plain);
    expect(cookieFor('a+b', true)).toBe(`${plain}; Secure`);
  });

  const seat = { id: 'seat-1', code: 'ABCD2345' };
  const totem = { stream: 'one', by: 'acc-1', epoch: 1, at: NOW, entry: 'entry-1', turn: 'turn-1' };
  const held = {
    ...nobody(),
    seats: { one: seat, two: { ...seat, id: 'seat-2', code: null, epoch: 3 } },
    totem,
  };
  const recognised = (seating: Partial<Parameters<typeof recognise>[2]>, totems = {}) =>
    recognise(
      `cerchi=${seal(held, SECRET, NOW)}`,
      SECRET,
      { ...everySeat, ...seating },
      { ...everyTotem, ...totems },
      NOW,
    );

  it('keeps the seats of its epoch, and remembers a lost one that its code brings back', async () => {
    const { one, two } = held.seats;
    expect(await recognised({})).toEqual(held);
    expect(await recognised({ epoch: () => 3 })).toEqual({ ...held, seats: { two } });
    expect(await recognised({ epoch: () => 4 })).toEqual({ ...held, seats: {} });
    expect(await recognised({ epoch: () => 1 })).toEqual(held);
    // Erased: it is known, and nobody sits there.
    expect(await recognised({ sits: () => false })).toEqual({ ...held, seats: {} });
    const restored = { sits: () => false, has: () => false };
    expect(await recognised(restored)).toEqual({ ...held, seats: {}, lost: { one } });
  });

  it('keeps the seat of a totem for its turn, and no totem that has ended', async () => {
    const { two } = held.seats;
    expect(await recognised({}, { isTurn: () => false })).toEqual({ ...held, seats: { two } });
    expect(await recognised({}, { holds: () => false })).toEqual({ ...held, seats: { two }, totem: null });
  });

  it('gains a seat as the last one, found again or not, and a sign-in with its account', () => {
    const identity: Identity = { ...held, seats: { ...held.seats }, lost: { three: seat } };
    sitsOn(identity, 'one', { id: 'seat-9', code: null });
    sitsOn(identity, 'three', seat);
    expect(Object.entries(identity.seats)).toEqual([
      ['two', held.seats.two],
      ['one', { id: 'seat-9', code: null }],
      ['three', seat],
    ]);
    expect(identity.lost).toEqual({});
    const account = { id: 'acc-2', epoch: 4, name: 'Anna' };
    const entered = { ...held, was: 'acc-2', account: { id: 'acc-2', epoch: 4, at: NOW } };
    expect(signedIn(held, account, NOW)).toEqual(entered);
    const listed = signedIn(held, account, NOW, 'entry-2');
    expect(listed).toEqual({ ...entered, account: { ...entered.account, entry: 'entry-2' } });
    expect(entryOf({ id: 'acc-2', epoch: 4, at: NOW, entry: 'entry-2' })).toBe('entry-2');
    expect(entryOf({ id: 'acc-2', epoch: 4, at: NOW })).toBe(`acc-2.${NOW}`);
  });
});

it('a device is named by its browser and its system, and no more', () => {
  const rows: [string | undefined, string, string][] = [
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0',
      '',
      'Edge · Windows',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', '', 'Firefox · Linux'],
    [
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36',
      '',
      'Chrome · Android',
    ],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) CriOS/130.0 Safari/604.1', '', 'Chrome · iOS'],
    ['Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) Version/18.0 Safari/604.1', '', 'Safari · iOS'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1.15',
      'Totem',
      'Totem · Safari · macOS',
    ],
    ['curl/8.5.0', '', ''],
    ['Something (Windows)', '', 'Windows'],
    [undefined, 'Totem', 'Totem'],
    [undefined, '', ''],
  ];
  for (const [agent, use, device] of rows) {
    const made: unknown[] = [];
    const entries = new DeviceEntries({ addEntry: (row: unknown) => made.push(row) } as never, () => NOW);
    const id = entries.open('acc-1', agent, use);
    expect(made).toEqual([{ id, account: 'acc-1', device, at: NOW, endedAt: null }]);
    expect(id).toMatch(/^[\w-]{16}$/);
  }
});

it('a device’s sign-ins stand from the newest down, and only those young enough', () => {
  const entry = (id: string, at: number) => ({ id, at, account: 'acc-1', device: '', endedAt: null });
  const open = [entry('old', 10), entry('new', 30), entry('edge', 5), entry('mid', 20)];
  const store = { openEntries: (of: string) => (of === 'acc-1' ? open : []) };
  const entries = new DeviceEntries(store as never, () => NOW);
  expect(entries.standing('acc-1', 5).map((e) => e.id)).toEqual(['new', 'mid', 'old']);
});

describe('what a device may do in a stream', () => {
  const gathering = { id: 'one', kind: 'gathering', path: null, rehearsal: false };
  const path = { id: 'way', kind: 'path', path: null, rehearsal: false };
  const asked = (
    surface: Parameters<typeof authorize>[3],
    row: typeof gathering,
    account: { role: string; scope: string | null } | null,
    identity: Partial<Identity> = {},
    { holds = true, keeps = true, completes = true } = {},
  ) =>
    authorize(
      {
        seats: { holds: () => holds, label: () => 'Anna' },
        index: { byId: () => null },
      } as never,
      {
        of: () => account && { id: 'acc-1', name: 'Regia', epoch: 1, endsAt: null, ...account },
        totems: { keepsSeat: () => keeps },
        completionHolds: () => completes,
      } as never,
      row as never,
      surface,
      { ...nobody(), ...identity },
    );
  const office = (role: string, as = role) => ({
    ...{ actor: { id: 'acc-1', role: as, seat: null }, audience: 'staff', label: 'Regia' },
  });
  const not = (refused: string) => ({ ok: false, refused });

  it('is its account’s on a desk, and a helper’s at a kiosk', () => {
    const free = (role: string) => ({ role, scope: null });
    expect(asked('desk', gathering, free('owner'))).toEqual(office('owner'));
    expect(asked('desk', gathering, free('helper'))).toEqual(office('helper'));
    expect(asked('kiosk', gathering, free('owner'))).toEqual(office('owner', 'helper'));
    expect(asked('desk', path, free('planner'))).toEqual(office('planner'));
    expect(asked('desk', path, free('helper'))).toEqual(not('not_allowed'));
    expect(asked('kiosk', path, free('helper'))).toEqual(not('not_allowed'));
    for (const surface of ['desk', 'kiosk'] as const) {
      expect(asked(surface, gathering, null)).toEqual(not('not_signed_in'));
      expect(asked(surface, gathering, { role: 'owner', scope: 'two' })).toEqual(not('not_allowed'));
    }
    expect(asked('desk', gathering, { role: 'planner', scope: 'one' })).toEqual(office('planner'));
  });

  it('is its seat’s on a phone, a link’s for one report, and nothing on a wall', () => {
    const sits = { seats: { one: { id: 'seat-1', code: null } } };
    const opened = { completes: { one: { topic: 'topic-1', link: 'a-hash-of-more-than-twenty' } } };
    const nothing = { actor: null, audience: 'public', label: null };
    const byLink = { id: 'link-a-hash-of-more-than-', role: 'participant', seat: null, completes: 'topic-1' };
    const seated = { id: 'seat-1', role: 'participant', seat: 'seat-1' };
    const shown = { audience: 'public', label: 'Anna' };
    expect(asked('phone', gathering, null, sits)).toEqual({ ...shown, actor: seated });
    expect(asked('phone', gathering, null, { ...sits, ...opened })).toEqual({
      ...{ ...shown, actor: { ...seated, completes: 'topic-1' } },
    });
    expect(asked('phone', gathering, null, opened)).toEqual({ ...nothing, actor: byLink });
    expect(asked('phone', gathering, null, opened, { completes: false })).toEqual(nothing);
    expect(asked('phone', gathering, null, sits, { holds: false })).toEqual(nothing);
    expect(asked('phone', gathering, null, sits, { keeps: false })).toEqual(nothing);
    expect(asked('phone', gathering, null)).toEqual(nothing);
    expect(asked('wall', gathering, null, { ...sits, ...opened })).toEqual(nothing);
    expect(asked('phone', path, null, sits)).toEqual(not('not_allowed'));
    expect(asked('wall', path, null)).toEqual(not('not_allowed'));
  });
});

it('a label is one line without control characters, of some visible letters and not too many', () => {
  const LONGEST = 'x'.repeat(LABEL_MAX);
  const rows: [string, unknown][] = [
    [' Anna\t\u0007B. ', 'Anna  B.'],
    ['e\u0301', 'é'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
    [LONGEST, LONGEST],
    [`${LONGEST} `, LONGEST],
    [`${LONGEST}x`, 'text_too_long'],
    ['x'.repeat(4 * LABEL_MAX + 1), 'text_too_long'],
    ['', 'blank_text'],
    [' \n ', 'blank_text'],
    ['\u200b', 'blank_text'],
  ];
  for (const [typed, kept] of rows) {
    const { data, error } = Label.safeParse(typed);
    expect([typed, data ?? error?.issues[0]?.message]).toEqual([typed, kept]);
  }
});
