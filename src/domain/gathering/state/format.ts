/** The kind of meeting, and the agenda of those without a market. */
import type { Sector, Strand } from '../../words';

/** The kind of meeting within the path; all but an Open Space have an agenda of prompts in place of a market. */
export const FORMATS = ['open_space', 'listening', 'thematic', 'training', 'launch', 'work_table'] as const;
export type Format = (typeof FORMATS)[number];

/** The agenda of the formats that have no market: prompts, speakers, materials, minutes. */
export type Programme = {
  prompts: { id: string; text: string }[];
  speakers: string[];
  materials: { id: string; title: string; href: string }[];
  minutes: string;
};

/**
 * A strand that topics of this gathering may be put in. `name` empty: the founding document's own, in the reader's
 * language.
 */
export type StrandName = { id: Strand; name: string };

/** A sector that people of this gathering may say they come from. `name` as of a strand. */
export type SectorName = { id: Sector; name: string };
