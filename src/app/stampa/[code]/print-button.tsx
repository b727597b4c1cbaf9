'use client';
/** Opens the browser's own print, where paper and printer are chosen. */
import { Button } from '@/ui/button';

export function PrintButton({ label }: { label: string }) {
  return (
    <Button kind="primary" size="large" icon="print" onClick={() => window.print()}>
      {label}
    </Button>
  );
}
