/** What is kept of whom and why; the office may put its own text in its place. */
import type { Metadata } from 'next';
import { type Part, PlainPage } from '@/app/_page/plain-page';
import { reader } from '@/app/_page/reader';

const PARTS: readonly Part[] = [
  { title: 'pages.privacy.whatTitle', body: 'pages.privacy.what' },
  { title: 'pages.privacy.keptTitle', body: 'pages.privacy.kept' },
  { title: 'pages.privacy.whyTitle', body: 'pages.privacy.why' },
  { title: 'pages.privacy.whoTitle', body: 'pages.privacy.who' },
  { title: 'pages.privacy.howLongTitle', body: 'pages.privacy.howLong' },
  { title: 'pages.privacy.rightsTitle', body: 'pages.privacy.rights' },
  { title: 'pages.privacy.cookiesTitle', body: 'pages.privacy.cookies' },
  { title: 'pages.privacy.ownerTitle', body: 'pages.privacy.owner' },
];

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await reader(['common', 'pages']);
  return { title: say('pages.privacy.title') };
}

export default async function Page() {
  const { say, window, lang } = await reader(['common', 'pages']);
  const notice = window.notice(lang);
  return (
    <PlainPage
      say={say}
      title="pages.privacy.title"
      intro="pages.privacy.intro"
      parts={PARTS}
      instead={
        notice && {
          text: notice.text,
          lang: notice.lang,
          foot: say('pages.privacy.version', { n: notice.n, date: say.date(notice.at) }),
        }
      }
      back="/informativa"
    />
  );
}
