/** An office page other than its home: its permitted roles, its title, the way back. */
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { OfficeFrame } from '@/app/_shared/office-frame';
import { reader } from '@/app/_shared/page-reader';
import type { Key } from '@/i18n/keys';
import { Words } from '@/i18n/words';
import type { OfficeRole } from '@/server/identity/accounts';
import { Icon } from '@/ui/icons';
import { backLink } from '@/ui/navigation';
import { PageHeader } from '@/ui/surface';

/**
 * People without an account sign in and come back; those with another role, or bound to one gathering or path, go home.
 */
export async function entering(where: string, roles: readonly OfficeRole[], own: 'own' | 'house' = 'house') {
  const read = await reader(['common', 'desk', 'refusals', 'office']);
  const { account } = read;
  if (!account) redirect(`/accedi?poi=${where}`);
  if (!roles.includes(account.role) || (own === 'house' && account.scope !== null)) redirect('/ufficio');
  return { ...read, account };
}

type Entered = Awaited<ReturnType<typeof entering>>;
type Props = {
  entered: Entered;
  title: Key;
  intro?: Key;
  back?: { href: string; label: Key };
  children: ReactNode;
};

export function OfficePage({ entered, title, intro, back, children }: Props) {
  const { say, lang, words, account } = entered;
  const to = back ?? { href: '/ufficio', label: 'office.title' as const };
  return (
    <Words lang={lang} dictionary={words}>
      <OfficeFrame say={say} who={`${account.name} · ${say.dynamic(`office.role.${account.role}`)}`}>
        <div className="grid gap-3">
          <a href={to.href} className={backLink}>
            <Icon name="left" /> {say(to.label)}
          </a>
          <PageHeader title={say(title)} intro={intro ? say(intro) : undefined} />
        </div>
        {children}
      </OfficeFrame>
    </Words>
  );
}
