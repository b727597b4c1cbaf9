/** The join form: it works before any script has loaded, and asks no more than it must. */
import { PublicFooter } from '@/app/_shared/public-footer';
import { Ribbon } from '@/app/_shared/ribbon';
import type { Invented } from '@/domain/gathering/rehearsal';
import type { SectorName } from '@/domain/gathering/state/format';
import { LABEL_MAX, MUNICIPALITIES } from '@/domain/words';
import type { Say } from '@/i18n/say';
import { sayRefusal } from '@/i18n/refusal';
import type { RefusalCode } from '@/domain/refusal';
import { Button } from '@/ui/button';
import { cx } from '@/ui/cx';
import { Select, TextInput } from '@/ui/field';
import { Wordmark } from '@/ui/logo';
import { Banner } from '@/ui/notice';
import { PageHeader } from '@/ui/surface';
import { checkClass, radioClass } from '@/ui/checkbox-marks';
import { LanguageForm } from '@/app/_shared/language';
import { entranceOf } from '@/protocol/entrance-address';
import { Hidden, Recover } from './recover';

const SUBGROUPS = ['transition_town', 'care_giver', 'giovani_migranti'] as const;
/** Refusals that belong to the second form. */
const OF_RECOVERY = new Set(['wrong_recovery_code', 'too_fast']);
export const OF_LABEL = new Set(['blank_text', 'text_too_long']);

type Props = {
  code: string;
  title: string;
  question: string;
  kind: Invented;
  minors: boolean;
  say: Say;
  refused: string | null;
  /** The privacy notice is not complete: nobody new may come in yet. */
  shut: boolean;
  /** The screen within the gathering that the person asked for. */
  poi: string;
  /** Those this gathering asks about; maybe none. */
  sectors: readonly SectorName[];
  /** Their choices before the form was sent back. */
  sector: string | null;
};

export function Join(props: Props) {
  const { code, title, question, kind, minors, say, refused, shut, sectors, sector, poi } = props;
  const why =
    refused === 'blank_text'
      ? say('join.blank')
      : refused && sayRefusal(say, { refused: refused as RefusalCode });
  const recovery = refused !== null && OF_RECOVERY.has(refused);
  const label = refused !== null && OF_LABEL.has(refused);
  return (
    <>
      <Ribbon say={say} kind={kind} />
      <main id="main" tabIndex={-1} className="mx-auto grid max-w-xl gap-6 px-4 pt-5 pb-16">
        <PageHeader {...(question ? { over: title } : {})} title={question || title} />
        {shut && <Banner kind="bad">{sayRefusal(say, { refused: 'notice_incomplete' })}</Banner>}
        {why && !shut && !recovery && !label && <Banner kind="bad">{why}</Banner>}
        {/* People whose code was not recognised find it in the same field, with the reason. */}
        {recovery && <Recover {...{ code, poi, say }} error={why} />}
        {!shut && (
          <JoinForm
            code={code}
            poi={poi}
            say={say}
            action="/api/join"
            error={label ? why : null}
            sectors={sectors}
            sector={sector}
            minors={minors}
          />
        )}
        {!recovery && <Recover {...{ code, poi, say }} />}
        <LanguageForm say={say} back={entranceOf(code, { poi })} />
        <PublicFooter say={say} />
        <Wordmark name={say('app.name')} className="justify-self-center" />
      </main>
    </>
  );
}

/** The form itself; at the totem it is sent to the totem's own route. */
export function JoinForm({
  code,
  poi = '',
  say,
  action,
  error,
  sectors,
  sector = null,
  minors,
}: {
  code: string;
  poi?: string;
  say: Say;
  action: string;
  error: string | null;
  sectors: readonly SectorName[];
  sector?: string | null;
  /** E36: then only label and sector are asked. */
  minors: boolean;
}) {
  return (
    <form method="post" action={action} className="grid gap-6">
      <Hidden code={code} poi={poi} />
      <TextInput
        name="label"
        label={say('join.label')}
        hint={say('join.labelHint')}
        error={error}
        autoFocus={error !== null}
        maxLength={LABEL_MAX}
        required
        autoComplete="off"
        className="text-lg"
      />
      {sectors.length > 0 && <Sectors say={say} sectors={sectors} chosen={sector} alone={minors} />}
      {!minors && <More say={say} />}
      <p className="text-ink-soft text-sm">
        {say('join.privacy')}{' '}
        <a href="/informativa" className="py-2 underline">
          {say('foot.privacy')}
        </a>
      </p>
      {/* Always visible: people with a small screen or large text need not look for it. */}
      <div className="roomy:sticky bottom-0 z-10 -mx-4 border-line border-t bg-surface px-4 py-3">
        <Button type="submit" kind="primary" size="large" wide>
          {say('join.do')}
        </Button>
      </div>
    </form>
  );
}

function More({ say }: { say: Say }) {
  return (
    <>
      <Select
        name="municipality"
        label={say('join.municipality')}
        aside={say('optional')}
        options={[
          { value: '', label: say('join.noMunicipality') },
          ...MUNICIPALITIES.map((m) => ({ value: m, label: m === 'altro' ? say('join.elsewhere') : m })),
        ]}
      />
      <label className="flex min-h-11 items-start gap-3 py-1">
        {/* Named by its first line alone: the hint is said after it, not as one sentence with it. */}
        <input
          type="checkbox"
          name="newVoice"
          aria-labelledby="new-voice"
          aria-describedby="new-voice-hint"
          className={cx(checkClass, 'mt-0.5')}
        />
        <span>
          <span id="new-voice" className="font-semibold">
            {say('join.newVoice')}
          </span>
          <span id="new-voice-hint" className="block text-ink-soft text-sm">
            {say('join.newVoiceHint')}
          </span>
        </span>
      </label>
    </>
  );
}

type SectorsProps = { say: Say; sectors: readonly SectorName[]; chosen: string | null; alone: boolean };

function Sectors({ say, sectors, chosen, alone }: SectorsProps) {
  // The groups within it are the founding document's.
  const grouped = !alone && sectors.some((s) => s.id === 'gruppi_innovativi' && s.name === '');
  return (
    <fieldset className="group grid gap-2">
      <legend className="mb-2 font-semibold">{say('join.sector')}</legend>
      {sectors.map(({ id: s, name }) => (
        <label
          key={s}
          className="flex min-h-12 items-center gap-3 rounded-lg border-2 border-edge bg-raised px-3.5 py-2 has-checked:border-accent has-checked:bg-accent-soft"
        >
          <input
            type="radio"
            name="sector"
            value={s}
            required
            // Browsers call a required choice invalid before anybody has answered, and each of these would say so.
            aria-invalid={false}
            defaultChecked={s === chosen}
            className={radioClass}
          />
          <span>{name || say(`sector.${s}`)}</span>
        </label>
      ))}
      {grouped && (
        <div className="hidden group-has-[[value=gruppi_innovativi]:checked]:block">
          <Select
            name="subgroup"
            label={say('join.subgroup')}
            aside={say('optional')}
            options={[
              { value: '', label: say('join.noSubgroup') },
              ...SUBGROUPS.map((g) => ({ value: g, label: say(`subgroup.${g}`) })),
            ]}
          />
        </div>
      )}
    </fieldset>
  );
}
