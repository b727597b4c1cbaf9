'use client';
/** The outcome of a proposal: a word and a sign, and the form, which requires a reason. */
import { useState } from 'react';
import { useTell } from '@/app/_shared/desk-toasts';
import { OUTCOMES, type Outcome, type Proposal } from '@/domain/programming/state';
import { LINE_MAX } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Badge, type Tone } from '@/ui/badge';
import { Button } from '@/ui/button';
import { ChoicePills } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import type { IconName } from '@/ui/icons';
import { TextArea } from '@/ui/text-area';
import { FormConflicts } from '@/app/_shared/form-conflicts';
import { useFormDraft } from '@/client/storage/draft';
import { usePathDo } from '../path-commands';

const LOOKS: Record<Outcome, { tone: Tone; icon: IconName }> = {
  da_esaminare: { tone: 'plain', icon: 'clock' },
  accolta: { tone: 'good', icon: 'check' },
  accolta_in_parte: { tone: 'good', icon: 'split' },
  rinviata: { tone: 'warn', icon: 'calendar' },
  non_accolta: { tone: 'bad', icon: 'close' },
};

export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const say = useSay();
  return (
    <span className="whitespace-nowrap">
      <Badge {...LOOKS[outcome]}>{say(`planning.outcome.${outcome}`)}</Badge>
    </span>
  );
}

export function GiveOutcome({ proposal }: { proposal: Proposal }) {
  const say = useSay();
  const ask = usePathDo();
  const tell = useTell();
  const [open, setOpen] = useState(false);
  const now = { outcome: proposal.outcome, reason: proposal.outcomeReason };
  const draft = useFormDraft<{ outcome: Outcome; reason: string }>(`planning:outcome-${proposal.id}`, now);
  const { outcome, reason } = draft.values;
  const missing = outcome !== 'da_esaminare' && reason.trim() === '';
  const [tried, setTried] = useState(false);
  const give = () => {
    setTried(true);
    if (missing) return;
    if (!ask('giveOutcome', { id: proposal.id, outcome, reason })) return;
    draft.forget();
    setOpen(false);
    tell(say('planning.outcomeGiven'), 'good', {
      label: say('planning.undo'),
      onUndo: () => ask('giveOutcome', { id: proposal.id, ...now }),
    });
  };
  return (
    <>
      <Button
        size="small"
        icon="flag"
        onClick={() => setOpen(true)}
        className="whitespace-nowrap print:hidden"
      >
        {say(proposal.outcome === 'da_esaminare' ? 'planning.giveOutcome' : 'planning.changeOutcome')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={say('planning.giveOutcome')}
        closeLabel={say('close')}
        actions={
          <Button kind="primary" disabled={draft.overtaken.length > 0} onClick={give}>
            {say('planning.save')}
          </Button>
        }
      >
        <p className="font-semibold">{proposal.title}</p>
        <FormConflicts draft={draft} now={now} by={null} />
        <ChoicePills
          legend={say('planning.outcome')}
          value={outcome}
          onValue={(chosen) => draft.set('outcome', chosen)}
          choices={OUTCOMES.map((o) => ({ value: o, label: say(`planning.outcome.${o}`) }))}
        />
        <TextArea
          label={say('planning.outcomeReason')}
          hint={say('planning.outcomeReasonHint')}
          error={tried && missing ? say('planning.reasonMissing') : undefined}
          value={reason}
          onText={(text) => draft.set('reason', text)}
          max={LINE_MAX}
          sayLeft={(n) => say('planning.left', { n })}
        />
      </Dialog>
    </>
  );
}
