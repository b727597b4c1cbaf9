/** Takes a seat: its row beside the log and its fact in it, at the entrance or for somebody else. */
import { nanoid } from 'nanoid';
import * as z from 'zod';
import { refuse } from '@/domain/refusal';
import { LABEL_MAX, MUNICIPALITIES, SECTORS, visible } from '@/domain/words';
import type { Streams, StreamRow } from '../streams/streams';
import { missingFor } from './office-details';

export const Label = z
  .string()
  .max(LABEL_MAX * 4, 'text_too_long')
  .transform((s) =>
    s
      .replace(/[\u0000-\u001F\u007F]/g, ' ')
      .normalize('NFC')
      .trim(),
  )
  .refine((s) => visible(s).length > 0, 'blank_text')
  .refine((s) => [...s].length <= LABEL_MAX, 'text_too_long');

const emptyAsNull = (x: unknown) => (x === '' || x === undefined ? null : x);
/** The fields of the join form, and nothing else. */
export const Join = {
  code: z.string().max(40),
  label: Label,
  sector: z.preprocess(emptyAsNull, z.enum(SECTORS).nullable()),
  subgroup: z.preprocess(emptyAsNull, z.string().max(LABEL_MAX).nullable()),
  municipality: z.preprocess(emptyAsNull, z.enum(MUNICIPALITIES).nullable()),
  newVoice: z.preprocess((x) => x === true || x === 'on' || x === 'true', z.boolean()),
};
export type JoinForm = { [K in keyof typeof Join]: z.infer<(typeof Join)[K]> };

/**
 * Writes the seat's row and its fact; neither remains alone. `back`: the same seat again, lost when a copy was
 * restored.
 */
export async function admit(
  streams: Streams,
  row: StreamRow,
  asked: JoinForm,
  /** `simulated`: no real person; only a rehearsal accepts it. */
  helper: { id: string; origin: 'totem' | 'segreteria' } | 'simulated' | null,
  back?: { id: string; code: string | null },
) {
  // No data of a person before the law's questions about them are answered.
  const missing = missingFor(streams.store, row);
  if (missing.length > 0) return refuse('notice_incomplete', { missing });
  const seat = back?.id ?? nanoid(14);
  // Another tab of the same device was quicker.
  if (back && streams.seats.has(row.id, seat)) return { seat, recovery: back.code };
  const { sector, subgroup, municipality, newVoice } = asked;
  const recovery = streams.seats.add(row.id, seat, asked.label, back?.code ?? undefined);
  const command = {
    id: nanoid(14),
    type: 'takeSeat',
    ask: { seat, sector, subgroup, municipality, newVoice },
  };
  const room = streams.gathering(row);
  const herself = { id: seat, role: 'participant' as const, seat };
  const answer =
    helper === 'simulated'
      ? await room.submit({ ...command, origin: 'simulata' }, herself)
      : helper
        ? await room.submit(
            { ...command, for: seat, origin: helper.origin },
            { id: helper.id, role: 'helper', seat: null },
          )
        : await room.submit(command, herself);
  if (!answer.ok) {
    streams.seats.drop(row.id, seat);
    return refuse(answer.refused, answer.detail);
  }
  return { seat, recovery };
}
