'use client';
/** A one-time link for somebody of the office or a helper. */
import { useState } from 'react';
import { postJson } from '@/client/post-json';
import type { Refusal } from '@/domain/refusal';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Select } from '@/ui/field';
import { Banner } from '@/ui/notice';
import { OneTimeLink } from './_parts/one-time-link';

export function Invite({ roles }: { roles: readonly string[] }) {
  const say = useSay();
  const [role, setRole] = useState(roles[0] ?? 'helper');
  const [link, setLink] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const invite = async () => {
    setBusy(true);
    const answer = await postJson<{ link: string }>('/api/invite', { role });
    setBusy(false);
    setRefusal(answer.ok ? null : answer);
    setLink(answer.ok ? `${window.location.origin}${answer.link}` : null);
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
        <Button icon="plus" busy={busy} onClick={invite}>
          {say('office.invite')}
        </Button>
      </div>
      {refusal && <Banner kind="bad" title={sayRefusal(say, refusal)} live />}
      <OneTimeLink link={link} />
    </div>
  );
}
