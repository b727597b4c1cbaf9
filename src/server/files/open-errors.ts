/** The error for a data folder that could not be opened. Its message says what to do. */
import type { CannotOpen } from '../../../db/open';

const SAY: Record<CannotOpen['why'], string> = {
  newer:
    'This data folder was written by a newer version of Cerchi. Install that version, or choose another folder with CERCHI_DATA.',
  locked:
    'The database is in use by another process. Is Cerchi already running on this folder? Stop it, or choose another folder with CERCHI_DATA.',
  read_only:
    'The data folder cannot be written. Give this user the right to write in it, or choose another with CERCHI_DATA.',
  full: 'The disk is full. Nothing was lost: make room on it and start again, or choose another folder with CERCHI_DATA.',
  failing:
    'The disk does not answer as it should. Nothing was changed. Check its cable and its health, or restore the last copy on another disk with CERCHI_DATA and: npm run -s cerchi -- restore FILE.',
  damaged:
    'The file is damaged. Nothing was changed. If it is the database, put back the last copy: npm run -s cerchi -- restore FILE.',
  refused:
    'The database server does not accept this user, password or database. Check the address in CERCHI_DATABASE.',
  other_folder:
    'This database belongs to another data folder: the secret of this one is not its own. Nothing was changed. Bring the file secret and the folder keys of that data folder into the one that CERCHI_DATA names, and start again.',
  unreachable:
    'The database server does not answer. Nothing was changed. See that it runs, and that CERCHI_DATABASE is its address.',
  missing: 'It is not there. Check the name, and that CERCHI_DATA is the folder you mean.',
};

export const inWords = (e: CannotOpen): string => `${SAY[e.why]}\n(${e.message})`;
