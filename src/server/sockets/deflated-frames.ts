/**
 * Deflates a frame once for all who hear it. Each frame alone, with a dictionary that holds nobody's words: what is withheld
 * from somebody is in one frame only, so its length can be compared with no guess of theirs (CRIME), and nothing erased stays behind
 * in a window of earlier frames.
 */
import { deflateRawSync } from 'node:zlib';
import { frameDictionary } from '@/protocol/frame-dictionary';
import type { Frame } from '@/protocol/wire';
import { rawBytes } from './raw-json';

/** Longer frames, in characters, are deflated quickly; those beyond `MOST` are sent as they are, for they would block this thread. */
const LONG = 32_000;
const MOST = 512_000;

/** The frame's JSON as a message of bytes; null where it is too long. */
export function deflated(json: string, stream: string): Frame | null {
  if (json.length > MOST) return null;
  const dictionary = Buffer.from(frameDictionary(stream));
  return rawBytes(deflateRawSync(json, { dictionary, level: json.length > LONG ? 1 : 9 }));
}
