'use client';
/** One goal's page, with everything it is based on: step by step back to people's words, each a link. */
import { nanoid } from 'nanoid';
import { usePath } from '@/client/hooks/path-provider';
import { standingOnes } from '@/domain/programming/deed';
import { goalGaps } from '@/domain/programming/goals';
import { draftSheet } from '@/domain/programming/intervention-sheet-draft';
import { isGrounded } from '@/domain/programming/decision-trace';
import type { Goal } from '@/domain/programming/state';
import { shortened, TITLE_MAX } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Banner } from '@/ui/notice';
import { Section } from '@/ui/surface';
import { usePathDo, useMayWrite } from '../path-commands';
import { placeOf } from '../_shared/addresses';
import { EditDialog } from '../_shared/edit-dialog';
import { EvidenceOf, NoWords } from '../_shared/evidence';
import { PublicBadge, PublishOne } from '../_shared/publication-state';
import { useRegister } from '../_shared/register';
import { ThingLink, ThingLinks } from '../_shared/thing-link';
import { Facts, History, ThingPage } from '../_shared/thing-page';
import { FundingPlan } from '../_resources/funding-plan';
import { asForm, fromForm, useGoalFields } from './goal-fields';
import { GoalStatus } from './goal-list';
import { Measures } from './measures';
import { goTo } from '../_shared/path-router';

export function GoalPage({ code, goal }: { code: string; goal: Goal }) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const fields = useGoalFields();
  const { revise, remove } = useRegister('goal');
  const gaps = goalGaps(goal);
  const back = placeOf(code, 'obiettivi');
  const label = (f: string) => fields.find((x) => x.key === f)?.label ?? null;
  return (
    <ThingPage
      back={{ href: back, label: say('planning.obiettivi') }}
      over={`${say('planning.goal')} ${goal.code}`}
      title={goal.statement}
      badges={
        <>
          <GoalStatus status={goal.status} />
          <PublicBadge what="goal" id={goal.id} />
          {!isGrounded(path, 'goal', goal.id) && <NoWords />}
        </>
      }
      actions={
        may && (
          <>
            <PublishOne code={code} what="goal" id={goal.id} />
            <EditDialog
              name={`${code}:goal-${goal.id}`}
              title={say('planning.edit')}
              now={asForm(goal)}
              fields={fields}
              onSubmit={(w) => revise(goal, fromForm(w))}
              onRemove={() => {
                const gone = remove(goal.id, goal.code);
                if (gone) goTo(back);
                return gone;
              }}
            />
          </>
        )
      }
      beside={<EvidenceOf code={code} what="goal" id={goal.id} />}
    >
      {gaps.length > 0 && (
        <Banner kind="warn" title={say('planning.gapsTitle')}>
          {gaps.map((g) => label(g) ?? g).join(' · ')}
        </Banner>
      )}
      <Facts
        rows={[
          {
            label: say('planning.pathObjective'),
            value: goal.objective && `${goal.objective}. ${path.about?.objectives[goal.objective - 1] ?? ''}`,
          },
          { label: say('planning.indicator'), value: goal.indicator },
          { label: say('planning.baseline'), value: goal.baseline || goal.noBaseline },
          { label: say('planning.target'), value: goal.target },
          { label: say('planning.who'), value: goal.who },
          { label: say('planning.where'), value: goal.where },
          {
            label: say('planning.when'),
            value: [goal.when, goal.due && say.date(goal.due)].filter(Boolean).join(' · '),
          },
          { label: say('planning.doneWhen'), value: goal.done },
        ]}
      />
      <Measures code={code} goal={goal} />
      <Section title={say('planning.restsOn')}>
        <Facts
          rows={[
            {
              ...{ label: say('planning.table'), always: true },
              value: goal.table ? (
                <ThingLink code={code} what="table" id={goal.table} />
              ) : (
                say('planning.none')
              ),
            },
            {
              ...{ label: say('planning.needs'), always: true },
              value: <ThingLinks code={code} what="need" ids={goal.needs} />,
            },
            {
              ...{ label: say('planning.proposals'), always: true },
              value: <ThingLinks code={code} what="proposal" ids={goal.proposals} />,
            },
            {
              label: say('planning.projects'),
              value:
                goal.projects.length > 0 ? <ThingLinks code={code} what="project" ids={goal.projects} /> : '',
            },
          ]}
        />
      </Section>
      {goal.projects.length > 0 && <FundingPlan projects={goal.projects} />}
      <SheetsOf code={code} goal={goal} />
      <History changes={goal.history} label={label} />
    </ThingPage>
  );
}

/** The intervention sheets that contain this goal; a new one starts from the path's own data. */
function SheetsOf({ code, goal }: { code: string; goal: Goal }) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const ask = usePathDo();
  const sheets = standingOnes(path.sheets).filter((s) => s.goals.includes(goal.id));
  const begin = () => {
    const id = nanoid(14);
    const parts = draftSheet(path, goal, say.euro, (s) => say(`planning.funding.${s}`));
    const words = { kind: 'scheda_intervento' as const, table: goal.table, goals: [goal.id], parts };
    if (ask('addSheet', { id, title: shortened(goal.statement, TITLE_MAX), ...words }))
      goTo(placeOf(code, 'obiettivi', 'schede', id));
  };
  return (
    <Section title={say('planning.sheets')}>
      <ul className="grid gap-1 empty:hidden">
        {sheets.map((s) => (
          <li key={s.id}>
            <a className="inline-block py-1.5 underline" href={placeOf(code, 'obiettivi', 'schede', s.id)}>
              {say(`planning.sheet.${s.kind}`)}: {s.title}
            </a>
          </li>
        ))}
      </ul>
      {may && (
        <div>
          <Button size="small" icon="plus" onClick={begin}>
            {say('planning.newSheet')}
          </Button>
        </div>
      )}
    </Section>
  );
}
