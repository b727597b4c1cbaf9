'use client';
/** One proposal's page: its action, level, outcome with reason, and the words it came from. */
import { usePath } from '@/client/hooks/path-provider';
import { standingOnes } from '@/domain/programming/deed';
import { isGrounded } from '@/domain/programming/decision-trace';
import type { Proposal } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { Section } from '@/ui/surface';
import { useMayWrite } from '../path-commands';
import { placeOf } from '../_shared/addresses';
import { EditDialog } from '../_shared/edit-dialog';
import { EvidenceOf, NoWords } from '../_shared/evidence';
import { GiveOutcome } from '../_shared/outcome';
import { PublicBadge, PublishOne } from '../_shared/publication-state';
import { useRegister } from '../_shared/register';
import { ThingLink, ThingLinks } from '../_shared/thing-link';
import { Facts, History, ThingPage } from '../_shared/thing-page';
import { useProposalFields } from './need-fields';
import { Traits } from './need-proposal-lists';
import { goTo } from '../_shared/path-router';

export function ProposalPage({ code, proposal }: { code: string; proposal: Proposal }) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const { revise, remove } = useRegister('proposal');
  const fields = useProposalFields();
  const goals = standingOnes(path.goals).filter((g) => g.proposals.includes(proposal.id));
  const back = placeOf(code, 'bisogni', 'proposte');
  const labels: Record<string, string> = {
    outcome: say('planning.outcome'),
    outcomeReason: say('planning.outcomeReason'),
  };
  return (
    <ThingPage
      back={{ href: back, label: say('planning.proposals') }}
      over={say('planning.proposal')}
      title={proposal.title}
      badges={
        <>
          {!isGrounded(path, 'proposal', proposal.id) && <NoWords />}
          <Traits thing={proposal} />
          <PublicBadge what="proposal" id={proposal.id} />
        </>
      }
      actions={
        may && (
          <>
            <PublishOne code={code} what="proposal" id={proposal.id} />
            <GiveOutcome key={`${proposal.outcome}${proposal.outcomeReason}`} proposal={proposal} />
            <EditDialog
              name={`${code}:proposal-${proposal.id}`}
              title={say('planning.edit')}
              now={proposal}
              fields={fields}
              onSubmit={(changed) => revise(proposal, changed)}
              onRemove={() => {
                const gone = remove(proposal.id, proposal.title);
                if (gone) goTo(back);
                return gone;
              }}
            />
          </>
        )
      }
      beside={<EvidenceOf code={code} what="proposal" id={proposal.id} />}
    >
      {proposal.description && (
        <p className="max-w-prose whitespace-pre-line text-lg">{proposal.description}</p>
      )}
      <Facts
        rows={[
          { label: say('planning.outcomeReason'), value: proposal.outcomeReason },
          {
            ...{ label: say('planning.table'), always: true },
            value: proposal.table ? (
              <ThingLink code={code} what="table" id={proposal.table} />
            ) : (
              say('planning.none')
            ),
          },
        ]}
      />
      <Section title={say('planning.answersNeeds')}>
        <ThingLinks code={code} what="need" ids={proposal.needs} />
      </Section>
      <Section title={say('planning.obiettivi')}>
        <ThingLinks code={code} what="goal" ids={goals.map((g) => g.id)} />
      </Section>
      <History
        changes={proposal.history}
        label={(f) => labels[f] ?? fields.find((x) => x.key === f)?.label ?? null}
      />
    </ThingPage>
  );
}
