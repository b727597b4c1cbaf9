/** A forgotten passphrase: a link for another one, from an owner or from the command line at the server. */
import { execFile } from 'node:child_process';
import { io } from 'socket.io-client';
import { expect, it } from 'vitest';
import { PROTOCOL } from '@/protocol/wire';
import { bundledProgram } from '../bundled-program';
import { openSpace, testHouse } from './house';
import { ask, enter, PASSPHRASE } from './office';

/** The command line, as the server's operator runs it. */
function cli(args: string[], env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const given = [bundledProgram('src/cli/cli.ts'), ...args];
  return new Promise((done) => {
    const child = execFile(process.execPath, given, { env: { ...process.env, ...env } }, (_, out, err) =>
      done({ code: child.exitCode, said: out + err }),
    );
  });
}

it('who forgot her passphrase gets a key, from the owner or at the server; every device that was in is out', async () => {
  const house = await testHouse();
  await openSpace(house);
  const { url, folder } = house;
  const cookie = await enter(house, 'Una owner', 'owner');
  const withKey = async (link: string, passphrase: string) => {
    const token = link.split('/chiave/')[1]?.trim() ?? '';
    return (await ask(house, '/api/enter', { token, name: 'Una owner', passphrase })).answer;
  };
  const desk = io(url, {
    path: '/filo',
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie },
  });
  const hello = { protocol: PROTOCOL, code: 'PROVA', surface: 'desk', since: null, people: 0 };
  expect(await desk.timeout(30_000).emitWithAck('hello', hello)).toMatchObject({ ok: true });
  const cut = new Promise((done) => desk.once('again', done));
  const at = (name: string) => cli(['key', name], { CERCHI_DATA: folder, PORT: '4567' });
  const nobody = await at('Una che non c’è');
  expect(nobody).toEqual({ code: 1, said: expect.stringContaining('There are: Una owner') });
  const { code, said } = await at('una OWNER');
  expect(code).toBe(0);
  const link = /http:\/\/localhost:4567\/chiave\/\S+/.exec(said)?.[0] ?? '';
  expect(await withKey(link, 'corta')).toMatchObject({ ok: false });
  expect(await withKey(link, 'un’altra frase ancora')).toEqual({ ok: true });
  expect(await cut).toMatchObject({ why: 'signed_out' });
  expect(await withKey(link, 'e una terza volta no')).toMatchObject({ refused: 'expired_link' });
  expect(await house.accounts.signIn('Una owner', PASSPHRASE)).toBeNull();
  const id = house.accounts.list()[0]?.id;
  expect(await house.accounts.signIn('Una owner', 'un’altra frase ancora')).toMatchObject({ id });
  expect(house.accounts.trail()).toContainEqual(
    expect.objectContaining({ who: 'operator', what: 'reset_link', about: id }),
  );
  desk.disconnect();
  await house.close();
  house.remove();
});
