/** Cerchi's own privacy notice, complete under art. 13 GDPR once the office's particulars are in; the office may write its own. */
import type { PageSection } from '@/app/_shared/plain-page';
import type { Say } from '@/i18n/say';
import { missingDetails, type OfficeDetails } from '@/protocol/office-details';

const named = ({ indexed: _, ...words }: OfficeDetails): Record<string, string> => words;

/** Beside the office's own text too, so that no version can be without them. */
export const alwaysParts = (details: OfficeDetails): readonly PageSection[] =>
  missingDetails(details).length > 0
    ? [{ title: 'pages.privacy.ownerTitle', body: 'pages.privacy.ownerMissing' }]
    : [
        { title: 'pages.privacy.ownerTitle', body: 'pages.privacy.owner', params: named(details) },
        { title: 'pages.privacy.recipientsTitle', body: 'pages.privacy.recipients', params: named(details) },
      ];

/** `days`: for how long labels are kept here. */
export const ownParts = (days: number, details: OfficeDetails): readonly PageSection[] => [
  ...alwaysParts(details),
  { title: 'pages.privacy.whatTitle', body: 'pages.privacy.what' },
  { title: 'pages.privacy.keptTitle', body: 'pages.privacy.kept' },
  { title: 'pages.privacy.whyTitle', body: 'pages.privacy.why' },
  ...(details.basis
    ? [{ title: 'pages.privacy.basisTitle', body: 'pages.privacy.basis', params: named(details) } as const]
    : []),
  { title: 'pages.privacy.mustTitle', body: 'pages.privacy.must' },
  { title: 'pages.privacy.whoTitle', body: 'pages.privacy.who' },
  { title: 'pages.privacy.howLongTitle', body: 'pages.privacy.howLong', params: { n: days } },
  { title: 'pages.privacy.deviceTitle', body: 'pages.privacy.device' },
  { title: 'pages.privacy.staffTitle', body: 'pages.privacy.staff', params: { n: days } },
  { title: 'pages.privacy.rightsTitle', body: 'pages.privacy.rights' },
  { title: 'pages.privacy.lawTitle', body: 'pages.privacy.law' },
  { title: 'pages.privacy.cookiesTitle', body: 'pages.privacy.cookies' },
];

/** As the office would type it; what always stands beside its text is left out. */
export const ownText = (say: Say, days: number, details: OfficeDetails): string =>
  [
    say('pages.privacy.intro'),
    ...ownParts(days, details)
      .slice(alwaysParts(details).length)
      .map((part) => `# ${say(part.title)}\n\n${say(part.body, part.params)}`),
  ].join('\n\n');
