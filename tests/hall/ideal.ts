/** The second baseline: the machine's limit. Frames and group commit to SQLite, and no domain at all. */
import { createServer } from 'node:http';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Server } from 'socket.io';
import { answer, memory } from './program';

type Note = { cmd: string; text: string; topic: string };
type Waiting = { seq: number; note: Note; reply: (a: unknown) => void };
const COMMIT_MS = 8;
const FRAME_MS = 60;

const db = new Database(join(process.env.HALL_FOLDER ?? '.', 'ideal.sqlite'));
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('CREATE TABLE notes (seq INTEGER PRIMARY KEY, cmd TEXT UNIQUE, at INTEGER, data TEXT)');
const insert = db.prepare('INSERT INTO notes VALUES (?,?,?,?)');
const write = db.transaction((batch: Waiting[], texts: string[]) => {
  batch.forEach((w, i) => {
    insert.run(w.seq, w.note.cmd, Date.now(), texts[i]);
  });
});

const http = createServer();
const io = new Server(http, { serveClient: false, transports: ['websocket'] });
let seq = 0;
let batch: Waiting[] = [];
let frame: { from: number; texts: string[] } = { from: 1, texts: [] };

function commit(): void {
  const taken = batch;
  batch = [];
  const texts = taken.map((w) => JSON.stringify({ seq: w.seq, ...w.note }));
  write.immediate(taken, texts);
  for (const w of taken) w.reply({ ok: true, seq: w.seq });
  if (frame.texts.length === 0) {
    frame.from = taken[0]?.seq ?? 0;
    setTimeout(announce, FRAME_MS);
  }
  frame.texts.push(...texts);
}

function announce(): void {
  const { from, texts } = frame;
  frame = { from: 0, texts: [] };
  io.emit('frame', `{"from":${from},"facts":[${texts.join(',')}]}`);
}

io.on('connection', (socket) => {
  socket.on('command', (note: Note, reply: (a: unknown) => void) => {
    seq += 1;
    batch.push({ seq, note, reply });
    if (batch.length === 1) setTimeout(commit, COMMIT_MS);
  });
});

const listen = () =>
  new Promise<{ url: string; path: string }>((done) =>
    http.listen(0, '127.0.0.1', () => {
      const at = http.address();
      done({ url: `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`, path: '/socket.io' });
    }),
  );

answer({ memory, listen });
