'use client';
/** Edits the gathering's own data: title, question, place, network, strands and sectors; never people's contributions. */
import { useState } from 'react';
import { useDeskDo } from '@/app/_shared/desk-commands';
import { useView } from '@/client/hooks/gathering-provider';
import { hasMarket } from '@/domain/gathering/formats';
import { LINE_MAX, NETWORK_MAX, SECTORS, STRANDS, TITLE_MAX, visible } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Toggle } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import { TextInput } from '@/ui/field';
import { Banner } from '@/ui/notice';
import { TextArea } from '@/ui/text-area';
import { namesFrom, namesIn } from './strand-sector-lines';

export function GatheringSettings() {
  const say = useSay();
  const ask = useDeskDo();
  const view = useView();
  const { title, question, sponsor, venue, network, fifthPrinciple, minors, format } = view;
  const founding = {
    strands: STRANDS.map((id) => ({ id, name: say(`wall.strand.${id}`) })),
    sectors: SECTORS.map((id) => ({ id, name: say(`sector.${id}`) })),
  };
  const strands = namesIn(view.strands, founding.strands);
  const sectors = namesIn(view.sectors, founding.sectors);
  const now = { title, question, sponsor, venue, network, fifthPrinciple, minors, strands, sectors };
  const [words, setWords] = useState<typeof now | null>(null);
  const change = (part: Partial<typeof now>) => setWords((w) => w && { ...w, ...part });
  const close = () => setWords(null);
  const save = () => {
    if (!words) return;
    const { network, strands: ofTopics, sectors: ofPeople, ...rest } = words;
    if (!ask('reviseGathering', rest)) return;
    // An unchanged field is not sent.
    ask('nameNetwork', { network });
    const newStrands = namesFrom(ofTopics, view.strands, founding.strands);
    if (ofTopics !== strands && !ask('nameStrands', { strands: newStrands })) return;
    const newSectors = namesFrom(ofPeople, view.sectors, founding.sectors);
    if (ofPeople !== sectors && !ask('nameSectors', { sectors: newSectors })) return;
    close();
  };
  const line = (key: 'title' | 'sponsor' | 'venue' | 'network', label: string, hint?: string) => (
    <TextInput
      label={label}
      hint={hint}
      value={words?.[key] ?? ''}
      maxLength={key === 'network' ? NETWORK_MAX : TITLE_MAX}
      onChange={(e) => change({ [key]: e.target.value })}
    />
  );
  return (
    <>
      <Button icon="edit" size="small" onClick={() => setWords(now)}>
        {say('desk.about')}
      </Button>
      <Dialog
        wide
        open={words !== null}
        onClose={close}
        title={say('desk.about')}
        closeLabel={say('close')}
        actions={
          <Button kind="primary" disabled={visible(words?.title ?? '') === ''} onClick={save}>
            {say('save')}
          </Button>
        }
      >
        {line('title', say('office.gTitle'))}
        <TextArea
          label={say('office.question')}
          value={words?.question ?? ''}
          onText={(q) => change({ question: q })}
          max={LINE_MAX}
          rows={2}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          {line('sponsor', say('office.sponsor'))}
          {line('venue', say('office.venue'))}
        </div>
        {line('network', say('desk.network'), say('desk.networkHint'))}
        {words && hasMarket(format) && (
          <TextArea
            label={say('desk.strands')}
            hint={say('desk.strandsHint')}
            value={words.strands}
            onText={(text) => change({ strands: text })}
            rows={3}
          />
        )}
        {words && (
          <TextArea
            label={say('desk.sectors')}
            hint={say('desk.sectorsHint')}
            value={words.sectors}
            onText={(text) => change({ sectors: text })}
            rows={6}
          />
        )}
        {hasMarket(format) && (
          <Toggle
            label={say('desk.fifth')}
            hint={say('desk.fifthHint')}
            on={words?.fifthPrinciple ?? false}
            onToggle={(on) => change({ fifthPrinciple: on })}
          />
        )}
        <Toggle
          label={say('desk.minors')}
          hint={say('desk.minorsHint')}
          on={words?.minors ?? false}
          onToggle={(on) => change({ minors: on })}
        />
        {words?.minors && !minors && <Banner kind="warn" title={say('desk.minorsOn')} live />}
      </Dialog>
    </>
  );
}
