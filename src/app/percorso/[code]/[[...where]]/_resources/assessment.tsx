'use client';
/** The office's judgement of a project, and colleagues' unsigned hints beside it. */
import { nanoid } from 'nanoid';
import { useTell } from '@/app/_shared/desk-toasts';
import { usePath } from '@/client/hooks/path-provider';
import { ASSESSMENTS, type Assessment, type Project } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { Badge, type Tone } from '@/ui/badge';
import { IconButton } from '@/ui/button';
import type { IconName } from '@/ui/icons';
import { Section } from '@/ui/surface';
import { usePathDo, useMayWrite } from '../path-commands';
import { EditDialog } from '../_shared/edit-dialog';
import { useOptions } from '../_shared/field-options';

const LOOKS: Record<Assessment, { tone: Tone; icon: IconName }> = {
  non_valutato: { tone: 'plain', icon: 'question' },
  confermato: { tone: 'good', icon: 'check' },
  rivisitabile: { tone: 'accent', icon: 'edit' },
  scarsa_utilita: { tone: 'warn', icon: 'flag' },
};

export function AssessmentBadge({ assessment }: { assessment: Assessment }) {
  const say = useSay();
  return <Badge {...LOOKS[assessment]}>{say(`planning.assessment.${assessment}`)}</Badge>;
}

export function Assess({ code, project }: { code: string; project: Project }) {
  const say = useSay();
  const ask = usePathDo();
  const tell = useTell();
  const o = useOptions();
  const { id, assessment, assessmentReason: reason } = project;
  return (
    <EditDialog
      name={`${code}:assess-${id}`}
      title={say('planning.assess')}
      icon="flag"
      kind="primary"
      now={{ assessment, reason }}
      fields={[
        {
          ...{ key: 'assessment', as: 'choice', label: say('planning.assessment') },
          choices: o.words('assessment', ASSESSMENTS),
        },
        {
          ...{ key: 'reason', as: 'text', rows: 2, label: say('planning.outcomeReason') },
          hint: say('planning.assessHint'),
        },
      ]}
      onSubmit={(w) => {
        if (!ask('assessProject', { id, ...{ assessment, reason }, ...w })) return false;
        tell(say('planning.saved'), 'good', {
          label: say('planning.undo'),
          onUndo: () => ask('assessProject', { id, assessment, reason }),
        });
        return true;
      }}
    />
  );
}

/**
 * A person who says that a project is of little use could suffer for it: nobody sees who wrote it, and it is never
 * exported.
 */
export function Hints({ code, project }: { code: string; project: Project }) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const ask = usePathDo();
  const o = useOptions();
  const hints = Object.values(path.hints).filter((h) => h.project === project.id);
  if (!may && hints.length === 0) return null;
  return (
    <Section title={say('planning.hints')} intro={say('planning.hintsHow')} className="print:hidden">
      <ul className="grid gap-1.5">
        {hints.map((h) => (
          <li key={h.id} className="flex flex-wrap items-center gap-2">
            <AssessmentBadge assessment={h.judgement} />
            <span className="min-w-0 flex-[1_1_12rem]">{h.reason}</span>
            {may && (
              <IconButton
                icon="close"
                label={say('planning.remove')}
                onClick={() => ask('dropHint', { id: h.id })}
              />
            )}
          </li>
        ))}
      </ul>
      {may && (
        <div>
          <EditDialog
            name={`${code}:hint-${project.id}`}
            title={say('planning.hint')}
            icon="plus"
            now={{ judgement: 'rivisitabile', reason: '' }}
            fields={[
              {
                ...{ key: 'judgement', as: 'choice', label: say('planning.assessment') },
                choices: o.words(
                  'assessment',
                  ASSESSMENTS.filter((a) => a !== 'non_valutato'),
                ),
              },
              { key: 'reason', as: 'text', rows: 2, label: say('planning.outcomeReason'), required: true },
            ]}
            onSubmit={(w) => {
              const words = { judgement: 'rivisitabile' as const, reason: '', ...w };
              return ask('hintProject', { id: nanoid(14), project: project.id, ...words });
            }}
          />
        </div>
      )}
    </Section>
  );
}
