/** Names a state that many devices fetch, by HTTP and compressed: in a welcome, and in a page that comes without it. */
import type { Labels } from '@/protocol/wire';
import type { Audience } from './audience-view';
import type { Streams, StreamRow } from './streams';

/** `people`: the labels that this audience may know, which travel with the state. `key`: of one that is made now. */
export function recentSnapshot(
  streams: Streams,
  row: StreamRow,
  audience: Audience,
  people: () => { rev: number; labels: Labels },
  key?: string,
): { key: string; seq: number; rev: number } {
  const make = () => {
    const { seq, text } = streams.stream(row).snapshot(audience);
    const { rev, labels } = people();
    return { seq, rev, text: `{"state":${text},"labels":${JSON.stringify(labels)}}` };
  };
  return streams.snapshots.recent(row.id, audience, make, key);
}
