/** Takes a file away and tells when it is there: a bare link says nothing while the server writes it, nor why it did not. */
import type { Refusal, RefusalCode } from '@/domain/refusal';

/** Null when it was taken. */
export async function download(address: string): Promise<RefusalCode | null> {
  try {
    const response = await fetch(address);
    if (!response.ok) return ((await response.json()) as Refusal).refused;
    const named = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = named?.[1] ?? '';
    link.click();
    // Browsers read it after the click.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    return null;
  } catch {
    return 'unreachable';
  }
}
