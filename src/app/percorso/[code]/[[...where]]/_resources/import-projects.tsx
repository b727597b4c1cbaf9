'use client';
/** Imports the office's sheet of projects with their money and hours. */
import { useRouter } from 'next/navigation';
import { placeOf } from '../_shared/addresses';
import { ImportSheet } from '../_shared/import-sheet';

export function ImportProjects({ code }: { code: string }) {
  const router = useRouter();
  return (
    <ImportSheet
      code={code}
      what="project"
      onDone={() => router.push(placeOf(code, 'risorse', 'progetti'))}
    />
  );
}
