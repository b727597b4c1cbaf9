/** Builds data exports, for the command line and the HTTP routes alike. */
import { bookSigners } from '@/domain/gathering/book-signature';
import { type GatheringExport, gatheringJson } from '@/reports/gathering-json';
import { fileName } from '@/reports/file-name';
import { openPart, passedOn } from '@/reports/open-data';
import type { OfficeDetails } from '@/protocol/office-details';
import { type PathExport, pathJson } from '@/reports/path-json';
import type { Streams, StreamRow } from '../streams/streams';
import { packageZip } from '../file-formats/data-package';
import { gatheringRows, gatheringsOf } from '../streams/path-gatherings';

/** Seats whose labels anyone may read: of those who signed a text, or the book. */
export const publicNames = (streams: Streams, row: StreamRow): Record<string, true> => {
  const room = streams.gathering(row);
  return { ...room.seen('public').named, ...bookSigners(room.whole()) };
};

export function gatheringData(streams: Streams, row: StreamRow, publicly: boolean): GatheringExport {
  const room = streams.gathering(row);
  const { labels } = streams.seats.labelled(row.id, publicly ? publicNames(streams, row) : 'all');
  return gatheringJson(room.whole(), { labels, publicly, exportedAt: streams.clock() });
}

export const pathData = (streams: Streams, row: StreamRow): PathExport =>
  pathJson(streams.path(row).whole(), gatheringsOf(streams, row), { exportedAt: streams.clock() });

/**
 * The gatherings are included as anyone may see them: a package is made to be passed on. `office`: who publishes them;
 * `publicUrl`: where people reach this server.
 */
export function pathPackage(
  streams: Streams,
  row: StreamRow,
  office: OfficeDetails,
  publicUrl: string | null,
): { name: string; bytes: Uint8Array } {
  const data = passedOn(openPart(pathData(streams, row)));
  const gatherings = gatheringRows(streams, row).map((g) => gatheringData(streams, g, true));
  const day = data.exportedAt.slice(0, 10);
  const { controller, contact, ipa } = office;
  const address = publicUrl && `${publicUrl.replace(/\/$/, '')}/esiti/${row.code}`;
  const by = { name: controller || (data.path.body ?? ''), contact, ipa, address };
  return {
    name: fileName(day, data.path.title ?? row.code, 'dati', 'zip'),
    bytes: packageZip(data, gatherings, by),
  };
}
