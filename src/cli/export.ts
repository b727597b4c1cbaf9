/** The verb `export`: a gathering or a path as data, as a package, or as one of its documents. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageFor } from '@/i18n/languages';
import { readConfig } from '@/server/config';
import { gatheringData, pathData, pathPackage } from '@/server/exports/export-data';
import { pathFile, pathFileNames } from '@/server/exports/path-files';
import { officeDetails } from '@/server/identity/office-details';
import type { StreamRow, Streams } from '@/server/streams/streams';
import { openStreams } from './open-streams';
import { usage, type Verb } from './usage';

const out = (file: string | undefined, text: string): void =>
  file ? writeFileSync(file, text) : void process.stdout.write(text);

/** The path with this code, or the only one there is; or the reason why neither is found. */
function thePath(streams: Streams, code: string | undefined): StreamRow | string {
  const paths = streams.all().filter((r) => r.kind === 'path');
  const row = code === undefined ? paths[0] : streams.index.find(code);
  if (row?.kind !== 'path')
    return code ? `There is no path with the code ${code}.` : 'There is no path here.';
  if (code === undefined && paths.length > 1)
    return `There are several paths: say which. ${paths.map((p) => p.code).join(', ')}`;
  return row;
}

const deskOf = (streams: Streams) => {
  const { folder, publicUrl } = readConfig();
  return { streams, folder, publicUrl, office: () => officeDetails(streams.store) };
};

async function oneFile(streams: Streams, row: StreamRow, lang: string, what: string, to: string | undefined) {
  const made = await pathFile(deskOf(streams), row, what, languageFor(lang, 'it'));
  if (!made) {
    console.error(`There is no ${what}. There are: ${pathFileNames(streams, row).join(' ')}`);
    return 1;
  }
  writeFileSync(to ?? made.name, made.body);
  console.error(`Written to ${to ?? made.name}.`);
  return 0;
}

/** Named as they are asked for, because a title's own file name may be the same for two tables. */
async function everyFile(streams: Streams, row: StreamRow, lang: string, folder: string | undefined) {
  if (!folder) return usage('Where to? Give --out FOLDER.');
  mkdirSync(folder, { recursive: true });
  const names = pathFileNames(streams, row);
  for (const what of names) {
    const made = await pathFile(deskOf(streams), row, what, languageFor(lang, 'it'));
    if (made) writeFileSync(join(folder, what), made.body);
  }
  console.error(`${names.length} files written to ${folder}.`);
  return 0;
}

export const exportVerb: Verb = async (args, options) => {
  const [code, which] = args;
  if (!code) return usage('Which gathering? Give its code, or: export path');
  const file = options.out as string | undefined;
  const streams = openStreams();
  const asked = code === 'path' ? thePath(streams, which) : streams.index.find(code);
  if (typeof asked === 'string') {
    console.error(asked);
    return 1;
  }
  if (!asked) {
    console.error(`There is no gathering with the code ${code}.`);
    return 1;
  }
  if (typeof options.file === 'string') {
    if (asked.kind !== 'path') return usage('--file is for a path: export path [CODE] --file NAME.FORM');
    const lang = typeof options.lang === 'string' ? options.lang : 'it';
    return options.file === 'all'
      ? everyFile(streams, asked, lang, file)
      : oneFile(streams, asked, lang, options.file, file);
  }
  if (asked.kind === 'path' && options.format === 'package') {
    const { name, bytes } = pathPackage(streams, asked, officeDetails(streams.store), readConfig().publicUrl);
    writeFileSync(file ?? name, bytes);
    console.error(`Written to ${file ?? name}.`);
    return 0;
  }
  if (options.format !== 'json')
    return usage(
      asked.kind === 'path'
        ? 'Give --format json, --format package or --file NAME.FORM.'
        : 'Give --format json.',
    );
  const data =
    asked.kind === 'path' ? pathData(streams, asked) : gatheringData(streams, asked, options.public === true);
  out(file, `${JSON.stringify(data, null, 2)}\n`);
  return 0;
};
