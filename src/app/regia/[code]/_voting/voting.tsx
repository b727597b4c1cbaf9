'use client';
/** The vote at the desk; how many have voted, never who or for what. Paper dots are a batch of their own (E20). */
import { useState } from 'react';
import { nanoid } from 'nanoid';
import { useDeskDo } from '@/app/_shared/desk-commands';
import { useView } from '@/client/hooks/gathering-provider';
import { DOTS_EACH_MAX, votersOf } from '@/domain/gathering/state/voting';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Toggle } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import { TextInput } from '@/ui/field';
import { Section } from '@/ui/surface';
import { PaperDots } from '../_paper/paper-dots';
import { useVoteChoice, useVoteDeeds } from './open-close-vote';

export function Voting() {
  const say = useSay();
  const ask = useDeskDo();
  const { voting, people, phase } = useView();
  const { quota, cumulative, setQuota, setCumulative } = useVoteChoice();
  const vote = useVoteDeeds();
  // In its own phase the vote is opened and closed by the phase's main action.
  const own = phase !== 'voting';
  const [sure, setSure] = useState<'reopen' | 'paper' | null>(null);
  const [reason, setReason] = useState('');
  const shut = () => setSure(null);
  return (
    <Section title={say('desk.vote')}>
      <p>
        {voting.state === 'none' && say('desk.voteNone')}
        {voting.state === 'open' && say('desk.voteOpen', { n: votersOf(voting), of: people })}
        {voting.state === 'closed' && say('desk.voteClosed')}
      </p>
      {voting.state === 'none' && (
        <div className="grid max-w-xl justify-items-start gap-3">
          <TextInput
            type="number"
            label={say('desk.quota')}
            min={1}
            max={DOTS_EACH_MAX}
            value={quota}
            onChange={(e) => setQuota(Number(e.target.value))}
            className="max-w-24"
          />
          <Toggle label={say('desk.cumulative')} on={cumulative} onToggle={setCumulative} />
          {own && (
            <Button icon="vote" onClick={vote.open}>
              {say('desk.openVote')}
            </Button>
          )}
        </div>
      )}
      {voting.state === 'open' && (
        <>
          <div className="flex flex-wrap gap-2">
            {own && (
              <Button icon="lock" onClick={vote.close}>
                {say('desk.closeVote')}
              </Button>
            )}
            {voting.round === 1 && votersOf(voting) === 0 && (
              <Button icon="undo" onClick={() => ask('withdrawVote', {})}>
                {say('desk.withdrawVote')}
              </Button>
            )}
            <Button icon="note" onClick={() => setSure('paper')}>
              {say('desk.enterPaper')}
            </Button>
          </div>
          <ul className="grid gap-1.5 empty:hidden">
            {voting.paper.map((b) => (
              <li key={b.id} className="flex items-center gap-3">
                {say('desk.paperBatch', { n: b.voters })}
                <Button size="small" kind="plain" onClick={() => ask('withdrawPaperVotes', { batch: b.id })}>
                  {say('desk.withdrawPaper')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {voting.state === 'closed' && (
        <Button icon="undo" className="justify-self-start" onClick={() => setSure('reopen')}>
          {say('desk.reopenVote')}
        </Button>
      )}
      {vote.dialogs}
      <Dialog
        open={sure === 'reopen'}
        onClose={shut}
        title={say('desk.reopenVote')}
        closeLabel={say('close')}
        actions={
          <Button
            kind="primary"
            disabled={reason.trim() === ''}
            onClick={() => ask('reopenVoting', { reason }) && shut()}
          >
            {say('desk.reopenVote')}
          </Button>
        }
      >
        <TextInput
          label={say('desk.reopenWhy')}
          hint={say('desk.reopenHint')}
          value={reason}
          onChange={(e) => setReason(e.target.value)}
        />
      </Dialog>
      <PaperDots
        open={sure === 'paper'}
        onClose={shut}
        onEnter={(voters, dots) => ask('enterPaperVotes', { batch: nanoid(14), voters, dots }) && shut()}
      />
    </Section>
  );
}
