'use client';
/** Chooses the person to act for, the channel and the time, and then the action. */
import { Ribbon } from '@/app/_shared/ribbon';
import { inventedIn } from '@/domain/gathering/rehearsal';
import { useState } from 'react';
import { Answers } from '@/app/_shared/desk-toasts';
import { withDistinctNames } from '@/app/_shared/distinct-names';
import { HelpCalls } from '@/app/_shared/help-calls';
import { useSectorName } from '@/app/_shared/sector-name';
import { PaperIdeas } from '@/app/regia/[code]/_paper/paper-ideas';
import { useShown, useView } from '@/client/hooks/gathering-provider';
import { instantOf, localTime } from '@/domain/gathering/clock';
import { hasMarket } from '@/domain/gathering/formats';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { ChoicePills } from '@/ui/choice';
import { Select, TextInput } from '@/ui/field';
import { TopBar } from '@/ui/navigation';
import { Banner } from '@/ui/notice';
import { Card, Section } from '@/ui/surface';
import { EnterPerson } from './enter-person';
import { OnBehalf } from './on-behalf';

export function Secretariat() {
  const say = useSay();
  const view = useView();
  const sectorName = useSectorName();
  const people = useShown((s) => s.people);
  const shut = useShown((s) => s.shut);
  const [who, setWho] = useState('');
  const [way, setWay] = useState<'segreteria' | 'carta'>('segreteria');
  const [hour, setHour] = useState('');
  const [day, setDay] = useState(view.days[0] ?? '');
  const there = Object.values(view.seats)
    // Nobody acts for a person who has a phone.
    .filter((s) => !s.erased && s.origin !== 'telefono' && s.origin !== 'simulata' && people[s.id])
    .map((seat) => ({ seat, label: people[seat.id] ?? '' }));
  const seats = withDistinctNames(there, ({ seat }) =>
    [
      seat.sector && sectorName(seat.sector),
      say('person.since', { hour: localTime(seat.at, view.timezone).hour }),
    ]
      .filter(Boolean)
      .join(' · '),
  )
    .map(({ seat, label }) => ({ value: seat.id, label }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const saidAt = way === 'carta' && hour && day ? instantOf(day, hour, view.timezone) : null;
  const extra = { for: who, origin: way, ...(saidAt === null ? {} : { saidAt }) };
  return (
    <Answers>
      <Ribbon say={say} kind={inventedIn(view)} />
      <TopBar
        title={view.title}
        back={{ href: `/regia/${view.code}`, label: say('desk.title') }}
        aside={view.rehearsal && <Badge tone="dark">{say('rehearsal.mark')}</Badge>}
      />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto grid max-w-6xl gap-8 px-4 pt-6 pb-32 *:max-w-4xl sm:px-6"
      >
        <h1 className="text-2xl">{say('desk.secretariat')}</h1>
        {shut && <Banner kind="bad" title={sayRefusal(say, shut)} live />}
        <HelpCalls />
        <EnterPerson onIn={setWho} />
        {hasMarket(view.format) ? (
          <Section title={say('help.behalf')} intro={say('help.behalfHint')}>
            <Card className="grid gap-5">
              <Select
                label={say('help.who')}
                value={who}
                onChange={(e) => setWho(e.target.value)}
                options={[{ value: '', label: say('help.choose') }, ...seats]}
              />
              <ChoicePills
                legend={say('help.way')}
                value={way}
                onValue={setWay}
                choices={[
                  { value: 'segreteria', label: say('help.way.segreteria') },
                  { value: 'carta', label: say('help.way.carta') },
                ]}
              />
              {way === 'carta' && (
                <div className="grid gap-4 sm:grid-cols-2">
                  {view.days.length > 1 && (
                    <Select
                      label={say('help.day')}
                      value={day}
                      onChange={(e) => setDay(e.target.value)}
                      options={view.days.map((d) => ({ value: d, label: say.date(d) }))}
                    />
                  )}
                  <TextInput
                    label={say('desk.paperHour')}
                    type="time"
                    value={hour}
                    onChange={(e) => setHour(e.target.value)}
                  />
                </div>
              )}
              {who && <OnBehalf key={who} who={who} extra={extra} />}
            </Card>
          </Section>
        ) : (
          <PaperIdeas />
        )}
      </main>
    </Answers>
  );
}
