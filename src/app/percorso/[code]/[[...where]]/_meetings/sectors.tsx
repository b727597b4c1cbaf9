'use client';
/** Coverage of listening, sector by sector, with the open list of sub-groups. */
import { usePath } from '@/client/hooks/path-provider';
import { type Covered, coverage, sectorsInOrder } from '@/domain/programming/listening-coverage';
import { standingOnes } from '@/domain/programming/deed';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { IconButton } from '@/ui/button';
import { Stat } from '@/ui/surface';
import { useMayWrite } from '../path-commands';
import { placeOf } from '../_shared/addresses';
import { MergeThings } from '../_shared/merge-things';
import { QuickAdd } from '../_shared/quick-add';
import { useRegister } from '../_shared/register';
import { useSaid } from '../_shared/source-lookup';

export function Sectors({ code }: { code: string }) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const { add } = useRegister('sector');
  const { meetings } = useSaid();
  const rows = coverage(path);
  const people = meetings.reduce((n, m) => n + m.people, 0);
  const fresh = meetings.reduce((n, m) => n + m.newVoices, 0);
  const invited = standingOnes(path.invitations).filter((i) => i.newVoice);
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap gap-x-12 gap-y-4">
        <Stat
          value={`${rows.filter((r) => r.listened).length}/${rows.length}`}
          label={say('planning.sectorsHeard')}
        />
        <Stat
          value={fresh}
          label={say('planning.newVoicesAt')}
          hint={people > 0 ? say('planning.ofPeople', { n: people }) : undefined}
        />
        <Stat
          value={invited.length}
          label={say('planning.newVoicesInvited')}
          hint={say('planning.accepted', {
            n: invited.filter((i) => i.status === 'accettato' || i.status === 'presente').length,
          })}
        />
      </div>
      <ul className="grid gap-3">
        {rows.map((row) => (
          <Sector key={row.sector.id} code={code} row={row} />
        ))}
      </ul>
      {may && (
        <QuickAdd
          name={`${code}:new-sector`}
          label={say('planning.newSector')}
          submit={say('planning.add')}
          onAdd={(label) => add({ label, order: rows.length + 1 }) !== null}
        />
      )}
    </div>
  );
}

function Sector({ code, row }: { code: string; row: Covered }) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const { add, remove } = useRegister('sector');
  const { sector, meetings, listened } = row;
  const subs = sectorsInOrder(path, sector.id);
  const open = subs.length > 0 || sector.id === 'gruppi_innovativi';
  return (
    <li className="grid gap-2 rounded-xl border border-line bg-raised px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-lg">{sector.label}</h2>
        {listened ? (
          <Badge tone="good" icon="check">
            {say('planning.heard')}
          </Badge>
        ) : meetings.length > 0 ? (
          <Badge tone="accent" icon="calendar">
            {say('planning.heardPlanned')}
          </Badge>
        ) : (
          <Badge tone="warn" icon="warning">
            {say('planning.notHeard')}
          </Badge>
        )}
        {may && (
          <IconButton
            icon="close"
            label={say('planning.removeNamed', { name: sector.label })}
            onClick={() => remove(sector.id, sector.label)}
            className="ml-auto"
          />
        )}
      </div>
      <div className="flex flex-wrap gap-1 empty:hidden">
        <MergeThings what="sector" id={sector.id} />
      </div>
      {meetings.length > 0 && (
        <p className="flex flex-wrap gap-x-4">
          {meetings.map((m) => (
            <a key={m.id} href={placeOf(code, 'incontri', m.id)} className="py-1 underline">
              {m.title}
            </a>
          ))}
        </p>
      )}
      {subs.length > 0 && (
        <ul className="grid border-line border-l-2 pl-4">
          {subs.map((s) => (
            <li key={s.id} className="flex items-center justify-between gap-2">
              <span>{s.label}</span>
              {may && (
                <IconButton
                  icon="close"
                  label={say('planning.removeNamed', { name: s.label })}
                  onClick={() => remove(s.id, s.label)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {may && open && (
        <QuickAdd
          name={`${code}:new-sub-${sector.id}`}
          label={say('planning.newSubgroup')}
          submit={say('planning.add')}
          onAdd={(label) => add({ label, order: sector.order + subs.length + 1, parent: sector.id }) !== null}
        />
      )}
    </li>
  );
}
