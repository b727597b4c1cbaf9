'use client';
/** The delivery of one text: saved here, sent, seen. */
import { useSay } from '@/i18n/words';
import { DeliveryMark, type DeliveryState } from '@/ui/delivery-mark';
import { useDelivery } from './phone-hooks';

/** The delivery of one text, with its words for a mark. */
export function useDeliveryWords(id: string): { delivery: DeliveryState; deliveryLabel: string } {
  const say = useSay();
  const delivery = useDelivery(id);
  return { delivery, deliveryLabel: say(`delivery.${delivery}`) };
}

export function Mark({ id }: { id: string }) {
  const { delivery, deliveryLabel } = useDeliveryWords(id);
  return <DeliveryMark state={delivery} label={deliveryLabel} words={delivery !== 'seen'} />;
}
