'use client';
/** A one-time link for somebody of the office or a helper. */
import { useState } from 'react';
import { postJson } from '@/client/connection/post-json';
import type { Refusal } from '@/domain/refusal';
import { ACCOUNT_DAYS_MAX } from '@/domain/words';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Select, TextInput } from '@/ui/field';
import { Banner } from '@/ui/notice';
import { OneTimeLink } from './_shared/one-time-link';

type Stream = { code: string; title: string };

/** `streams`: the possible scopes of an account, beside the whole installation. */
export function Invite({ roles, streams }: { roles: readonly string[]; streams: readonly Stream[] }) {
  const say = useSay();
  const [role, setRole] = useState(roles[0] ?? 'helper');
  const [about, setAbout] = useState('');
  const [days, setDays] = useState('');
  const bound = role !== 'owner';
  const [link, setLink] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const invite = async () => {
    setBusy(true);
    const answer = await postJson<{ link: string }>('/api/invite', {
      role,
      about: (bound && about) || null,
      days: bound && days ? Number(days) : null,
    });
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
        {bound && (
          <>
            <Select
              label={say('people.inviteFor')}
              hint={say('people.inviteForHint')}
              value={about}
              onChange={(e) => setAbout(e.target.value)}
              options={[
                { value: '', label: say('people.whole') },
                ...streams.map(({ code, title }) => ({ value: code, label: `${title} · ${code}` })),
              ]}
            />
            <TextInput
              label={say('people.inviteDays')}
              hint={say('people.inviteDaysHint')}
              type="number"
              min={1}
              max={ACCOUNT_DAYS_MAX}
              value={days}
              onChange={(e) => setDays(e.target.value)}
            />
          </>
        )}
        <Button icon="plus" busy={busy} onClick={invite}>
          {say('office.invite')}
        </Button>
      </div>
      {refusal && <Banner kind="bad" title={sayRefusal(say, refusal)} live />}
      <OneTimeLink link={link} />
    </div>
  );
}
