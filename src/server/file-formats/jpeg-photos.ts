/** The photographs of a document, converted to JPEG: the one image format that every document format can hold. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Doc } from '@/reports/document';
import { PAPER } from '@/tokens/colours';
import { type MapBlock, mapPicture } from './map-picture';

export type Photo = { jpeg: Uint8Array; width: number; height: number };

/** Longest side, in pixels: sharp on A4, and a book of forty photos stays small enough to send to a phone. */
const LONGEST = 1200;

/** The available photos, by hash; one missing from `folder` is left out, and its caption stays. */
export async function photosOf(doc: Doc, folder: string | null): Promise<Map<string, Photo>> {
  const asked = new Map<string, MapBlock | null>(
    doc.blocks.flatMap((b) => (b.is === 'photo' ? [[b.hash, b.map ?? null]] : [])),
  );
  const photos = new Map<string, Photo>();
  if (folder === null || asked.size === 0) return photos;
  const { default: sharp } = await import('sharp');
  for (const [hash, map] of asked) {
    const file = map ? map.picture : hash;
    if (file !== null && !/^[a-f0-9]{64}$/.test(file)) continue;
    try {
      const picture = map
        ? await mapPicture(map, folder)
        : sharp(await readFile(join(folder, `${hash}.webp`)));
      const { data, info } = await picture
        .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: PAPER.ground })
        .jpeg({ quality: 80 })
        .toBuffer({ resolveWithObject: true });
      photos.set(hash, { jpeg: data, width: info.width, height: info.height });
    } catch {
      // A missing or broken picture does not cost people their book.
    }
  }
  return photos;
}
