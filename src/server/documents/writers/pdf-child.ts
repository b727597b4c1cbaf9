/** The other end of pdf-apart: a document comes in as JSON, its PDF goes out. */
import { text } from 'node:stream/consumers';
import type { Doc } from '@/reports/document';
import { pdf } from './pdf';

const bytes = await pdf(JSON.parse(await text(process.stdin)) as Doc);
process.stdout.write(bytes);
