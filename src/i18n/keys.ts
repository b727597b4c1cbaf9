/** Every key a screen may show. The Italian files define the set for all other languages. */
import type broken from './it/broken.json';
import type common from './it/common.json';
import type desk from './it/desk.json';
import type harvest from './it/harvest.json';
import type office from './it/office.json';
import type pages from './it/pages.json';
import type phone from './it/phone.json';
import type planning from './it/planning.json';
import type documents from './it/documents.json';
import type reading from './it/reading.json';
import type record from './it/record.json';
import type refusals from './it/refusals.json';
import type wall from './it/wall.json';

export const ROOMS = [
  'broken',
  'common',
  'refusals',
  'phone',
  'wall',
  'desk',
  'record',
  'planning',
  'pages',
  'harvest',
  'reading',
  'documents',
  'office',
] as const;
/** A surface loads only the sentences it shows. */
export type RoomOfWords = (typeof ROOMS)[number];

export type Key = keyof (typeof common &
  typeof refusals &
  typeof phone &
  typeof wall &
  typeof desk &
  typeof record &
  typeof planning &
  typeof pages &
  typeof harvest &
  typeof reading &
  typeof documents &
  typeof office &
  typeof broken);
