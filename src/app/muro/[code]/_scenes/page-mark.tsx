/** The page number: shown only where there are several. */
import { useSay } from '@/i18n/words';

export function PageMark({ page, of, className = '' }: { page: number; of: number; className?: string }) {
  const say = useSay();
  if (of < 2) return null;
  return <p className={`text-base tabular-nums ${className}`}>{say('wall.page', { page, of })}</p>;
}
