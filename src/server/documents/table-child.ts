/** The other end of table-apart: a file's bytes come in, its rows go out as JSON. */
import { buffer } from 'node:stream/consumers';
import { readTable } from './read-table';

process.stdout.write(JSON.stringify(await readTable(new Uint8Array(await buffer(process.stdin)))));
