/** Before the first journey the app is built once, so that parallel files find it ready. */
import { rmSync } from 'node:fs';
import { startApp } from './browser';

export default async function build(): Promise<void> {
  const app = await startApp();
  await app.stop();
  rmSync(app.folder, { recursive: true, force: true });
}
