/** The settings keep the maker of a link as long as the link, and the turn of a totem as long as its sign-in. */
import { expect, it } from 'vitest';
import { ENTRY_LASTS, KEY_HOURS } from '@/server/identity/accounts';
import { testHouse } from './house';

it('what is kept about links and totems goes with them, and not before', async () => {
  let now = Date.UTC(2026, 4, 17);
  const house = await testHouse(undefined, 0, { clock: () => now, monotonic: () => now });
  const { accounts, store } = house;
  const kept = () =>
    ['link:', 'totem:'].map((prefix) => store.settings.startingWith(prefix).map(({ value }) => value).length);
  try {
    const owner = await accounts.create('Titolare', 'owner', 'una frase ben lunga');
    if (!owner) throw new Error('no account');
    const old = accounts.invite('invite', 'helper', null, KEY_HOURS, undefined, owner.id);
    accounts.totems.start('stream-000001', owner, undefined);
    now += 60 * 86_400_000;
    const fresh = accounts.invite('invite', 'helper', null, KEY_HOURS, undefined, owner.id);
    accounts.totems.start('stream-000001', owner, undefined);
    expect(kept()).toEqual([2, 2]);
    accounts.forget(now);
    expect(kept()).toEqual([1, 2]);
    expect([accounts.link(old), accounts.link(fresh)?.purpose]).toEqual([null, 'invite']);
    now += ENTRY_LASTS;
    accounts.forget(now);
    expect(kept()).toEqual([0, 1]);
  } finally {
    await house.close();
    house.remove();
  }
});
