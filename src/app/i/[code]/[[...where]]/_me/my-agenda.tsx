'use client';
/**
 * The person's day: topics they convene or are interested in, with space and time; two at once is a hint, never a block
 * (E39).
 */
import { useNow, useView } from '@/client/hooks/gathering-provider';
import { nowAndNext } from '@/domain/gathering/clock';
import { agendaOf, overlapping } from '@/domain/gathering/agenda';
import { useSay } from '@/i18n/words';
import { Banner } from '@/ui/notice';
import { Section } from '@/ui/surface';
import { CircleRow } from '../_circle/circle-row';
import { useMe } from '../_frame/phone-hooks';

/** `elsewhere`: on the first page, without the circles already listed for now and next. */
export function MyAgenda({ elsewhere = false }: { elsewhere?: boolean }) {
  const say = useSay();
  const view = useView();
  const me = useMe();
  const now = useNow();
  const at = nowAndNext(view, now ?? 0);
  const listed = (slot: string) => elsewhere && (slot === at.now?.id || slot === at.next?.id);
  const agenda = me ? agendaOf(view, me).filter((s) => !listed(s.slot)) : [];
  if (agenda.length === 0) return null;
  const clash = overlapping(agenda);
  const label = (slot: string) => view.slots.find((s) => s.id === slot);
  return (
    <Section title={say('agenda.title')} intro={say('agenda.intro')}>
      {clash.size > 0 && <Banner>{say('agenda.overlap')}</Banner>}
      <ul className="grid gap-2">
        {agenda.map((s) => (
          <CircleRow key={s.id} session={s.id} when={`${label(s.slot)?.label} ${label(s.slot)?.start}`} />
        ))}
      </ul>
    </Section>
  );
}
