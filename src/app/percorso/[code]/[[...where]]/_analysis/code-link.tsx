'use client';
/** A code in a table of the analysis: its sign and name, linked to its words. */
import { usePath } from '@/client/hooks/path-provider';
import { codeNow } from '@/domain/programming/codes';
import { placeOf } from '../_shared/addresses';
import { CodeSign } from '../_reading/code-mark';

export function CodeLink({ path: at, id }: { path: string; id: string }) {
  const code = codeNow(usePath(), id);
  if (!code) return null;
  return (
    <span className="inline-flex min-w-40 items-start gap-1">
      <CodeSign code={code} />
      <a href={placeOf(at, 'codici', code.id)} className="text-ink hover:text-accent">
        {code.label}
      </a>
    </span>
  );
}
