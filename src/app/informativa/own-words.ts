/** Cerchi's own informativa: what the page says until the office writes hers, and what she may begin from. */
import type { Part } from '@/app/_page/plain-page';
import type { Say } from '@/i18n/say';

/** `days`: for how long labels are kept here. */
export const ownParts = (days: number): readonly Part[] => [
  { title: 'pages.privacy.whatTitle', body: 'pages.privacy.what' },
  { title: 'pages.privacy.keptTitle', body: 'pages.privacy.kept' },
  { title: 'pages.privacy.whyTitle', body: 'pages.privacy.why' },
  { title: 'pages.privacy.whoTitle', body: 'pages.privacy.who' },
  { title: 'pages.privacy.howLongTitle', body: 'pages.privacy.howLong', params: { n: days } },
  { title: 'pages.privacy.rightsTitle', body: 'pages.privacy.rights' },
  { title: 'pages.privacy.cookiesTitle', body: 'pages.privacy.cookies' },
  { title: 'pages.privacy.ownerTitle', body: 'pages.privacy.owner' },
];

/** As the office would type it. */
export const ownText = (say: Say, days: number): string =>
  [
    say('pages.privacy.intro'),
    ...ownParts(days).map((part) => `# ${say(part.title)}\n\n${say(part.body, part.params)}`),
  ].join('\n\n');
