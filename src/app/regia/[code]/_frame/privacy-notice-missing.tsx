'use client';
/** Nobody can come in while the privacy notice lacks a required field: said at the desk, with the way to fill it. */
import { useSay } from '@/i18n/words';
import type { RequiredDetail } from '@/protocol/office-details';
import { Button } from '@/ui/button';
import { Banner } from '@/ui/notice';

/** `mayFill`: this account may write the office's particulars. */
export function NoticeMissing({
  missing,
  mayFill,
}: {
  missing: readonly RequiredDetail[];
  mayFill: boolean;
}) {
  const say = useSay();
  if (missing.length === 0) return null;
  const fields = missing.map((field) => say(`desk.missing.${field}`)).join(', ');
  return (
    <Banner
      kind="bad"
      title={say('desk.noticeMissing')}
      action={
        mayFill && (
          <Button href="/ufficio/ente" kind="primary" size="small">
            {say('desk.noticeFill')}
          </Button>
        )
      }
    >
      {say(mayFill ? 'desk.noticeLacks' : 'desk.noticeAsk', { fields })}
    </Banner>
  );
}
