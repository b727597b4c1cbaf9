'use client';
/** The invitation register: invited people, their meeting, and the other point of view that each one brings. */
import { useState } from 'react';
import { usePath } from '@/client/hooks/path-provider';
import { standingOnes } from '@/domain/programming/deed';
import { useSay } from '@/i18n/words';
import { Badge, type Tone } from '@/ui/badge';
import { ChoicePills } from '@/ui/choice';
import { EmptyState } from '@/ui/notice';
import { Select } from '@/ui/field';
import { useMayWrite } from '../path-commands';
import { EditEntry, RegisterHead } from '../_shared/entries';
import { ImportDialog } from '../_shared/import-dialog';
import { useRegister } from '../_shared/register';
import { ThingLink } from '../_shared/thing-link';
import { INVITED, useInvitationFields } from './meeting-fields';

const BLANK = {
  ...{ meeting: null, table: null, organization: null, profile: '', reason: '' },
  ...{ status: 'da_invitare', newVoice: false },
};
const TONES: Record<(typeof INVITED)[number], Tone> = {
  da_invitare: 'warn',
  invitato: 'plain',
  accettato: 'good',
  declinato: 'bad',
  presente: 'good',
};

export function Invitations({ code }: { code: string }) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const fields = useInvitationFields();
  const { revise } = useRegister('invitation');
  const [status, setStatus] = useState<(typeof INVITED)[number] | 'all'>('all');
  const all = standingOnes(path.invitations);
  const shown = all.filter((i) => status === 'all' || i.status === status);
  return (
    <div className="grid gap-4">
      <RegisterHead
        {...{ code, fields }}
        what="invitation"
        title={say('planning.newInvitation')}
        blank={BLANK}
      >
        <ImportDialog code={code} what="invitation" />
        {all.length > 0 && (
          <ChoicePills
            legend={say('planning.status')}
            legendHidden
            value={status}
            onValue={setStatus}
            choices={[
              { value: 'all', label: `${say('planning.filter.all')} ${all.length}` },
              ...INVITED.map((s) => ({
                value: s,
                label: `${say(`planning.invited.${s}`)} ${all.filter((i) => i.status === s).length}`,
              })),
            ]}
          />
        )}
      </RegisterHead>
      {shown.length === 0 && (
        <EmptyState title={say('planning.noInvitations')}>{say('planning.noInvitationsHow')}</EmptyState>
      )}
      <ul className="grid gap-3 lg:grid-cols-2">
        {shown.map((i) => {
          const who = i.profile || path.organizations[i.organization ?? '']?.name || '';
          return (
            <li
              key={i.id}
              className="grid content-start gap-2 rounded-xl border border-line bg-raised px-4 py-3"
            >
              <div className="flex flex-wrap items-center gap-2">
                <h2 className="text-lg">{who}</h2>
                {i.newVoice && <Badge tone="accent">{say('planning.newVoice')}</Badge>}
                {!may && <Badge tone={TONES[i.status]}>{say(`planning.invited.${i.status}`)}</Badge>}
              </div>
              <p>
                <span className="block font-semibold text-ink-soft text-sm">{say('planning.otherView')}</span>
                {i.reason}
              </p>
              <p className="text-ink-soft text-sm">
                {i.meeting && path.meetings[i.meeting]?.title}
                {i.table && <ThingLink code={code} what="table" id={i.table} />}
              </p>
              {may && (
                <div className="flex flex-wrap items-center gap-2">
                  <Select
                    label={say('planning.status')}
                    labelHidden
                    value={i.status}
                    className="min-h-11! py-1!"
                    onChange={(e) => revise(i, { status: e.target.value })}
                    options={INVITED.map((s) => ({ value: s, label: say(`planning.invited.${s}`) }))}
                  />
                  <EditEntry {...{ code, fields }} what="invitation" entry={i} called={who} />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
