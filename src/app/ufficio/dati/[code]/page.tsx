/** People with a label in a gathering, to remove the label of a person who asks in person or by letter (E35). */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { reader } from '@/app/_shared/page-reader';
import { EmptyState } from '@/ui/notice';
import { entering, OfficePage } from '../../_shared/office-page';
import { People } from './people';

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await reader(['office'])).say('care.people')} ${(await params).code}` };
}

export default async function Page({ params }: Props) {
  const { code } = await params;
  const entered = await entering(`/ufficio/dati/${code}`, ['planner', 'owner']);
  const { window, say } = entered;
  const row = window.find(code);
  if (row?.kind !== 'gathering') notFound();
  const { seats, sectors, title, timezone } = window.gathering(row, 'whole');
  const people = Object.entries(window.labels(row, 'all'))
    .flatMap(([id, label]) => {
      const seat = seats[id];
      return label === null || !seat ? [] : [{ id, label, seat }];
    })
    .sort((a, b) => a.seat.n - b.seat.n)
    .map(({ id, label, seat }) => ({
      id,
      label,
      about: [
        sectors.find((s) => s.id === seat.sector)?.name ||
          say.dynamic(`care.sector.${seat.sector ?? 'non_indicato'}`),
        say('care.came', {
          date: say.date(seat.at, 'short', timezone),
          time: say.time(seat.at, timezone),
        }),
      ].join(' · '),
    }));
  return (
    <OfficePage
      entered={entered}
      title="care.people"
      intro="care.peopleIntro"
      back={{ href: '/ufficio/dati', label: 'care.title' }}
    >
      <p className="font-bold text-lg">{title}</p>
      {people.length === 0 ? (
        <EmptyState title={say('care.nobody')} />
      ) : (
        <People code={row.code} people={people} />
      )}
    </OfficePage>
  );
}
