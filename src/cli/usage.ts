/** The usage text of the command line, and what a verb is. */

export const HELP = `cerchi — for those who run it

  export CODE --format json [--out FILE] [--public]   everything of a gathering
  export path [CODE] --format json [--out FILE]       everything of a path, gatherings and programming
  export path [CODE] --format package [--out FILE]    the same as a data package: CSV tables, SQLite, JSON, in a zip
  export path [CODE] --file NAME.FORM [--lang en]     one document or table, such as programma-attuativo.pdf
  export path [CODE] --file all --out FOLDER          every document in every form, and every table
  verify [FILE]                                       folds every log, or those of a backup, and says whether they hold
  demo                                                brings the demonstration gathering and path
  backup FILE                                         a whole copy in one file, also while the server runs
  restore FILE                                        puts a backup in place of the data folder (stop the server first)
  move TO                                             moves everything to postgres://…, or from there to a new folder, and compares
  audit [N]                                           the last lines of the trail: who entered, hid, exported, erased
  key NAME                                            a one-time link for who has forgotten the passphrase of that account
  retention [--today DATE]                            takes away now the identifiers kept long enough (stop the server)
  help                                                this text

The data folder is CERCHI_DATA (default: data).
Exit codes: 0 done · 1 something is wrong · 2 usage · 3 the data folder cannot be opened`;

/** Does one verb of the command line. Returns the exit code. */
export type Verb = (
  args: string[],
  options: Record<string, string | boolean | undefined>,
) => number | Promise<number>;

/** Thrown once the usage is printed: exit 2. */
export class Usage extends Error {}

export const usage = (why: string): never => {
  console.error(`${why}\n\n${HELP}`);
  throw new Usage();
};
