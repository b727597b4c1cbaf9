/** Destroys the keys of unsigned facts' authors once nobody may know them any more; the log records it first. */
import { nanoid } from 'nanoid';
import type { Actor } from '@/domain/deed';
import { PHASES } from '@/domain/gathering/state/phase';
import { isSealedAuthor } from '../log/author-keys';
import type { Streams, StreamRow } from '../streams/streams';

const HOUSE: Actor = { id: 'custodian', role: 'owner', seat: null };
const CONCLUDED = PHASES.indexOf('concluded');

/**
 * Destroys the keys that are due: of a concluded gathering, or `now` of one whose retention is over; or of lines whose
 * key is not here, as in a copy restored on another machine, so their authors cannot be known. Returns which.
 */
export async function shredAuthors(
  streams: Streams,
  row: StreamRow,
  now = false,
): Promise<'concluded' | 'lost' | null> {
  if (row.kind !== 'gathering') return null;
  const room = streams.gathering(row);
  await room.settled();
  const state = room.whole();
  const lost = room.authors === 'lost';
  const due = lost || (room.authors === 'known' && (now || PHASES.indexOf(state.phase) >= CONCLUDED));
  if (due) {
    const command = { id: nanoid(14), type: 'forgetAuthors', ask: { lost } };
    const answer = await room.submit(command, HOUSE);
    if (!answer.ok)
      throw new Error(`${row.code}: the authors of unsigned acts could not be forgotten: ${answer.refused}`);
    await room.settled();
  }
  const epoch = state.keyEpoch ?? 0;
  // A crash may have come between the log's line and this.
  if (streams.keys.destroy(row.id, (of) => of < epoch) > 0 || due) streams.sleep(row.id);
  return due ? (lost ? 'lost' : 'concluded') : null;
}

/**
 * Erases a person: their unsigned facts get an invented author, so that they still count once, and all others are
 * encrypted again under a new key. So neither an older copy nor a comparison with the log tells which were theirs, nor
 * that there were any. `unlessNone`: does nothing where none is theirs, for an erasure that is repeated at every start.
 */
export async function disownActs(
  streams: Streams,
  row: StreamRow,
  seat: string,
  unlessNone = false,
): Promise<void> {
  const { keys, log } = streams;
  await streams.gathering(row).settled();
  // Nothing is awaited from here on: nobody can write between the last commit and the next load.
  const epoch = streams.gathering(row).whole().keyEpoch ?? 0;
  if (!keys.has(row.id, epoch)) return;
  const nobody = nanoid(14);
  const opened = [...log.since(row.id, 0)].flatMap((line) => {
    const author = isSealedAuthor(line.by) ? keys.open(row.id, line.seq, line.by) : null;
    return author ? [{ seq: line.seq, author }] : [];
  });
  if (unlessNone && !opened.some(({ author }) => author.by === seat)) return;
  // Until the lines are rewritten both keys are there, in case of a crash in between.
  keys.add(row.id, epoch);
  log.reseal(
    row.id,
    new Map(
      opened.map(({ seq, author }) => [
        seq,
        keys.seal(row.id, epoch, seq, author.by === seat ? { ...author, by: nobody } : author),
      ]),
    ),
  );
  // Memory still knows them, also if a key cannot be destroyed.
  streams.sleep(row.id);
  keys.destroy(row.id, (of, last) => of < epoch || !last);
}
