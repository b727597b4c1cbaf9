/**
 * The books of gatherings: each form is written once for a state of its log, held in memory, and sent to everybody who
 * asks.
 */
import { bringPhotos } from '../files/shared-files';
import { join } from 'node:path';
import { fileName } from '@/reports/file-name';
import { pathsOf } from '../streams/path-gatherings';
import type { StreamRow, Streams } from '../streams/streams';
import { bookData } from './book-data';
import { publicNames } from './export-data';
import type { Form } from '../file-formats/formats';
import { writeApart } from './document-process';

/** `key` changes when anything in the book may have changed: it is the ETag too. */
export type Made = { key: string; name: string; bytes: Uint8Array };
/** The state of one form; `expectedMs` is how long writing took the last time, or usually takes. */
export type Progress = { form: Form; ready: boolean; writing: boolean; expectedMs: number };

/**
 * Books are held only in memory: on disk they would be copies that an erasure has to find. The limit holds about twenty
 * days of all forms.
 */
const MOST_BYTES = 96 * 1024 * 1024;
const USUAL_MS = 4000;

export class Books {
  private readonly made = new Map<string, Made>();
  private readonly writing = new Map<string, { started: boolean; done: Promise<Made> }>();
  private readonly took = new Map<string, number>();

  constructor(
    private readonly streams: Streams,
    private readonly folder: string,
    private readonly publicUrl: string | null,
  ) {}

  private keyOf(row: StreamRow): string {
    const room = this.streams.gathering(row);
    const { rev } = this.streams.seats.labelled(row.id, publicNames(this.streams, row));
    const paths = pathsOf(this.streams, row).map((p) => this.streams.path(p).seq);
    return [room.seq, rev, ...paths].join('.');
  }

  /** The current book, or null when it is still to be written. */
  ready(row: StreamRow, form: Form, lang: string): Made | null {
    const made = this.made.get(`${row.id} ${form} ${lang}`);
    return made?.key === this.keyOf(row) ? made : null;
  }

  progress(row: StreamRow, form: Form, lang: string): Progress {
    const shelf = `${row.id} ${form} ${lang}`;
    return {
      form,
      ready: this.ready(row, form, lang) !== null,
      writing: this.writing.has(shelf),
      expectedMs: this.took.get(shelf) ?? USUAL_MS,
    };
  }

  /** Never older than the request. Requests that wait for the same book share one writing. */
  async book(row: StreamRow, form: Form, lang: string): Promise<Made> {
    await this.streams.gathering(row).settled();
    const ready = this.ready(row, form, lang);
    if (ready) return ready;
    const shelf = `${row.id} ${form} ${lang}`;
    const waiting = this.writing.get(shelf);
    if (waiting && !waiting.started) return waiting.done;
    const turn = { started: false, done: Promise.resolve(null as unknown as Made) };
    turn.done = (waiting?.done ?? Promise.resolve())
      .catch(() => {})
      .then(() => {
        turn.started = true;
        return this.ready(row, form, lang) ?? this.write(row, form, lang, shelf);
      })
      .finally(() => {
        if (this.writing.get(shelf) === turn) this.writing.delete(shelf);
      });
    this.writing.set(shelf, turn);
    return turn.done;
  }

  private async write(row: StreamRow, form: Form, lang: string, shelf: string): Promise<Made> {
    const key = this.keyOf(row);
    const { days, title } = this.streams.gathering(row).whole();
    bringPhotos(this.streams.store.files, this.folder);
    const began = performance.now();
    const { folder, publicUrl } = this;
    const database = this.streams.store.address;
    const now = this.streams.clock();
    // The hall's thread neither folds the log again nor sends it: the writing process reads it where it is.
    const what =
      database === null
        ? { book: bookData(this.streams, row, publicUrl) }
        : { from: { dataFolder: folder, database, stream: row.id, publicUrl, now } };
    const job = { form, folder: join(folder, 'photos'), id: `urn:cerchi:${row.id}`, lang, ...what };
    const bytes = await writeApart(job);
    this.took.set(shelf, Math.round(performance.now() - began));
    const made = { key, name: fileName(days[0] ?? '', title, 'report-istantaneo', form), bytes };
    this.made.delete(shelf);
    this.made.set(shelf, made);
    let held = [...this.made.values()].reduce((n, m) => n + m.bytes.byteLength, 0);
    for (const [old, { bytes: its }] of this.made) {
      if (held <= MOST_BYTES || old === shelf) break;
      held -= its.byteLength;
      this.made.delete(old);
    }
    return made;
  }
}
