/** The process that writes documents: it receives a job as JSON and returns the file. */
import { text } from 'node:stream/consumers';
import { type Job, write } from './write';

process.stdout.write(await write(JSON.parse(await text(process.stdin)) as Job));
