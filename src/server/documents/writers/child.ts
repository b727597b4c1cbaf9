/** The process that writes documents: a job comes in as JSON, the file goes out. */
import { text } from 'node:stream/consumers';
import { type Job, write } from './write';

process.stdout.write(await write(JSON.parse(await text(process.stdin)) as Job));
