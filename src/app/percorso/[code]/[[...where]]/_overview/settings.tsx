'use client';
/** The path's own description: title, years, promoter, objectives, areas, the headings of its sheets, the pact. */
import { nanoid } from 'nanoid';
import { useTell } from '@/app/_shared/desk-toasts';
import { usePath } from '@/client/hooks/path-provider';
import { isUntouched } from '@/domain/programming/discard';
import { useSay } from '@/i18n/words';
import { Button, IconButton } from '@/ui/button';
import { Toggle } from '@/ui/choice';
import { Card, PageHeader, Section } from '@/ui/surface';
import { usePathDo, useMayWrite } from '../path-commands';
import { placeOf } from '../_shared/addresses';
import { useLicences } from '../_shared/field-options';
import { ThingForm } from '../_shared/form';
import type { FormField } from '../_shared/form-fields';
import { QuickAdd } from '../_shared/quick-add';
import { BackLink } from '../_shared/thing-page';

export function Settings({ code }: { code: string }) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const ask = usePathDo();
  const tell = useTell();
  const licences = useLicences();
  const about = path.about;
  if (!about) return null;
  const fields: FormField[] = [
    { key: 'title', as: 'line', label: say('planning.title'), required: true },
    { key: 'year', as: 'number', half: true, label: say('planning.pathYear') },
    { key: 'programmingYear', as: 'number', half: true, label: say('planning.programmingYear') },
    { key: 'promoter', as: 'line', half: true, label: say('planning.promoter') },
    { key: 'body', as: 'line', half: true, label: say('planning.body') },
    { key: 'method', as: 'line', label: say('planning.method') },
    { key: 'objectives', as: 'lines', label: say('planning.pathObjectives') },
    { key: 'municipalities', as: 'lines', half: true, label: say('planning.municipalities') },
    { key: 'headings', as: 'lines', half: true, label: say('planning.headings') },
    {
      ...{ key: 'licence', as: 'choice', label: say('planning.licence'), hint: say('planning.licenceHint') },
      choices: licences,
    },
    { key: 'intro', as: 'text', rows: 5, label: say('planning.intro') },
    { key: 'pact', as: 'text', rows: 5, label: say('planning.pact'), hint: say('planning.pactHint') },
  ];
  const revise = (words: Record<string, unknown>): boolean => {
    if (Object.keys(words).length === 0) return true;
    if (!ask('revisePath', { id: path.id, since: path.seq, ...words })) return false;
    tell(say('planning.saved'), 'good');
    return true;
  };
  return (
    <div className="grid gap-6">
      <BackLink href={placeOf(code, 'quadro')} label={say('planning.quadro')} />
      <PageHeader title={say('planning.settings')} />
      {may ? (
        <Card>
          <ThingForm
            name={`${code}:about`}
            now={about}
            fields={fields}
            submit={say('planning.save')}
            onSubmit={revise}
          />
        </Card>
      ) : (
        <p>{say('planning.readOnly')}</p>
      )}
      <Section title={say('planning.areas')} intro={say('planning.areasHow')}>
        <ul className="grid divide-y divide-line rounded-xl border border-line bg-raised px-4">
          {about.areas.map((area) => (
            <li key={area.id} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3">
              <Toggle
                label={area.label}
                hint={say(area.traditional ? 'planning.traditional' : 'planning.notTraditional')}
                on={area.traditional}
                disabled={!may}
                onToggle={(traditional) =>
                  revise({ areas: about.areas.map((a) => (a.id === area.id ? { ...a, traditional } : a)) })
                }
              />
              {may && (
                <IconButton
                  icon="close"
                  label={say('planning.removeNamed', { name: area.label })}
                  onClick={() => revise({ areas: about.areas.filter((a) => a.id !== area.id) })}
                />
              )}
            </li>
          ))}
        </ul>
        {may && (
          <QuickAdd
            name={`${code}:new-area`}
            label={say('planning.newArea')}
            submit={say('planning.add')}
            onAdd={(label) =>
              revise({ areas: [...about.areas, { id: nanoid(14), label, traditional: true }] })
            }
          />
        )}
      </Section>
      {may && isUntouched(path) && (
        <Section title={say('planning.discard')} intro={say('planning.discardHow')}>
          <div>
            <Button kind="danger" onClick={() => ask('discardPath', {})}>
              {say('planning.discard')}
            </Button>
          </div>
        </Section>
      )}
    </div>
  );
}
