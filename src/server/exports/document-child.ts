/** The process that writes documents: a message is a job, and its answer the file. An error ends it. */
import { type Job, write } from './write-document';

process.on('message', (job: Job) => {
  void write(job).then((bytes) => process.send?.(bytes));
});
process.on('disconnect', () => process.exit(0));
process.on('unhandledRejection', (error) => {
  console.error(error);
  process.exit(1);
});
