/** The child process of spreadsheet-process: it receives a file's bytes and returns its rows as JSON. */
import { buffer } from 'node:stream/consumers';
import { readTable } from './spreadsheet';

process.stdout.write(JSON.stringify(await readTable(new Uint8Array(await buffer(process.stdin)))));
