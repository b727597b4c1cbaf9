/** A page drawn once, cut where each answer differs, and compressed once for all its answers. */
import { promisify } from 'node:util';
import { constants, crc32, deflateRaw, deflateRawSync } from 'node:zlib';
import { crcAfter, crcShift } from './crc-join';

const deflated = promisify(deflateRaw);

/** Back-references of deflate reach this far, in bytes. */
const WINDOW = 32_768;
/** Ends a piece at a whole byte, without ending the stream. */
const { Z_SYNC_FLUSH } = constants;

const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
/** The last block of the stream, an empty one. */
const LAST_BLOCK = Buffer.from([3, 0]);

/** A reader's own part is packed from this length on, in bytes: below, packing costs more than the rest of an answer. */
const PACK_FROM = 1024;

/**
 * Pieces below this length are joined, in bytes. Longer ones are sent as they are: a copy of 35 kB for each of a thousand
 * answers in a second made the collector run through the whole heap every second.
 */
const JOIN_BELOW = 2048;

/** Bytes of a page, as they are and packed, with their checksum and its `crcShift`. */
type Piece = { plain: Buffer; packed: Buffer; sum: number; shift: number };
/** A piece that is the same in every answer, or a place for the nonce or for the reader's own part. */
type PagePiece = Piece | 'nonce' | 'own';

const pieceOf = (plain: Buffer, packed: Buffer): Piece => ({
  plain,
  packed,
  sum: crc32(plain),
  shift: crcShift(plain.length),
});

/** An uncompressed block, so that its content can be any. */
function storedBlock(content: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt16LE(content.length, 1);
  head.writeUInt16LE(0xffff - content.length, 3);
  return Buffer.concat([head, content]);
}

export class PageTemplate {
  private constructor(
    private readonly pieces: readonly PagePiece[],
    private readonly nonceLength: number,
  ) {}

  /** `nonce`: the one this page was drawn with. `slot`: where the reader's own part goes; found at most once. */
  static async cut(html: string, nonce: string, slot: string | null): Promise<PageTemplate> {
    const at = slot === null ? -1 : html.indexOf(slot);
    const around = at < 0 ? [html] : [html.slice(0, at), html.slice(at + (slot ?? '').length)];
    const [before = [], after] = await Promise.all(around.map((part) => packed(part, nonce)));
    return new PageTemplate(after ? [...before, 'own', ...after] : before, Buffer.byteLength(nonce));
  }

  /** True if it has a place for the reader's own part. */
  get personal(): boolean {
    return this.pieces.includes('own');
  }

  /** The page with this nonce and this own part, in order. Throws when the nonce has another length than the first one. */
  fill(nonce: string, own: string, zipped: boolean): Buffer[] {
    const given = { nonce: Buffer.from(nonce), own: Buffer.from(own) };
    if (given.nonce.length !== this.nonceLength) throw new Error('a nonce of another length');
    if (!zipped) return joined(this.pieces.map((p) => (typeof p === 'string' ? given[p] : p.plain)));
    const packedOwn =
      given.own.length < PACK_FROM
        ? storedBlock(given.own)
        : deflateRawSync(given.own, { finishFlush: Z_SYNC_FLUSH });
    const made = {
      nonce: pieceOf(given.nonce, storedBlock(given.nonce)),
      own: pieceOf(given.own, packedOwn),
    };
    const parts: Buffer[] = [GZIP_HEAD];
    let length = 0;
    let sum = 0;
    for (const place of this.pieces) {
      const piece = typeof place === 'string' ? made[place] : place;
      length += piece.plain.length;
      sum = crcAfter(sum, piece);
      parts.push(piece.packed);
    }
    const tail = Buffer.alloc(8);
    tail.writeUInt32LE(sum, 0);
    tail.writeUInt32LE(length, 4);
    parts.push(LAST_BLOCK, tail);
    return joined(parts);
  }
}

/** The same bytes in fewer buffers; long ones are not copied. */
function joined(parts: readonly Buffer[]): Buffer[] {
  const made: Buffer[] = [];
  let short: Buffer[] = [];
  const join = (): void => {
    if (short.length > 0) made.push(Buffer.concat(short));
    short = [];
  };
  for (const part of parts) {
    if (part.length < JOIN_BELOW) short.push(part);
    else {
      join();
      made.push(part);
    }
  }
  join();
  return made;
}

/**
 * The pieces of one part, and the places of the nonce between them. Each piece is compressed with what stands before it
 * in the part as its dictionary. The nonce is there as bytes that UTF-8 never has: so a back-reference can only reach a
 * nonce as a whole, and finds the answer's own one.
 */
async function packed(part: string, nonce: string): Promise<PagePiece[]> {
  const stand = Buffer.from(Array.from({ length: Buffer.byteLength(nonce) }, (_, i) => 0xf8 + (i % 8)));
  const pieces: PagePiece[] = [];
  let before = Buffer.alloc(0);
  // One after another: a compressor of 256 kB for each of them at once was a turn of several milliseconds.
  for (const [i, text] of part.split(nonce).entries()) {
    const plain = Buffer.from(text);
    const dictionary = before.subarray(-WINDOW);
    before = Buffer.concat([dictionary, plain, stand]);
    const options = { finishFlush: Z_SYNC_FLUSH, ...(dictionary.length > 0 ? { dictionary } : {}) };
    if (i > 0) pieces.push('nonce');
    pieces.push(pieceOf(plain, plain.length > 0 ? await deflated(plain, options) : plain));
  }
  return pieces;
}
