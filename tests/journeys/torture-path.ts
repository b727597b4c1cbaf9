/** A planner who types into every register of the path, and codes with, texts that have broken software before. */
import { nanoid } from 'nanoid';
import { PATH } from '../../db/demo/path';
import { memoryStorage } from '@/client/storage/device-storage';
import { socketWire } from '@/client/connection/socket-wire';
import { Replica } from '@/client/replica/replica';
import { programming } from '@/domain/programming/catalogue';
import type { Path } from '@/domain/programming/state';
import { until } from '../until';
import { does } from './planners';
import { TEXTS } from './torture';
import type { Visitor } from './visitor';

/** A title is one line. */
export const TITLES = TEXTS.map((t) => t.replaceAll('\n', ' '));

export async function torturedPath(by: Visitor): Promise<void> {
  const replica = new Replica<Path>({
    code: PATH.code,
    surface: 'desk',
    catalogue: programming as never,
    wire: () =>
      socketWire(by.url, { extraHeaders: { cookie: by.cookie }, transports: ['websocket'], forceNew: true }),
    keep: memoryStorage(),
  });
  replica.start();
  try {
    await until('the desk is in', () => replica.snapshot().link === 'live');
    const add = async (type: string, words: object): Promise<string> => {
      const id = nanoid(14);
      await does(replica, type, { id, ...words });
      return id;
    };
    const response = await fetch(`${by.url}/api/path/${PATH.code}/said`, { headers: { cookie: by.cookie } });
    const { said } = (await response.json()) as { said: { ref: string; text: string }[] };
    for (const [n, title] of TITLES.entries()) {
      const at = (m: number) => TEXTS[(n + m) % TEXTS.length] ?? '';
      const need = await add('addNeed', {
        title,
        description: at(1),
        affectedGroups: at(2),
        hardship: at(3),
      });
      const table = await add('addTable', { name: title, object: at(4), rationale: at(5), lead: title });
      const proposal = await add('addProposal', { title, description: at(6), needs: [need], table });
      await does(replica, 'giveOutcome', { id: proposal, outcome: 'rinviata', reason: at(7) });
      await add('addProject', { code: `X${n}`, title, holder: title, results: at(8), table });
      const who = { who: at(10), where: at(11), when: at(12), indicator: at(13), target: at(14) };
      await add('addGoal', { code: `Z${n}`, statement: at(9), table, proposals: [proposal], ...who });
      await add('addOrganization', { name: title, municipality: at(15) });
      await add('addSheet', { title, table, parts: [{ heading: title, text: at(16) }] });
      const words = said.find((s) => s.text === TEXTS[n]);
      if (words)
        await add('codeWords', {
          ref: words.ref,
          start: 0,
          end: words.text.length,
          make: [{ id: nanoid(14), label: title }],
          memo: at(17),
        });
    }
  } finally {
    replica.close();
  }
}
