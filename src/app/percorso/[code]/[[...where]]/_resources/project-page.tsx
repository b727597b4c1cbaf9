'use client';
/** One project's page: its results so far, its judgement, its resources and the reasons why some are untouchable. */
import { usePath } from '@/client/hooks/path-provider';
import { standingOnes } from '@/domain/programming/deed';
import { projectSums } from '@/domain/programming/resource-map';
import type { Project, Resource } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { Section, Stat } from '@/ui/surface';
import { useMayWrite } from '../path-commands';
import { placeOf } from '../_shared/addresses';
import { EditDialog } from '../_shared/edit-dialog';
import { EvidenceOf } from '../_shared/evidence';
import { useRegister } from '../_shared/register';
import { ThingLink, ThingLinks } from '../_shared/thing-link';
import { Facts, History, ThingPage } from '../_shared/thing-page';
import { Assess, AssessmentBadge, Hints } from './assessment';
import { useProjectFields, useResourceFields } from './project-fields';
import { SumOf } from './sums';
import { goTo } from '../_shared/path-router';

const BLANK = {
  ...{ kind: 'economica', description: '', cents: null, hours: null },
  ...{ mobility: 'non_classificata', constraint: null, constraintNote: '' },
  ...{ source: 'non_detta', sourceNote: '' },
};

export function ProjectPage({ code, project }: { code: string; project: Project }) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const fields = useProjectFields();
  const { revise, remove } = useRegister('project');
  const sums = projectSums(path, project.id);
  const resources = standingOnes(path.resources).filter((r) => r.project === project.id);
  const goals = standingOnes(path.goals).filter((g) => g.projects.includes(project.id));
  const back = placeOf(code, 'risorse', 'progetti');
  const labels: Record<string, string> = { assessmentReason: say('planning.assessment') };
  return (
    <ThingPage
      back={{ href: back, label: say('planning.projects') }}
      over={`${say('planning.project')} ${project.code}`}
      title={project.title}
      badges={
        <>
          <AssessmentBadge assessment={project.assessment} />
          {project.assessmentReason && <span>{project.assessmentReason}</span>}
        </>
      }
      actions={
        may && (
          <>
            <Assess code={code} project={project} />
            <EditDialog
              name={`${code}:project-${project.id}`}
              title={say('planning.edit')}
              now={project}
              fields={fields}
              onSubmit={(w) => revise(project, w)}
              onRemove={() => {
                const gone = remove(project.id, project.title);
                if (gone) goTo(back);
                return gone;
              }}
            />
          </>
        )
      }
      beside={<EvidenceOf code={code} what="project" id={project.id} />}
    >
      <div className="flex flex-wrap gap-x-10 gap-y-4">
        <Stat value={<SumOf sum={sums.fluttuante} />} label={say('planning.mobility.fluttuante')} />
        <Stat value={<SumOf sum={sums.intoccabile} />} label={say('planning.mobility.intoccabile')} />
        {(sums.non_classificata.cents > 0 || sums.non_classificata.hours > 0) && (
          <Stat
            value={<SumOf sum={sums.non_classificata} />}
            label={say('planning.mobility.non_classificata')}
          />
        )}
      </div>
      <Held code={code} project={project} resources={resources} />
      <Facts
        rows={[
          { label: say('planning.holder'), value: project.holder },
          {
            label: say('planning.area'),
            value: path.about?.areas.find((a) => a.id === project.area)?.label,
          },
          {
            ...{ label: say('planning.table'), always: true },
            value: project.table ? (
              <ThingLink code={code} what="table" id={project.table} />
            ) : (
              say('planning.none')
            ),
          },
          { label: say('planning.results'), value: project.results },
          {
            label: say('planning.obiettivi'),
            value:
              goals.length > 0 ? <ThingLinks code={code} what="goal" ids={goals.map((g) => g.id)} /> : '',
          },
        ]}
      />
      <Hints code={code} project={project} />
      <History
        changes={project.history}
        label={(f) => labels[f] ?? fields.find((x) => x.key === f)?.label ?? null}
      />
    </ThingPage>
  );
}

function Held({ code, project, resources }: { code: string; project: Project; resources: Resource[] }) {
  const say = useSay();
  const may = useMayWrite();
  const fields = useResourceFields();
  const { add, revise, remove } = useRegister('resource');
  return (
    <Section title={say('planning.resourcesHeld')}>
      <ul className="grid divide-y divide-line rounded-xl border border-line bg-raised empty:hidden">
        {resources.map((r) => (
          <li key={r.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
            <span className="font-semibold">
              <SumOf sum={{ cents: r.cents ?? 0, hours: r.hours ?? 0 }} />
            </span>
            <Badge
              tone={r.mobility === 'fluttuante' ? 'accent' : 'plain'}
              icon={r.mobility === 'intoccabile' ? 'lock' : r.mobility === 'fluttuante' ? 'move' : 'question'}
            >
              {say(`planning.mobilityOne.${r.mobility}`)}
            </Badge>
            <span className="min-w-0 text-sm">
              {[
                say(`planning.kind.${r.kind}`),
                r.description,
                r.constraint && say(`planning.constraint.${r.constraint}`),
                r.constraintNote,
                r.source !== 'non_detta' && say(`planning.funding.${r.source}`),
                r.sourceNote,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {may && (
              <span className="ml-auto">
                <EditDialog
                  name={`${code}:resource-${r.id}`}
                  title={say('planning.classify')}
                  kind="plain"
                  now={r}
                  fields={fields}
                  onSubmit={(w) => revise(r, w)}
                  onRemove={() => remove(r.id, say('planning.thisResource'))}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
      {may && (
        <div>
          <EditDialog
            name={`${code}:new-resource-${project.id}`}
            title={say('planning.newResource')}
            icon="plus"
            now={BLANK}
            fields={fields}
            submit={say('planning.add')}
            onSubmit={(w) => add({ ...BLANK, project: project.id, ...w }) !== null}
          />
        </div>
      )}
    </Section>
  );
}
