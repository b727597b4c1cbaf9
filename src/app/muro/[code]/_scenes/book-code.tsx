/** The code that brings a phone to the book of the day: from the last page of the replay, and beside the closing circle. */
import { useShown } from '@/client/hooks/gathering-provider';
import { useSay } from '@/i18n/words';
import { QrCode } from '@/ui/qr-code';

export const bookAddress = (address: string, code: string): string => `${address}/atti/${code}#libro`;

export function BookCode({ address, className = '' }: { address: string; className?: string }) {
  const say = useSay();
  const link = bookAddress(
    address,
    useShown((s) => s.view.code),
  );
  return (
    <div className={`grid justify-items-center gap-2 ${className}`}>
      <p className="text-center font-bold text-base leading-[1.2] upright-wall:w-[calc(var(--u)*26)]">
        {say('wall.book')}
      </p>
      <QrCode value={link} label={link} className="size-[calc(var(--u)*14)]" />
    </div>
  );
}
