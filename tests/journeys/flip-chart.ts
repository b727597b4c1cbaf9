/** A photograph of a flip chart, taken upright with a phone and hung on a report by the command of a real device. */
import { nanoid } from 'nanoid';
import sharp from 'sharp';
import type { Assembly } from './assembly';

const LINES = ['Chi cura', 'ha bisogno', 'di TEMPO', '→ un sabato', 'al mese'];

const chart = (): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1600"><rect width="1200" height="1600" fill="#8a6d4f"/>
      <rect x="60" y="60" width="1080" height="1480" fill="#fffdf4"/><g font-family="sans-serif" font-size="150" fill="#1b3a8a">
      ${LINES.map((line, i) => `<text x="140" y="${330 + i * 260}">${line}</text>`).join('')}</g></svg>`,
    ),
  )
    .jpeg()
    .toBuffer();

/** `n`: the person who hangs it. */
export async function hangPhoto({ seats, code, act }: Assembly, n: number, topic: string): Promise<void> {
  const seat = seats[n];
  if (!seat) throw new Error(`there is no person ${n}`);
  const sent = await fetch(`${seat.url}/api/photos/${code}`, {
    method: 'POST',
    body: new Uint8Array(await chart()),
    headers: { cookie: seat.cookie },
  });
  const { hash, w, h } = (await sent.json()) as { hash: string; w: number; h: number };
  await act(n, 'attachPhoto', { topic, photo: nanoid(14), hash, w, h, caption: 'Il foglio del cerchio' });
}
