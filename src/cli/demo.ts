/** The verb `demo`: brings the demonstration into the data folder. */
import { readConfig } from '@/server/config';
import { takeFolder } from '@/server/database/data-folder';
import { Streams } from '@/server/streams/streams';
import type { Verb } from './usage';

export const demo: Verb = async () => {
  const { bringDemo } = await import('../../db/demo/bring');
  const { folder, database } = readConfig();
  const { store, secret } = takeFolder(folder, database);
  const streams = new Streams(store, secret);
  console.log(
    (await bringDemo(streams))
      ? 'The demonstration is there: gathering DEMO, path PATTO.'
      : 'The demonstration was already there: gathering DEMO, path PATTO.',
  );
  await streams.commits.settle();
  return 0;
};
