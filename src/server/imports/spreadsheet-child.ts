/**
 * The child process of spreadsheet-process: it receives a file's bytes and returns its rows as JSON, or with another exit
 * code the reason why it cannot.
 */
import { buffer } from 'node:stream/consumers';
import { readTable } from './spreadsheet';
import { UNREADABLE } from './spreadsheet-process';

const read = await readTable(new Uint8Array(await buffer(process.stdin)));
if ('unreadable' in read) process.exitCode = UNREADABLE;
process.stdout.write(JSON.stringify(read));
