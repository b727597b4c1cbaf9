/** One demonstration for all export tests. */
import type { Gathering } from '@/domain/gathering/state';
import type { Path } from '@/domain/programming/state';
import { demoHouse } from '../server/demo-house';
import type { TestHouse } from '../server/house';
import { gatheringsOf } from '@/server/streams/path-gatherings';

export type Demo = { house: TestHouse; path: Path; gatherings: Gathering[]; close(): Promise<void> };

export async function demonstration(): Promise<Demo> {
  const house = await demoHouse();
  const row = house.streams.index.find('PATTO');
  if (!row) throw new Error('no demonstration path');
  return {
    house,
    path: house.streams.path(row).whole() as Path,
    gatherings: gatheringsOf(house.streams, row),
    async close() {
      await house.close();
      house.remove();
    },
  };
}
