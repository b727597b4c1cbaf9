'use client';
/** Announcements: listed on the home page; elsewhere a notice that never closes what someone is writing. */
import { useNow, useShown, useView } from '@/client/hooks/gathering-provider';
import { standingAnnouncements } from '@/domain/gathering/current-announcements';
import { useSay } from '@/i18n/words';
import { Banner } from '@/ui/notice';

export function Announcements() {
  const say = useSay();
  const view = useView();
  const now = useNow();
  const timezone = useShown((s) => s.view.timezone);
  const standing = standingAnnouncements(view, now ?? 0).slice(0, 4);
  return (
    <div aria-live="polite" className="grid gap-2 empty:hidden">
      {standing.map((a) => (
        <Banner key={a.id} title={`${say(`news.${a.kind}`)} · ${say.time(a.at, timezone)}`}>
          <p className="whitespace-pre-wrap text-base">{a.text}</p>
        </Banner>
      ))}
    </div>
  );
}
