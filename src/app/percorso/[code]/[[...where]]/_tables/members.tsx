'use client';
/** The members of a table: the leader, participants, and those invited for the first time with the reason. */
import { usePath } from '@/client/hooks/path-provider';
import { standingOnes } from '@/domain/programming/deed';
import type { Member, WorkTable } from '@/domain/programming/state';
import { byRole } from '@/domain/programming/table-members';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { Section } from '@/ui/surface';
import { useMayWrite } from '../path-commands';
import { EditDialog } from '../_shared/edit-dialog';
import type { FormField } from '../_shared/form-fields';
import { useOptions } from '../_shared/field-options';
import { useRegister } from '../_shared/register';
import { useHeld } from './dossier-parts';

const ROLES = ['coordina', 'partecipa', 'invitato'] as const;
const BLANK = { organization: null, label: '', role: 'invitato', isNew: true, why: '' };

function useMemberFields(): FormField[] {
  const say = useSay();
  const o = useOptions();
  return [
    o.organization(),
    {
      key: 'label',
      as: 'line',
      half: true,
      label: say('planning.profile'),
      hint: say('planning.memberHint'),
    },
    {
      ...{ key: 'role', as: 'choice', label: say('planning.role') },
      choices: o.words('role', ROLES),
    },
    { key: 'isNew', as: 'toggle', label: say('planning.newSubject'), hint: say('planning.newSubjectHint') },
    { key: 'why', as: 'line', label: say('planning.memberWhy') },
  ];
}

export function Members({ code, table }: { code: string; table: WorkTable }) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite() && !table.closed;
  const fields = useMemberFields();
  const held = useHeld(table.id);
  const { add } = useRegister('member');
  const all = standingOnes(path.members)
    .filter((m) => held.has(`member/${m.id}`))
    .sort(byRole);
  const old = all.filter((m) => !m.isNew);
  const fresh = all.filter((m) => m.isNew);
  return (
    <Section title={say('planning.whoSits')} aside={say('planning.members', { n: all.length })}>
      <People code={code} members={old} fields={fields} may={may} />
      {fresh.length > 0 && (
        <>
          <h3 className="font-semibold text-accent">{say('planning.newSubjects', { n: fresh.length })}</h3>
          <People code={code} members={fresh} fields={fields} may={may} />
        </>
      )}
      {may && (
        <div>
          <EditDialog
            name={`${code}:new-member-${table.id}`}
            title={say('planning.addMember')}
            icon="plus"
            now={BLANK}
            fields={fields}
            submit={say('planning.add')}
            onSubmit={(w) => add({ ...BLANK, table: table.id, ...w }) !== null}
          />
        </div>
      )}
    </Section>
  );
}

type PeopleProps = { code: string; members: Member[]; fields: FormField[]; may: boolean };
function People({ code, members, fields, may }: PeopleProps) {
  const say = useSay();
  const path = usePath();
  const { revise, remove } = useRegister('member');
  if (members.length === 0) return null;
  return (
    <ul className="grid divide-y divide-line">
      {members.map((m) => {
        const name = m.label || path.organizations[m.organization ?? '']?.name || '';
        return (
          <li key={m.id} className="flex flex-wrap items-center gap-x-2.5 py-1.5">
            <span className="font-semibold">{name}</span>
            <Badge tone={m.role === 'coordina' ? 'strong' : 'plain'}>{say(`planning.role.${m.role}`)}</Badge>
            {m.why && <span className="text-ink-soft text-sm">{m.why}</span>}
            {may && (
              <span className="ml-auto">
                <EditDialog
                  name={`${code}:member-${m.id}`}
                  title={say('planning.edit')}
                  kind="plain"
                  now={m}
                  fields={fields}
                  onSubmit={(w) => revise(m, w)}
                  onRemove={() => remove(m.id, name)}
                />
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
