/**
 * Opens all data for this process: takes the data folder and the database, lifts older copies, and warns of what it finds.
 */
import { join } from 'node:path';
import type { AppOptions } from './app-options';
import { takeFolder } from './database/data-folder';
import { programHash } from './files/program-hash';
import { Streams } from './streams/streams';
import { upgradeCopies } from './upkeep/copy-upgrade';
import { TrustedClock } from './upkeep/trusted-clock';

/** Of the program that runs, which may have waited long for the database while another was put into its folder. */
const program = programHash();

/** `lost` hears that the database is another process's now. Throws CannotOpen where it cannot be had. */
export function openData(
  options: AppOptions,
  clock: () => number,
  warn: (what: string, error?: unknown) => void,
  lost: (why: string) => void,
) {
  const { store, secret, letGo } = takeFolder(options.folder, options.database, options.letGo);
  const streams = new Streams(store, secret, clock, store.log, program, options.commitGapMs);
  store.whenLost((why) => {
    streams.retire();
    lost(why);
  });
  streams.foundDamaged = (row, e) =>
    warn(
      `${row.code} can't be opened: its log is damaged, or the disk does not answer. If it stays so, put back the last copy: npm run -s cerchi -- restore FILE`,
      e,
    );
  const copied = upgradeCopies(
    options.folder,
    options.copies?.into ?? join(options.folder, 'copies'),
    streams.keys,
    clock(),
    warn,
  );
  if (streams.unlinked > 0)
    warn(
      `Until now the log told who voted what and who was where: ${streams.unlinked} lines of it were unlinked, and ${copied} copies. Copies made by hand or kept elsewhere still tell: delete them`,
    );
  const trusted = new TrustedClock(options.folder, store, clock, options.monotonic);
  const leap = trusted.leap();
  if (leap)
    warn(
      `the clock of this machine says ${leap.today}, ${Math.abs(leap.days)} days ${leap.days > 0 ? 'after' : 'before'} the time this server last lived. Until the owner confirms the date (/ufficio/dati) nothing is deleted because of its age`,
    );
  return { store, secret, letGo, streams, trusted };
}
