/** Sends a picture to the photos' address, which makes it small; what it answers is then named in a command. */
import type { Refusal } from '@/domain/refusal';

export type SentPhoto = { ok: true; hash: string; w: number; h: number } | ({ ok: false } & Refusal);

/** Null without a network. */
export async function sendPhoto(code: string, file: File): Promise<SentPhoto | null> {
  try {
    const answer = await fetch(`/api/photos/${code}`, { method: 'POST', body: file });
    return (await answer.json()) as SentPhoto;
  } catch {
    return null;
  }
}
