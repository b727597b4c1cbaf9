/** Texts that break careless programs. */
import { note } from '@/simulated/texts';
import type { Random } from '@/simulated/random';

/** The torture set of the domain reference; each must be read back exactly as it was sent. */
export const TORTURE: readonly string[] = [
  'M'.repeat(140),
  `"; DROP TABLE facts; --`,
  '=1+1',
  '+39 059 000000',
  '-10% di risorse',
  '@tutti',
  'prima; seconda\nterza riga',
  '🙂🙃 abbraccio 👩‍👩‍👧',
  'مرحبا بكم في الحلقة',
  "L'Università «più» vicina",
  '<script>alert(1)</script>',
  'invi\u200Bsibile ma scritto',
  'cafe\u0301 e perche\u0301',
];

/** A note, or one of the texts above in its place. */
export function noteText(dice: Random, i: number): ReturnType<typeof note> {
  const { kind, text } = note(dice);
  return { kind, text: TORTURE[i] ?? `${text} (${i + 1})` };
}
