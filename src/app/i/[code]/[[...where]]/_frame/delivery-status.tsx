'use client';
/** The delivery of one text: saved here, sent, seen. */
import { useSay } from '@/i18n/words';
import { DeliveryMark } from '@/ui/delivery-mark';
import { useDelivery } from './phone-hooks';

export function Mark({ id }: { id: string }) {
  const say = useSay();
  const state = useDelivery(id);
  return <DeliveryMark state={state} label={say(`delivery.${state}`)} words={state !== 'seen'} />;
}
