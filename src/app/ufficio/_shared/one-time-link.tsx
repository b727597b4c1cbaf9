'use client';
/** A link that lets one person in once, to be copied and handed over. */
import { CopyButton } from '@/app/_shared/copy-button';
import { useSay } from '@/i18n/words';
import { Banner } from '@/ui/notice';

export function OneTimeLink({ link }: { link: string | null }) {
  const say = useSay();
  if (!link) return null;
  return (
    <Banner kind="good" title={say('office.inviteLink')} live>
      <code className="break-all">{link}</code>
      <div className="mt-2">
        <CopyButton text={link} />
      </div>
    </Banner>
  );
}
