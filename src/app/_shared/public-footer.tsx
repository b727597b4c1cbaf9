/** The same foot on every page that anybody may open: privacy, accessibility, and the body that answers for it. */
import type { ReactNode } from 'react';
import type { Say } from '@/i18n/say';
import { pageApi } from '@/server/pages/page-api';

/** `children`: ways of that page alone, before the others. */
export function PublicFooter({ say, children }: { say: Say; children?: ReactNode }) {
  const { controller, contact } = pageApi().officeDetails();
  return (
    <footer className="grid justify-items-center gap-1 border-line border-t pt-3 text-center text-sm print:hidden">
      <p className="flex flex-wrap justify-center gap-x-6">
        {children}
        <a className="py-3 underline" href="/informativa">
          {say('foot.privacy')}
        </a>
        <a className="py-3 underline" href="/accessibilita">
          {say('foot.accessibility')}
        </a>
      </p>
      {controller && <p className="text-ink-soft">{say('foot.controller', { who: controller, contact })}</p>}
    </footer>
  );
}
