/** The office's other pages, for people who may open them: accounts, personal data, privacy notice, audit trail. */
import type { Key } from '@/i18n/keys';
import type { Say } from '@/i18n/say';
import type { OfficeRole } from '@/server/identity/accounts';
import { Button } from '@/ui/button';
import type { IconName } from '@/ui/icons';
import { Card, Section } from '@/ui/surface';

type Room = { href: string; title: Key; short: Key; icon: IconName; roles: readonly OfficeRole[] };
const ROOMS: readonly Room[] = [
  {
    href: '/ufficio/persone',
    title: 'people.title',
    short: 'people.short',
    icon: 'people',
    roles: ['facilitator', 'owner'],
  },
  {
    href: '/ufficio/dati',
    title: 'care.title',
    short: 'care.short',
    icon: 'lock',
    roles: ['planner', 'owner'],
  },
  {
    href: '/ufficio/ente',
    title: 'details.title',
    short: 'details.short',
    icon: 'info',
    roles: ['planner', 'owner'],
  },
  {
    href: '/ufficio/informativa',
    title: 'notice.title',
    short: 'notice.short',
    icon: 'edit',
    roles: ['planner', 'owner'],
  },
  { href: '/ufficio/registro', title: 'trail.title', short: 'trail.short', icon: 'book', roles: ['owner'] },
];

export function OfficeLinks({ role, say }: { role: OfficeRole; say: Say }) {
  const open = ROOMS.filter((room) => room.roles.includes(role));
  if (open.length === 0) return null;
  return (
    <Section title={say('office.care')}>
      <ul className="grid gap-3 sm:grid-cols-2">
        {open.map(({ href, title, short, icon }) => (
          <li key={href}>
            <Card className="grid h-full content-between gap-3">
              <p>{say(short)}</p>
              <div>
                <Button href={href} icon={icon} size="small">
                  {say(title)}
                </Button>
              </div>
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}
