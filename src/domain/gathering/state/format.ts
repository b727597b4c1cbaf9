/** What kind of meeting this is, and the agenda of those that have no market. */
import type { Strand } from '../../words';

/** What kind of meeting of the path this is; the others have an agenda of prompts instead of a market. */
export const FORMATS = ['open_space', 'listening', 'thematic', 'training', 'launch', 'work_table'] as const;
export type Format = (typeof FORMATS)[number];

/** The agenda of the formats that have no market: prompts, speakers, materials, minutes. */
export type Programme = {
  prompts: { id: string; text: string }[];
  speakers: string[];
  materials: { id: string; title: string; href: string }[];
  minutes: string;
};

/** A strand that topics of this gathering may be put in. `name` empty: the founding document's own, in the reader's language. */
export type StrandName = { id: Strand; name: string };
