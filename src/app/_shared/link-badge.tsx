'use client';
/** Shows if this desk is connected to the server; nothing before its page has had the time to connect. */
import type { Link } from '@/client/replica/view-state';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';

export function LinkBadge({ link }: { link: Link }) {
  const say = useSay();
  const live = link === 'live';
  return (
    <span data-link={link} className="flex min-h-7">
      {link !== 'opening' && (
        <Badge tone={live ? 'good' : 'warn'} icon={live ? 'check' : 'offline'}>
          {say(live ? 'live' : 'offline')}
        </Badge>
      )}
    </span>
  );
}
