/** The open licence under which published texts may be reused, as a link; nothing where there is none. */
import type { Licence } from '@/domain/programming/state';
import type { Say } from '@/i18n/say';
import { openLicence } from '@/reports/licences';

/** `all`: it holds for the whole page, and not for one text alone. */
export function LicenceLine({ say, of, all }: { say: Say; of: Licence | null; all?: boolean }) {
  const licence = openLicence(of);
  if (!licence) return null;
  return (
    <p className="text-ink-soft text-sm">
      {say(all ? 'fate.licence' : 'fate.licenceOne')}{' '}
      <a
        rel="license"
        href={licence.address}
        className="-my-2 inline-flex min-h-11 items-center font-semibold underline"
      >
        {licence.short}
      </a>
    </p>
  );
}
