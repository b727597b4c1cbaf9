'use client';
/** Saved here, sent, seen: what is true of this card now. */
import { useSay } from '@/i18n/words';
import { DeliveryMark } from '@/ui/delivery-mark';
import { useDelivery } from './phone-hooks';

export function Mark({ id }: { id: string }) {
  const say = useSay();
  const state = useDelivery(id);
  return <DeliveryMark state={state} label={say(`delivery.${state}`)} words={state !== 'seen'} />;
}
