/** Planners at their desks: accounts by link and passphrase, a path as the founding document lists it, a meeting linked to it. */
import type { BrowserContext } from 'playwright-core';
import { memoryStorage } from '@/client/storage/device-storage';
import { socketWire } from '@/client/connection/socket-wire';
import { Replica } from '@/client/replica/replica';
import { programming } from '@/domain/programming/catalogue';
import type { Path } from '@/domain/programming/state';
import { isRefusal } from '@/domain/refusal';
import { until } from '../until';

const PASSPHRASE = 'quattro parole a caso';
const asJson = { accept: 'application/json' };

/** The device is signed in as a new account, by the one-time link's token. */
export async function signIn(
  context: BrowserContext,
  url: string,
  token: string,
  name: string,
): Promise<void> {
  const data = { token, name, passphrase: PASSPHRASE };
  const answer = await context.request.post(`${url}/api/enter`, { data, headers: asJson });
  if (!answer.ok()) throw new Error(`not signed in: ${await answer.text()}`);
}

/** A one-time link's token for a colleague. */
export async function invite(context: BrowserContext, url: string, role = 'planner'): Promise<string> {
  const answer = await context.request.post(`${url}/api/invite`, { data: { role }, headers: asJson });
  return ((await answer.json()) as { link: string }).link.split('/').at(-1) ?? '';
}

export async function openPath(context: BrowserContext, url: string): Promise<string> {
  const data = { from: 'founding' };
  const answer = await context.request.post(`${url}/api/paths`, { data, headers: asJson });
  return ((await answer.json()) as { code: string }).code;
}

/** A planner's desk without a screen, over a real socket. Close it when done. */
export async function desk(context: BrowserContext, url: string, code: string): Promise<Replica<Path>> {
  const cookie = (await context.cookies()).map((c) => `${c.name}=${c.value}`).join('; ');
  const replica = new Replica<Path>({
    code,
    surface: 'desk',
    catalogue: programming as never,
    wire: () => socketWire(url, { extraHeaders: { cookie }, transports: ['websocket'], forceNew: true }),
    keep: memoryStorage(),
  });
  replica.start();
  await until('the desk is in', () => replica.snapshot().link === 'live');
  return replica;
}

/** Sends and waits until the stream has published it; a refusal fails the test. */
export async function does(replica: Replica<Path>, type: string, ask: unknown): Promise<void> {
  const answer = replica.ask(type, ask, { blind: true });
  if (isRefusal(answer)) throw new Error(`${type}: ${answer.refused}`);
  await until(`${type} is done`, () => replica.snapshot().outbox.length === 0);
  const told = replica.snapshot().told[0];
  if (told) throw new Error(`${type}: ${told.refusal.refused} ${JSON.stringify(told.refusal.detail)}`);
}

/** Links a gathering held here as a meeting of the path. */
export const linkGathering = (replica: Replica<Path>, gathering: string): Promise<void> =>
  does(replica, 'addMeeting', {
    id: 'incontro-ost',
    title: 'Open Space di maggio',
    kind: 'ost',
    phase: 'fase-maggio',
    date: '2014-05-17',
    dateStatus: 'svolto',
    gathering,
  });
