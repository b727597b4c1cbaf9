/** The baseline of the pages as a server: Next's own serving and a bare Socket.IO beside it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import next from 'next';
import { Server } from 'socket.io';
import { answer, memory } from './program';

const dir = fileURLToPath(new URL('./bare', import.meta.url));
if (!existsSync(`${dir}/.next/BUILD_ID`)) {
  const bin = fileURLToPath(new URL('../../node_modules/next/dist/bin/next', import.meta.url));
  const built = spawnSync(process.execPath, [bin, 'build', dir], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (built.status !== 0) throw new Error('the bare page could not be built');
}

const app = next({ dev: false, dir });
await app.prepare();
const handle = app.getRequestHandler();
const http = createServer((req, res) => void handle(req, res));
const io = new Server(http);
io.on('connection', (socket) => {
  socket.on('command', (note: unknown, reply: unknown) => {
    if (typeof reply === 'function') reply({ ok: true });
    io.emit('note', note);
  });
});

answer({
  memory,
  listen: () =>
    new Promise((done) =>
      http.listen(0, '127.0.0.1', () => {
        const at = http.address();
        done({ url: `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`, path: '/socket.io' });
      }),
    ),
});
