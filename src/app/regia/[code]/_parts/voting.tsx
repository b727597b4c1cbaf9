'use client';
/** Opening and closing the vote; how many have voted, never who or what. Paper dots are a batch of their own (E20). */
import { useState } from 'react';
import { nanoid } from 'nanoid';
import { useDo } from '@/app/_page/answers';
import { useView } from '@/client/provider';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Toggle } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import { TextInput } from '@/ui/field';
import { Section } from '@/ui/surface';
import { PaperDots } from './paper-dots';

export function Voting() {
  const say = useSay();
  const ask = useDo();
  const { voting, people } = useView();
  const [quota, setQuota] = useState(5);
  const [cumulative, setCumulative] = useState(true);
  const [sure, setSure] = useState<'close' | 'reopen' | 'paper' | null>(null);
  const [reason, setReason] = useState('');
  const shut = () => setSure(null);
  const paper = voting.paper.reduce((n, b) => n + b.voters, 0);
  return (
    <Section title={say('desk.vote')}>
      <p>
        {voting.state === 'none' && say('desk.voteNone')}
        {voting.state === 'open' && say('desk.voteOpen', { n: voting.voters + paper, of: people })}
        {voting.state === 'closed' && say('desk.voteClosed')}
      </p>
      {voting.state === 'none' && (
        <div className="grid max-w-xl justify-items-start gap-3">
          <TextInput
            type="number"
            label={say('desk.quota')}
            min={1}
            max={10}
            value={quota}
            onChange={(e) => setQuota(Number(e.target.value))}
            className="max-w-24"
          />
          <Toggle label={say('desk.cumulative')} on={cumulative} onToggle={setCumulative} />
          <Button kind="primary" icon="vote" onClick={() => ask('openVoting', { quota, cumulative })}>
            {say('desk.openVote')}
          </Button>
        </div>
      )}
      {voting.state === 'open' && (
        <>
          <div className="flex flex-wrap gap-2">
            <Button kind="primary" icon="lock" onClick={() => setSure('close')}>
              {say('desk.closeVote')}
            </Button>
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
      <Dialog
        open={sure === 'close'}
        onClose={shut}
        title={say('desk.closeVote')}
        closeLabel={say('close')}
        actions={
          <Button kind="primary" onClick={() => ask('closeVoting', {}) && shut()}>
            {say('desk.closeVote')}
          </Button>
        }
      >
        <p>{say('desk.closeSure')}</p>
      </Dialog>
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
