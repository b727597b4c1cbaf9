/** The child process of table-apart: it receives a file's bytes and returns its rows as JSON. */
import { buffer } from 'node:stream/consumers';
import { readTable } from './read-table';

process.stdout.write(JSON.stringify(await readTable(new Uint8Array(await buffer(process.stdin)))));
