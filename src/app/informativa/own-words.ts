/** Cerchi's own privacy notice: shown until the office writes its own, which may start from it. */
import type { Part } from '@/app/_page/plain-page';
import type { Say } from '@/i18n/say';

/** `days`: retention of labels here. */
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

/** In the office's own notation. */
export const ownText = (say: Say, days: number): string =>
  [
    say('pages.privacy.intro'),
    ...ownParts(days).map((part) => `# ${say(part.title)}\n\n${say(part.body, part.params)}`),
  ].join('\n\n');
