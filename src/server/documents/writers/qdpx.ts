/** Writes a REFI-QDA project as one zip: `project.qde` and each text beside it. */
import { strToU8, zipSync } from 'fflate';
import type { PathExport } from '@/reports/path-json';
import { qdpx } from '@/reports/refi-qda';

export function qdpxFile(data: PathExport): Uint8Array {
  const { project, sources } = qdpx(data);
  return zipSync(
    {
      'project.qde': strToU8(project),
      ...Object.fromEntries(sources.map((s) => [s.path, strToU8(s.text)])),
    },
    { mtime: new Date(data.exportedAt) },
  );
}
