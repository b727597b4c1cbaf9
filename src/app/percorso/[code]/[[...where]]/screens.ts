/** The screen of each part. */
import type { ComponentType } from 'react';
import { Overview } from './_overview/overview';
import { Meetings } from './_meetings/meetings';
import { Reading } from './_reading/reading';
import { Documents } from './_documents/documents';
import { Codebook } from './_codebook/codebook';
import { Analysis } from './_analysis/analysis';
import { Needs } from './_needs/needs';
import { Tables } from './_tables/tables';
import { Resources } from './_resources/resources';
import { Goals } from './_goals/goals';
import { Feedback } from './_feedback/feedback';
import type { Place, ScreenProps } from './places';

export const SCREENS: Record<Place, ComponentType<ScreenProps>> = {
  quadro: Overview,
  incontri: Meetings,
  raccolta: Reading,
  codici: Codebook,
  analisi: Analysis,
  bisogni: Needs,
  tavoli: Tables,
  risorse: Resources,
  obiettivi: Goals,
  restituzione: Feedback,
  documenti: Documents,
};
