/** The files of photographs and maps: one for each content, kept as long as some report or map shows it. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Fact } from '@/domain/deed';
import { PHOTOS } from './shared-files';
import type { Streams, StreamRow } from '../streams/streams';

type WithPhotos = {
  reports: Record<string, { photos: readonly { id: string; hash: string; removed: boolean }[] }>;
  map: { picture: { hash: string } | null };
};
const mapIn = ({ map: { picture } }: WithPhotos): string[] => (picture ? [picture.hash] : []);
const photosIn = (state: WithPhotos) => Object.values(state.reports).flatMap((r) => r.photos);

export const photoFolderIn = (folder: string): string => join(folder, 'photos');
export const hashesIn = (state: WithPhotos): string[] => [
  ...photosIn(state).map((p) => p.hash),
  ...mapIn(state),
];

/** The hashes of all photos and maps that any gathering still shows. */
export const shownPhotos = (streams: Streams): Set<string> =>
  new Set(
    streams.readable(streams.all().filter((row) => row.kind === 'gathering')).flatMap((row) => {
      const state = streams.gathering(row).whole();
      return [...photosIn(state).flatMap((p) => (p.removed ? [] : [p.hash])), ...mapIn(state)];
    }),
  );

/** From the database first: what is only in the folder goes when the next process takes it. */
export function removePhoto(streams: Streams, folder: string, name: string): void {
  streams.store.files?.remove(`${PHOTOS}${name}`);
  rmSync(join(photoFolderIn(folder), name), { force: true });
}

/** Deletes those among them that no gathering shows any more. */
export function dropPhotos(streams: Streams, folder: string, hashes: readonly string[]): void {
  // The photos of a gathering that cannot be opened are unknown, so nothing is deleted until it can.
  if (hashes.length === 0) return;
  const shown = shownPhotos(streams);
  if (streams.damaged().length > 0) return;
  for (const hash of hashes) if (!shown.has(hash)) removePhoto(streams, folder, `${hash}.webp`);
}

/**
 * A photo removed from a report may be of somebody who did not want it: its file is deleted at once, not at the next
 * round. So is a map's that was taken down.
 */
export function dropTakenOff(streams: Streams, folder: string, row: StreamRow, fact: Fact): void {
  if (fact.type === 'mapTakenDown') {
    const { hash } = fact.data as { hash: string | null };
    dropPhotos(streams, folder, hash ? [hash] : []);
    return;
  }
  if (fact.type !== 'photoRemoved' || row.kind !== 'gathering') return;
  const taken = (fact.data as { photo: string }).photo;
  const photos = photosIn(streams.gathering(row).whole());
  dropPhotos(
    streams,
    folder,
    photos.filter((p) => p.id === taken).map((p) => p.hash),
  );
}
