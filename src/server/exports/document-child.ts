/** The process that writes documents and other files: a message is a job, and its answer the file. An error ends it. */
import type { PathFileJob } from './document-process';
import { readPathFile } from './read-path-file';
import { type Job, write } from './write-document';

process.on('message', (job: Job | PathFileJob) => {
  const made = 'file' in job ? readPathFile(job) : write(job);
  void made.then((file) => process.send?.(file));
});
process.on('disconnect', () => process.exit(0));
process.on('unhandledRejection', (error) => {
  console.error(error);
  process.exit(1);
});
