/** Streams that belong together, found by code, by path and by photograph; and the names that anyone may read. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Fact } from '@/domain/deed';
import { gathering } from '@/domain/gathering/catalogue';
import type { StreamRecord, StreamStore } from '@/server/database/store';
import { publicNames } from '@/server/exports/export-data';
import { dropPhotos, dropTakenOff, hashesIn, removePhoto, shownPhotos } from '@/server/files/photo-files';
import { gatheringRows, gatheringsOf, lookupAlong, pathsOf } from '@/server/streams/path-gatherings';
import { recentSnapshot } from '@/server/streams/recent-snapshot';
import { SnapshotStore } from '@/server/streams/snapshot-store';
import { StreamIndex } from '@/server/streams/stream-index';
import type { StreamRow, Streams } from '@/server/streams/streams';
import { newFolder } from './house';

const row = (id: string, more: Partial<StreamRow> = {}) =>
  ({
    id,
    code: id.toUpperCase(),
    kind: 'gathering',
    path: null,
    demo: false,
    rehearsal: false,
    createdAt: 0,
    ...more,
  }) as StreamRow;

describe('a path and its gatherings', () => {
  const path = row('p1', { kind: 'path' });
  const other = row('p2', { kind: 'path' });
  const rows = [
    path,
    other,
    row('opened', { path: 'p1' }),
    row('elsewhere', { path: 'p2' }),
    row('named'),
    row('removed'),
    row('alone'),
    row('rehearsal', { path: 'p1', rehearsal: true }),
    row('torn', { path: 'p1' }),
  ];
  const meetings = {
    m1: { gathering: 'named', removed: false },
    m2: { gathering: 'removed', removed: true },
    m3: { gathering: null, removed: false },
    m4: { gathering: 'p2', removed: false },
  };
  const streams = {
    index: { byId: (id: string) => rows.find((r) => r.id === id) ?? null },
    all: () => rows,
    readable: (some: readonly StreamRow[]) => some.filter((r) => r.id !== 'torn'),
    path: ({ id }: StreamRow) => ({ whole: () => ({ meetings: id === 'p1' ? meetings : {} }) }),
    gathering: ({ id }: StreamRow) => ({
      whole: () => ({
        ...gathering.empty(),
        id,
        notes: { n1: { id: 'n1', text: `di ${id}`, hidden: null, withdrawn: false } },
      }),
    }),
  } as unknown as Streams;
  const ids = (some: readonly { id: string }[]) => some.map((r) => r.id);

  it('are those that were opened in it or that a meeting names, no rehearsal, and none that cannot be read', () => {
    expect(ids(gatheringRows(streams, path))).toEqual(['opened', 'named']);
    expect(ids(gatheringRows(streams, other))).toEqual(['elsewhere']);
    expect(ids(gatheringsOf(streams, path))).toEqual(['opened', 'named']);
  });

  it.each([
    ['p1', ['p1']],
    ['opened', ['p1']],
    ['named', ['p1']],
    ['elsewhere', ['p2']],
    ['removed', []],
    ['alone', []],
    ['rehearsal', []],
  ])('are found from either: %s', (id, paths) => {
    expect(ids(pathsOf(streams, rows.find((r) => r.id === id) ?? path))).toEqual(paths);
  });

  it.each([
    ['opened/note/n1', 'di opened'],
    ['named/note/n1', 'di named'],
    ['named/note/n2', undefined],
    ['elsewhere/note/n1', undefined],
    ['alone/note/n1', undefined],
    ['none/note/n1', undefined],
    ['', undefined],
  ])('give a note of their own and no other: %s', (ref, text) => {
    expect(lookupAlong(streams, path)(ref)?.text).toBe(text);
  });
});

describe('the index of streams', () => {
  function indexOf(...kept: StreamRow[]) {
    const asked: string[] = [];
    const store: StreamStore = {
      all: () => kept as StreamRecord[],
      byId: (id) => (kept.find((r) => r.id === id) as StreamRecord | undefined) ?? null,
      byCode(code) {
        asked.push(code);
        return (kept.find((r) => r.code === code) as StreamRecord | undefined) ?? null;
      },
      add: (added) => void kept.push(added as StreamRow),
      remove: (id) =>
        void kept.splice(
          kept.findIndex((r) => r.id === id),
          1,
        ),
    };
    return { index: new StreamIndex(store, () => 77), kept, asked };
  }

  it('finds a code however it is written, and asks the database once', () => {
    const { index, asked } = indexOf(row('a', { code: 'AB12' }));
    for (const code of ['ab12', ' A b-1.2 ', 'AB12']) expect(index.find(code)?.id).toBe('a');
    expect(asked).toEqual(['AB12']);
    expect([index.find('AB13'), index.byId('a')?.code, index.byId('b'), index.all().length]).toEqual([
      null,
      'AB12',
      null,
      1,
    ]);
  });

  it('files a stream with the time, and finds it no more once it is leaving or struck', () => {
    const { index, kept } = indexOf();
    const { createdAt: _, rehearsal: __, ...plain } = row('a', { code: 'AB12' });
    const filed = index.file(plain);
    expect(filed).toEqual(row('a', { code: 'AB12', createdAt: 77 }));
    expect(index.file({ ...plain, id: 'b', code: 'CD34', rehearsal: true }).rehearsal).toBe(true);
    expect(index.find('AB12')).toEqual(filed);
    index.leave(filed);
    expect([index.find('AB12'), index.byId('a')]).toEqual([null, filed]);
    index.find('CD34');
    index.strike(row('b', { code: 'CD34' }));
    expect([index.find('CD34'), kept.map((r) => r.id)]).toEqual([null, ['a']]);
  });

  it('makes a code that is free', () => {
    const { index } = indexOf();
    const taken: string[] = [];
    vi.spyOn(index, 'find').mockImplementation((code) => {
      taken.push(code);
      return taken.length < 3 ? row('x') : null;
    });
    expect(index.freshCode()).toBe(taken[2]);
  });
});

describe('photographs and maps', () => {
  type Kept = { photos?: [id: string, hash: string, removed: boolean][]; map?: string };
  function hallOf(kept: Record<string, Kept>, damaged: string[] = []) {
    const rows = [row('path', { kind: 'path' }), ...Object.keys(kept).map((id) => row(id))];
    const gone: string[] = [];
    const stateOf = ({ photos = [], map }: Kept) => ({
      reports: {
        a: { photos: photos.slice(0, 1).map(([id, hash, removed]) => ({ id, hash, removed })) },
        b: { photos: photos.slice(1).map(([id, hash, removed]) => ({ id, hash, removed })) },
      },
      map: { picture: map ? { hash: map } : null },
    });
    const streams = {
      all: () => rows,
      readable: (some: StreamRow[]) => some,
      damaged: () => damaged,
      gathering: ({ id }: StreamRow) => ({ whole: () => stateOf(kept[id] ?? {}) }),
      store: { files: { remove: (name: string) => void gone.push(name) } },
    } as unknown as Streams;
    return { streams, gone, stateOf };
  }
  let folder = '';
  beforeEach(() => {
    folder = newFolder();
    mkdirSync(join(folder, 'photos'));
    for (const name of ['h1', 'h2', 'h3', 'm1']) writeFileSync(join(folder, `photos/${name}.webp`), '');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const there = () => ['h1', 'h2', 'h3', 'm1'].filter((h) => existsSync(join(folder, `photos/${h}.webp`)));
  const A: Kept = {
    photos: [
      ['1', 'h1', false],
      ['2', 'h2', true],
    ],
    map: 'm1',
  };

  it('are those that some gathering shows, and of one state all that it ever had', () => {
    const h = hallOf({ a: A, b: { photos: [['3', 'h3', false]] } });
    expect([...shownPhotos(h.streams)]).toEqual(['h1', 'm1', 'h3']);
    expect(hashesIn(h.stateOf(A))).toEqual(['h1', 'h2', 'm1']);
    expect(hashesIn(h.stateOf({}))).toEqual([]);
  });

  it('are removed from database and folder, also where the file is not there', () => {
    const h = hallOf({});
    removePhoto(h.streams, folder, 'h1.webp');
    removePhoto(h.streams, folder, 'none.webp');
    expect([there(), h.gone]).toEqual([
      ['h2', 'h3', 'm1'],
      ['photos/h1.webp', 'photos/none.webp'],
    ]);
    Object.assign(h.streams, { store: { files: null } });
    removePhoto(h.streams, folder, 'h2.webp');
    expect(there()).toEqual(['h3', 'm1']);
  });

  it('go when nothing shows them, and stay where a log cannot be read', () => {
    const damaged = ['x'];
    const h = hallOf({ a: A }, damaged);
    const all = vi.spyOn(h.streams, 'all');
    dropPhotos(h.streams, folder, []);
    expect(all).not.toHaveBeenCalled();
    dropPhotos(h.streams, folder, ['h1', 'h2']);
    expect(there()).toHaveLength(4);
    damaged.pop();
    dropPhotos(h.streams, folder, ['h1', 'h2', 'm1']);
    expect([there(), h.gone]).toEqual([['h1', 'h3', 'm1'], ['photos/h2.webp']]);
  });

  it.each<[string, StreamRow, string, unknown, string[]]>([
    ['the photograph', row('b'), 'photoRemoved', { photo: '2' }, ['h1', 'h3', 'm1']],
    ['none that is shown elsewhere', row('b'), 'photoRemoved', { photo: '1' }, ['h1', 'h2', 'h3', 'm1']],
    ['none for another fact', row('b'), 'photoAttached', { photo: '2' }, ['h1', 'h2', 'h3', 'm1']],
    ['none of a path', row('p', { kind: 'path' }), 'photoRemoved', { photo: '2' }, ['h1', 'h2', 'h3', 'm1']],
    ['the map', row('b'), 'mapTakenDown', { hash: 'h3' }, ['h1', 'h2', 'm1']],
    ['no map that hangs elsewhere', row('b'), 'mapTakenDown', { hash: 'm1' }, ['h1', 'h2', 'h3', 'm1']],
    ['no map where none hung', row('b'), 'mapTakenDown', { hash: null }, ['h1', 'h2', 'h3', 'm1']],
  ])('go at once when they are taken off: %s', (_, of, type, data, left) => {
    const b: Kept = {
      photos: [
        ['1', 'h1', true],
        ['2', 'h2', true],
      ],
    };
    const h = hallOf({ a: { photos: [['9', 'h1', false]], map: 'm1' }, b });
    dropTakenOff(h.streams, folder, of, { type, data } as Fact);
    expect(there()).toEqual(left);
  });
});

describe('what anyone may read', () => {
  it('are the names of those who signed a text or the book, as the public state says', () => {
    const seen = (audience: string) => ({
      named: audience === 'public' ? { s1: true } : { s1: true, s9: true },
    });
    const seats = { s2: { id: 's2' }, s3: { id: 's3' }, s4: { id: 's4', erased: true } };
    const state = {
      ...gathering.empty(),
      seats,
      private: { s2: { signs: true }, s3: {}, s4: { signs: true } },
    };
    const of = (minors: boolean) =>
      ({ gathering: () => ({ seen, whole: () => ({ ...state, minors }) }) }) as unknown as Streams;
    expect(publicNames(of(false), row('a'))).toEqual({ s1: true, s2: true });
    expect(publicNames(of(true), row('a'))).toEqual({ s1: true });
  });

  it('is one text with its labels, for a device that comes late', async () => {
    const snapshots = new SnapshotStore(() => 0);
    const people = vi.fn(() => ({ rev: 4, labels: { s1: 'Anna' } }));
    const streams = {
      snapshots,
      stream: () => ({ snapshot: (audience: string) => ({ seq: 9, text: `{"of":"${audience}"}` }) }),
    } as unknown as Streams;
    const { key, seq, rev } = recentSnapshot(streams, row('a'), 'public', people);
    expect([seq, rev]).toEqual([9, 4]);
    expect(String(await snapshots.body(key, 'identity'))).toBe(
      '{"state":{"of":"public"},"labels":{"s1":"Anna"}}',
    );
    expect(recentSnapshot(streams, row('a'), 'public', people).key).toBe(key);
    expect(people).toHaveBeenCalledTimes(1);
  });
});
