/** All the routes of the server. A new file of routes is added here. */
import { apiDocsRoutes } from './api-docs';
import { bookRoutes } from './books';
import { calendarRoutes } from './calendar';
import { clockRoutes } from './clock';
import { completionLinkRoutes } from './completion-link';
import { documentRoutes } from './documents';
import { exportRoutes } from './exports';
import { healthRoutes } from './health';
import { importRoutes } from './imports';
import { myDataRoutes } from './my-data';
import { officeRoutes } from './office';
import { officeDetailsRoutes } from './office-details';
import { pathRoutes } from './paths';
import { peopleRoutes } from './people';
import { personalDataRoutes } from './personal-data';
import { photoRoutes } from './photos';
import { privacyNoticeRoutes } from './privacy-notice';
import { readingTokenRoutes } from './reading-tokens';
import { recordSealRoutes } from './record-seal';
import { rehearsalRoutes } from './rehearsals';
import { seatRoutes } from './seats';
import { snapshotRoutes } from './snapshots';
import { totemRoutes } from './totem';

export const ALL_ROUTES = [
  healthRoutes,
  seatRoutes,
  myDataRoutes,
  personalDataRoutes,
  clockRoutes,
  privacyNoticeRoutes,
  officeDetailsRoutes,
  peopleRoutes,
  officeRoutes,
  exportRoutes,
  readingTokenRoutes,
  bookRoutes,
  photoRoutes,
  completionLinkRoutes,
  recordSealRoutes,
  rehearsalRoutes,
  totemRoutes,
  snapshotRoutes,
  calendarRoutes,
  apiDocsRoutes,
  pathRoutes,
  importRoutes,
  documentRoutes,
];
