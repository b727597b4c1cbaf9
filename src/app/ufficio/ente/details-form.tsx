'use client';
/** The particulars of the office, saved whole: those the privacy notice must say, and those it may. */
import { type FormEvent, useState } from 'react';
import { postJson } from '@/client/connection/post-json';
import type { Refusal } from '@/domain/refusal';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import {
  DETAIL_MAX,
  DETAILS,
  type Detail,
  type OfficeDetails,
  REQUIRED_DETAILS,
} from '@/protocol/office-details';
import { Button } from '@/ui/button';
import { checkClass } from '@/ui/checkbox-marks';
import { TextInput } from '@/ui/field';
import { Banner } from '@/ui/notice';

const REQUIRED: readonly string[] = REQUIRED_DETAILS;

/** `after`: the version that is shown. `only`: these fields alone are asked, the others stay as they are. */
export function DetailsForm({
  details,
  after,
  only = DETAILS,
}: {
  details: OfficeDetails;
  after: number;
  only?: readonly Detail[];
}) {
  const say = useSay();
  const [written, setWritten] = useState(details);
  const [no, setNo] = useState<Refusal | null>(null);
  const save = async (e: FormEvent) => {
    e.preventDefault();
    const answer = await postJson('/api/office-details', { ...written, after });
    if (answer.ok) window.location.reload();
    else setNo(answer);
  };
  return (
    <form onSubmit={save} className="grid max-w-2xl gap-5">
      {only.map((field) => (
        <TextInput
          key={field}
          label={say(`details.${field}`)}
          hint={say(`details.${field}Hint`)}
          aside={REQUIRED.includes(field) ? undefined : say('optional')}
          type={field === 'declaration' ? 'url' : 'text'}
          required={REQUIRED.includes(field)}
          maxLength={DETAIL_MAX}
          value={written[field]}
          onChange={(e) => setWritten({ ...written, [field]: e.target.value })}
        />
      ))}
      {only === DETAILS && (
        <label className="flex min-h-11 items-start gap-3 py-1">
          <input
            type="checkbox"
            checked={written.indexed}
            onChange={(e) => setWritten({ ...written, indexed: e.target.checked })}
            className={`${checkClass} mt-0.5`}
          />
          <span>
            <span className="font-semibold">{say('details.indexed')}</span>
            <span className="block text-ink-soft text-sm">{say('details.indexedHint')}</span>
          </span>
        </label>
      )}
      {no && <Banner kind="bad" title={sayRefusal(say, no)} live />}
      <div>
        <Button type="submit" kind="primary">
          {say('details.save')}
        </Button>
      </div>
    </form>
  );
}
