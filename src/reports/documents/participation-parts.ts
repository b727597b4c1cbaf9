/** The parts that both papers of L.R. Emilia-Romagna 15/2018 share: the cover, the premise, the meetings held. */
import { type Block, lead, list, prose } from '../document';
import { type Setting, section } from './document-parts';
import { meetings, phases, sectors } from './path-document';

/** A line the body fills by hand: the program does not know it, and does not pretend to. */
export const toFill = ({ say }: Setting, label: string): Block[] => lead(label, say('documents.toFill'));

export function cover(setting: Setting): Block[] {
  const { data, say } = setting;
  return [
    ...lead(say('documents.observatory.title'), data.path.title ?? ''),
    ...lead(say('documents.ppDecider'), data.path.body || say('documents.toFill')),
    ...lead(say('documents.ppResponsible'), data.path.promoter || say('documents.toFill')),
    ...toFill(setting, say('documents.ppCurator')),
  ];
}

export const premise = (setting: Setting): Block[] => {
  const { data, say } = setting;
  return [
    ...section(say('documents.ppPremise'), prose(data.path.intro ?? '')),
    ...section(say('documents.objectives'), list(data.path.objectives ?? [])),
    ...lead(say('documents.municipalities'), (data.path.municipalities ?? []).join(', ')),
  ];
};

export const held = (setting: Setting): Block[] => [
  ...phases(setting),
  ...meetings(setting),
  ...section(setting.say('documents.sectors'), list(sectors(setting))),
];
