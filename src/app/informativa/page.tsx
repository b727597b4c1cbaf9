/** The privacy notice: stored data and its purpose; the office may replace the text. */
import type { Metadata } from 'next';
import { PlainPage } from '@/app/_shared/plain-page';
import { reader } from '@/app/_shared/page-reader';
import { alwaysParts, ownParts } from './own-words';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await reader(['common', 'pages']);
  return { title: say('foot.privacy') };
}

export default async function Page() {
  const { say, window, lang } = await reader(['common', 'pages']);
  const notice = window.notice(lang);
  const details = window.officeDetails();
  return (
    <PlainPage
      say={say}
      title="foot.privacy"
      intro="pages.privacy.intro"
      parts={ownParts(window.retentionDays(), details)}
      instead={
        notice && {
          text: notice.text,
          lang: notice.lang,
          parts: alwaysParts(details),
          foot: say('pages.privacy.version', { n: notice.n, date: say.date(notice.at) }),
        }
      }
      back="/informativa"
    />
  );
}
