/**
 * The circle's own report in the record: its texts, its rows each with an address to cite, its photographs, its
 * versions.
 */
import { Photo } from '@/app/_shared/photo';
import { Typed } from '@/app/_shared/prose';
import { REPORT_FIELDS } from '@/domain/gathering/state/report';
import type { Say } from '@/i18n/say';
import type { GatheringExport } from '@/reports/gathering-json';
import { Badge } from '@/ui/badge';
import { Disclosure } from '@/ui/disclosure';
import { Signed } from './chapter';

export type ReportChapter = GatheringExport['reports'][number];
type Props = {
  say: Say;
  report: ReportChapter;
  notes: readonly GatheringExport['notes'][number][];
  zone: string;
};

export function ReportPart({ say, report, notes, zone }: Props) {
  const unwritten = REPORT_FIELDS.every((f) => !report[f]) && report.items.length === 0;
  return (
    <div className="grid gap-4 border-accent border-l-4 pl-5 print:block print:space-y-4">
      <h3 className="flex flex-wrap items-center gap-3 text-lg">
        {say('report.title')}
        <Badge tone={report.publishedAt ? 'good' : 'plain'}>
          {say.dynamic(`report.is.${report.status}`)}
        </Badge>
        {report.fromNotes && <Badge tone="warn">{say('report.fromNotes')}</Badge>}
      </h3>
      {report.outcome !== 'circle' && (
        <p>
          <b>{say.dynamic(`report.outcome.${report.outcome}`)}</b>
          {report.outcomeReason && `: ${report.outcomeReason}`}
        </p>
      )}
      {report.hidden && (
        <p className="text-ink-soft italic">
          {say('record.hidden', { reason: say.dynamic(`record.reason.${report.hidden.reason}`) })}
        </p>
      )}
      {unwritten && !report.hidden && report.outcome === 'circle' && (
        <p className="text-ink-soft">{say('record.unwritten')}</p>
      )}
      {REPORT_FIELDS.map(
        (f) =>
          report[f] && (
            <div key={f} className="grid gap-1 print:block">
              <h4>{say(`report.${f}`)}</h4>
              <div className="max-w-prose">
                <Typed text={report[f] ?? ''} above={4} />
              </div>
            </div>
          ),
      )}
      <Rows say={say} report={report} notes={notes} />
      <Photos say={say} report={report} />
      <Versions say={say} report={report} zone={zone} />
    </div>
  );
}

function Rows({ say, report, notes }: Omit<Props, 'zone'>) {
  if (report.items.length === 0) return null;
  return (
    <ul className="grid gap-2.5 print:block print:space-y-2.5">
      {report.items.map((item) => (
        <li
          key={item.id}
          id={item.id}
          className="grid scroll-mt-6 break-inside-avoid grid-cols-[5.2rem_1fr] gap-2"
        >
          <a
            href={`#${item.id}`}
            aria-label={say('record.cite', { id: item.id })}
            className="min-h-11 pt-0.5 text-accent text-sm tabular-nums print:min-h-0"
          >
            {item.id}
          </a>
          <div className="grid min-w-0">
            <b>{say.dynamic(`row.${item.kind}`)}</b>
            {item.text === null ? (
              <i className="text-ink-soft">
                {say('record.hidden', {
                  reason: say.dynamic(`record.reason.${item.hidden?.reason ?? 'altro'}`),
                })}
              </i>
            ) : (
              <Typed text={item.text} />
            )}
            <Behind say={say} item={item} notes={notes} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The note that a row was taken from, cited here if the words are the same; the responsible person and the date. */
function Behind({
  say,
  item,
  notes,
}: {
  say: Say;
  item: ReportChapter['items'][number];
  notes: Props['notes'];
}) {
  const note = item.sameAsNote ? notes.find((n) => n.id === item.note) : undefined;
  const more = [item.who, item.byWhen].filter(Boolean).join(' · ');
  if (!item.note && more === '') return null;
  return (
    <p className="text-ink-soft text-sm">
      {item.note && (
        <a href={`#${item.note}`} id={note ? item.note : undefined} className="scroll-mt-6">
          {say('record.fromNote', { id: item.note })}
        </a>
      )}
      {note && <Signed say={say} note={{ ...note, kind: 'altro' }} />}
      {more && ` ${more}`}
    </p>
  );
}

function Photos({ say, report }: Pick<Props, 'say' | 'report'>) {
  if (report.photos.length === 0) return null;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {report.photos.map((p) => (
        <figure key={p.hash} className="grid gap-1">
          <Photo hash={p.hash} w={p.width} h={p.height} alt={p.caption || say('report.photoOf')} />
          {p.caption && <figcaption className="text-ink-soft text-sm">{p.caption}</figcaption>}
        </figure>
      ))}
    </div>
  );
}

/** E27: corrections after publishing, before and after, with their time. */
function Versions({ say, report, zone }: Omit<Props, 'notes'>) {
  if (report.versions.length === 0) return null;
  const at = (iso: string | null) =>
    iso ? `${say.date(Date.parse(iso), 'short', zone)} ${say.time(Date.parse(iso), zone)}` : '';
  return (
    <Disclosure title={say('report.versions', { n: report.versions.length })}>
      <ol className="grid gap-3 text-sm">
        {report.versions.map((v, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: versions are only ever added
          <li key={i} className="grid gap-0.5">
            <p className="text-ink-soft">{[at(v.at), v.by ?? say('record.somebody')].join(' · ')}</p>
            {v.after === null ? (
              <i className="text-ink-soft">{say('record.hiddenVersion')}</i>
            ) : (
              <p>
                <del>{v.before}</del> <ins className="font-semibold no-underline">{v.after}</ins>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
