/**
 * Finds the texts of a path that are most alike to the one being read. Each path's index is kept in memory while planners
 * read; what is withheld, taken back or erased leaves it before it is asked again.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Lookup } from '@/domain/deed';
import { readOnes, type Said, saidInGathering, saidOnPaper } from '@/domain/programming/source-text';
import { gatheringRows, lookupAlong } from '../streams/path-gatherings';
import type { StreamRow, Streams } from '../streams/streams';
import { TextIndex } from './full-text-index';

const SIMILAR_MAX = 10;
/** An index nobody asks is dropped after this time, in ms. */
const IDLE = 10 * 60_000;

/** The texts of one gathering, or of the path itself, as they were indexed. */
type IndexedSource = { seq: number; refs: ReadonlySet<string> };
type StreamTextIndex = {
  index: TextIndex;
  parts: Map<string, IndexedSource>;
  /** Updates of one index follow each other. */
  last: Promise<void>;
  idle?: NodeJS.Timeout;
};

const readable = (said: readonly Said[]): Map<string, string> =>
  new Map(said.flatMap((s) => (s.withheld || s.text === '' ? [] : [[s.ref, s.text] as const])));

export class SimilarTexts {
  private readonly kept = new Map<string, StreamTextIndex>();

  constructor(private readonly streams: Streams) {}

  /** References of the ten most alike, the most alike first; null when nobody may read the text, or there is none. */
  async to(path: StreamRow, ref: string): Promise<string[] | null> {
    const kept: StreamTextIndex = this.kept.get(path.id) ?? {
      index: new TextIndex(),
      parts: new Map(),
      last: Promise.resolve(),
    };
    this.kept.set(path.id, kept);
    clearTimeout(kept.idle);
    kept.idle = setTimeout(() => this.kept.delete(path.id), IDLE).unref();
    const update = kept.last.catch(() => {}).then(() => this.update(path, kept));
    kept.last = update;
    await update;
    // Texts may have been withheld while the index was brought up to date: what is not as it was indexed is left out.
    const now = this.lookup(path);
    const same = (other: string): boolean => {
      const found = now(other);
      return found !== null && !found.withheld && found.text === kept.index.textOf(other);
    };
    const text = same(ref) ? kept.index.textOf(ref) : undefined;
    if (text === undefined) return null;
    const similar: string[] = [];
    for (const other of kept.index.alike(text)) {
      if (similar.length === SIMILAR_MAX) break;
      if (other !== ref && same(other)) similar.push(other);
    }
    return similar;
  }

  private lookup(path: StreamRow): Lookup {
    const along = lookupAlong(this.streams, path);
    const own = readable(saidOnPaper(this.streams.path(path).whole()));
    return (ref) => {
      const text = own.get(ref);
      return text === undefined ? along(ref) : { text, withheld: false };
    };
  }

  /** Each gathering is read in a turn of its own, and only if something happened in it. */
  private async update(path: StreamRow, { index, parts }: StreamTextIndex): Promise<void> {
    const rows = gatheringRows(this.streams, path);
    const present = new Set([path.id, ...rows.map((r) => r.id)]);
    for (const [id, part] of parts) {
      if (present.has(id)) continue;
      await index.update(new Map(), part.refs);
      parts.delete(id);
    }
    const bring = async (id: string, seq: number, read: () => readonly Said[]) => {
      const before = parts.get(id);
      if (before?.seq === seq) return;
      const texts = readable(read());
      const gone = [...(before?.refs ?? [])].filter((ref) => !texts.has(ref));
      await index.update(texts, gone);
      parts.set(id, { seq, refs: new Set(texts.keys()) });
      await nextTurn();
    };
    const { streams } = this;
    const own = streams.path(path);
    await bring(path.id, own.seq, () => saidOnPaper(own.whole()));
    let worked: { seq: number; refs: ReadonlySet<string> } | null = null;
    // Made once for all gatherings, and again only if the path was written in meanwhile.
    const read = () => {
      const path = own.whole();
      if (worked?.seq !== path.seq) worked = { seq: path.seq, refs: readOnes(path) };
      return worked.refs;
    };
    for (const row of rows) {
      const gathering = streams.gathering(row);
      await bring(row.id, gathering.seq, () => saidInGathering(own.whole(), gathering.whole(), read()));
    }
  }
}
