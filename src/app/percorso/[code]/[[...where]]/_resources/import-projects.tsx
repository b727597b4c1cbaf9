'use client';
/** Imports the office's sheet of projects with their money and hours. */
import { placeOf } from '../_shared/addresses';
import { ImportSheet } from '../_shared/import-sheet';
import { goTo } from '../_shared/path-router';

export function ImportProjects({ code }: { code: string }) {
  return <ImportSheet code={code} what="project" onDone={() => goTo(placeOf(code, 'risorse', 'progetti'))} />;
}
