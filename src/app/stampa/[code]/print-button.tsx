'use client';
/** Opens the browser's own print dialog, to choose paper and printer. */
import { Button } from '@/ui/button';

export function PrintButton({ label }: { label: string }) {
  return (
    <Button kind="primary" size="large" icon="print" onClick={() => window.print()}>
      {label}
    </Button>
  );
}
