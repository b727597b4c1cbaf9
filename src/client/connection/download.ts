/**
 * Downloads a file and reports when it is there. A bare link shows nothing while the server writes the file, nor why it
 * failed.
 */
import type { Refusal, RefusalCode } from '@/domain/refusal';

/** Null on success. */
export async function download(address: string): Promise<RefusalCode | null> {
  try {
    const response = await fetch(address);
    if (!response.ok) return ((await response.json()) as Refusal).refused;
    const named = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = named?.[1] ?? '';
    link.click();
    // Browsers read the URL after the click.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    return null;
  } catch {
    return 'unreachable';
  }
}
