/** Reads deflated frames. It is loaded once the device is live, for the first frames may come as plain JSON. */
import { inflateSync, strFromU8, strToU8 } from 'fflate';
import { frameDictionary } from '@/protocol/frame-dictionary';
import type { Frame } from '@/protocol/wire';

export { DICTIONARY } from '@/protocol/frame-dictionary';

/** Of one stream. It throws where the bytes were deflated with another dictionary. */
export function frameInflater(stream: string): (bytes: Uint8Array) => Frame {
  const dictionary = strToU8(frameDictionary(stream));
  return (bytes) => JSON.parse(strFromU8(inflateSync(bytes, { dictionary }))) as Frame;
}
