/** A server with the demonstration: made once for all the test files of a worker, because making it takes a second. */
import { cpSync } from 'node:fs';
import { bringDemo } from '../../db/demo/bring';
import { newFolder, type TestHouse, testHouse } from './house';

let first: Promise<string> | undefined;

async function make(): Promise<string> {
  const house = await testHouse();
  await bringDemo(house.streams);
  await house.close();
  process.once('exit', house.remove);
  return house.folder;
}

/** Each has a copy of the folder for itself: what one test writes, no other reads. */
export async function demoHouse(): Promise<TestHouse> {
  first ??= make();
  const folder = newFolder();
  cpSync(await first, folder, { recursive: true });
  return testHouse(folder);
}
