'use client';
/** The owner's actions on an account: change the role, a link to reset the passphrase, close it. */
import { useState } from 'react';
import { postJson } from '@/client/connection/post-json';
import type { Refusal } from '@/domain/refusal';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Select } from '@/ui/field';
import { Banner } from '@/ui/notice';
import { OneTimeLink } from '../_shared/one-time-link';
import { Sure } from '../_shared/confirm-button';

const ROLES = ['helper', 'facilitator', 'planner', 'owner'] as const;

export function AccountWays({ id, name, role }: { id: string; name: string; role: string }) {
  const say = useSay();
  const [wanted, setWanted] = useState(role);
  const [link, setLink] = useState<string | null>(null);
  const [no, setNo] = useState<Refusal | null>(null);
  const reset = async () => {
    const answer = await postJson<{ link: string }>('/api/accounts/reset', { id });
    setNo(answer.ok ? null : answer);
    if (answer.ok) setLink(`${window.location.origin}${answer.link}`);
  };
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-end gap-2">
        <Select
          label={say('people.role', { name })}
          labelHidden
          value={wanted}
          onChange={(e) => setWanted(e.target.value)}
          options={ROLES.map((r) => ({ value: r, label: say(`office.role.${r}`) }))}
        />
        {wanted !== role && (
          <Sure
            ask={say('people.change')}
            title={say('people.changeTitle', { name, role: say.dynamic(`office.role.${wanted}`) })}
            does={say('people.change')}
            address="/api/accounts/role"
            what={{ id, role: wanted }}
          >
            <p>{say('people.changeWhat')}</p>
          </Sure>
        )}
        <Button size="small" aria-label={say('people.resetOf', { name })} onClick={() => void reset()}>
          {say('people.reset')}
        </Button>
        <Sure
          ask={say('people.revoke')}
          title={say('people.revokeTitle', { name })}
          does={say('people.revoke')}
          address="/api/accounts/revoke"
          what={{ id }}
        >
          <p>{say('people.revokeWhat')}</p>
        </Sure>
      </div>
      {no && <Banner kind="bad" title={sayRefusal(say, no)} live />}
      <OneTimeLink link={link} />
    </div>
  );
}
