'use client';
/** A one-time link for somebody of the office or a helper. */
import { useState } from 'react';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Select } from '@/ui/field';
import { Banner } from '@/ui/notice';

export function Invite({ roles }: { roles: readonly string[] }) {
  const say = useSay();
  const [role, setRole] = useState(roles[0] ?? 'helper');
  const [link, setLink] = useState<string | null>(null);
  const invite = async () => {
    const response = await fetch('/api/invite', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ role }),
    });
    const answer = (await response.json()) as { ok: boolean; link?: string };
    if (answer.link) setLink(`${window.location.origin}${answer.link}`);
  };
  return (
    <div className="grid max-w-xl gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <Select
          label={say('office.inviteRole')}
          value={role}
          onChange={(e) => setRole(e.target.value)}
          options={roles.map((r) => ({ value: r, label: say.dynamic(`office.role.${r}`) }))}
        />
        <Button icon="plus" onClick={invite}>
          {say('office.invite')}
        </Button>
      </div>
      {link && (
        <Banner kind="good" title={say('office.inviteLink')} live>
          <code className="break-all">{link}</code>
        </Banner>
      )}
    </div>
  );
}
