/** The first baseline: bare Socket.IO, one emit per message to all, no storage. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { answer, memory } from './program';

const http = createServer();
const io = new Server(http, { serveClient: false, transports: ['websocket'] });
let seq = 0;

io.on('connection', (socket) => {
  socket.on('command', (note: { cmd: string }, reply: (a: unknown) => void) => {
    seq += 1;
    reply({ ok: true, seq });
    io.emit('note', { seq, ...note });
  });
});

const listen = (port: number) =>
  new Promise<{ url: string; path: string }>((done) =>
    http.listen(port, '127.0.0.1', () => {
      const at = http.address();
      done({ url: `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`, path: '/socket.io' });
    }),
  );

answer({ memory, listen: ({ port = 0 }: { port?: number }) => listen(port) });
