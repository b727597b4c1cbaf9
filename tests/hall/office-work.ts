/** An office at work on a path, by HTTP: its pages, its state, the words of its gatherings, every file, and a large sheet. */
import { nanoid } from 'nanoid';
import { io } from 'socket.io-client';
import { PLACES } from '@/app/percorso/[code]/[[...where]]/places';
import { programming } from '@/domain/programming/catalogue';
import { guessMapping } from '@/domain/programming/import-columns';
import { understand } from '@/domain/programming/import-parser';
import { PROTOCOL } from '@/protocol/version';
import type { Welcome } from '@/protocol/wire';
import type { YearMade } from './year';

export const SHEET_ROWS = 2000;
const OFFICE_PAGES = ['', '/persone', '/accessi', '/dati', '/registro', '/ente', '/informativa'];
const SHEET = [
  'Codice;Progetto;Totale;Ore',
  ...Array.from({ length: SHEET_ROWS }, (_, i) => `Z${i};Progetto numero ${i};${i},50;2`),
].join('\n');

type Desk = Pick<YearMade, 'code' | 'cookie' | 'first' | 'files'> & { url: string };

/** The parts of the work, in the order in which they are done; each file is one. Each throws when an answer is not a good one. */
export function officeWork({ url, code, cookie, first, files }: Desk): Record<string, () => Promise<void>> {
  async function answerTo(path: string, init: RequestInit = {}): Promise<Response> {
    const answer = await fetch(url + path, {
      ...init,
      headers: { cookie, ...init.headers },
      redirect: 'manual',
    });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return answer;
  }
  const read = async (path: string, accept = '*/*'): Promise<number> =>
    (await (await answerTo(path, { headers: { accept } })).arrayBuffer()).byteLength;
  return {
    async pages() {
      for (const place of PLACES) await read(`/percorso/${code}/${place}`, 'text/html');
      for (const page of OFFICE_PAGES) await read(`/ufficio${page}`, 'text/html');
    },
    async state() {
      const socket = io(url, {
        path: '/filo',
        transports: ['websocket'],
        extraHeaders: { cookie },
        forceNew: true,
      });
      try {
        await new Promise<void>((up) => socket.once('connect', up));
        const hello = { protocol: PROTOCOL, code, surface: 'desk', since: null, fetches: true };
        const welcome = (await socket.emitWithAck('hello', hello)) as Welcome;
        if (!welcome.snapshot) throw new Error('the welcome names no snapshot');
        await read(welcome.snapshot.url);
      } finally {
        socket.disconnect();
      }
    },
    async words() {
      await read(`/api/path/${code}/said`, 'application/x-ndjson');
      await read(`/api/path/${code}/similar?ref=${encodeURIComponent(first)}`);
    },
    ...Object.fromEntries(
      files.map((file) => [file, async () => void (await read(`/api/path/${code}/export/${file}`))]),
    ),
    async sheet() {
      const sent = { method: 'POST', body: SHEET, headers: { 'content-type': 'application/octet-stream' } };
      const { rows } = (await (await answerTo(`/api/import/sheet/${code}`, sent)).json()) as {
        rows: { line: number; cells: string[] }[];
      };
      const mapping = guessMapping('project', rows);
      const understood = understand('project', programming.empty(), rows, mapping, () => nanoid(14));
      const body = { id: nanoid(14), what: 'project', rows: understood.rows.map((r) => r.row) };
      if (body.rows.length !== SHEET_ROWS) throw new Error(`${body.rows.length} rows were understood`);
      await answerTo(`/api/import/rows/${code}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(body),
      });
    },
  };
}
