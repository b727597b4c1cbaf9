/** `npm run tokens`: writes src/app/colours.css. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stylesheet } from './stylesheet';

writeFileSync(join(import.meta.dirname, '..', 'app', 'colours.css'), stylesheet());
