/** A process that stands by: another one owns the database, and this one takes over when that one's lock is free. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { holdFolder } from '../../db/folder-lock';
import { fingerprintOf } from './files/secret';
import { keepPrivate } from './files/private-files';
import { guardAnswer } from './security/security-headers';
import { storeFailure } from './database/data-folder';
import { awaitPostgres, startStoreThread } from './database/postgres-store';

type Place = {
  folder: string;
  database: string;
  port: number;
  host: string;
  publicUrl: string | null;
  version: string;
};

/**
 * Waits until this process has the lock of its database, which must be opened at once. While another process has it, the
 * port is open and says so; `stoodBy` hears when it is. Returns what releases the data folder. Rejects with CannotOpen.
 */
export async function ownDatabase(at: Place, http: Server, stoodBy: () => void): Promise<() => void> {
  await startStoreThread();
  keepPrivate();
  const letGo = holdFolder(at.folder);
  const reached = new Int32Array(new SharedArrayBuffer(4));
  let silence: (() => void) | null = null;
  try {
    let turned = false;
    const turn = awaitPostgres(at.database, fingerprintOf(at.folder), reached).finally(() => {
      turned = true;
    });
    turn.catch(() => {});
    // The first answer: the lock is ours, or it is somebody's.
    while (!turned && Atomics.load(reached, 0) === 0) await new Promise((r) => setTimeout(r, 5));
    if (!turned) {
      silence = answerStandby(http, () => Atomics.load(reached, 0) === 1, at);
      await new Promise<void>((open) => http.listen(at.port, at.host, open));
      stoodBy();
    }
    await turn;
    return letGo;
  } catch (e) {
    letGo();
    throw storeFailure(e);
  } finally {
    silence?.();
  }
}

/** Seconds after which a browser, or a proxy, should ask again. */
const AGAIN = '2';

/** Answers on the port until the turn comes: that it is well, not ready, and has nothing to say. Returns how to stop. */
function answerStandby(http: Server, reached: () => boolean, about: Place): () => void {
  const { publicUrl, version } = about;
  const answer = (req: IncomingMessage, res: ServerResponse) => {
    const path = (req.url ?? '/').split('?', 1)[0];
    guardAnswer(res, { publicUrl }, path);
    const healthy = path === '/healthz' && reached();
    const body =
      path === '/healthz' ? { ok: reached(), standby: true, version } : { ready: false, standby: true };
    res.writeHead(healthy ? 200 : 503, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      // A kept connection would lead here still when this process is the owner, or another one is.
      connection: 'close',
      ...(healthy ? {} : { 'retry-after': AGAIN }),
    });
    res.end(JSON.stringify(body));
  };
  http.on('request', answer);
  return () => void http.off('request', answer);
}
