/** The circle's own report in the record: its texts, its rows each with an address to cite, its photographs, its versions. */
import { Photo } from '@/app/_page/photo';
import { REPORT_FIELDS } from '@/domain/gathering/state/report';
import type { Say } from '@/i18n/say';
import type { GatheringExport } from '@/reports/gathering-json';
import { Badge } from '@/ui/badge';
import { Fold } from '@/ui/fold';

export type Report = GatheringExport['reports'][number];
type Props = { say: Say; report: Report; zone: string };

export function ReportPart({ say, report, zone }: Props) {
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
              <p className="max-w-prose whitespace-pre-line wrap-anywhere" dir="auto">
                {report[f]}
              </p>
            </div>
          ),
      )}
      <Rows say={say} report={report} />
      <Photos say={say} report={report} />
      <Versions say={say} report={report} zone={zone} />
    </div>
  );
}

function Rows({ say, report }: Omit<Props, 'zone'>) {
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
          <p className="min-w-0 wrap-anywhere">
            <b className="mr-2">{say.dynamic(`row.${item.kind}`)}</b>
            {item.text === null ? (
              <i className="text-ink-soft">
                {say('record.hidden', {
                  reason: say.dynamic(`record.reason.${item.hidden?.reason ?? 'altro'}`),
                })}
              </i>
            ) : (
              <span dir="auto">{item.text}</span>
            )}
            {(item.who || item.byWhen) && (
              <span className="ml-2 text-ink-soft text-sm">
                {[item.who, item.byWhen].filter(Boolean).join(' · ')}
              </span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Photos({ say, report }: Omit<Props, 'zone'>) {
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

/** E27: what was corrected after publishing, before and after, with its hour. */
function Versions({ say, report, zone }: Props) {
  if (report.versions.length === 0) return null;
  const at = (iso: string | null) =>
    iso ? `${say.date(Date.parse(iso), 'short', zone)} ${say.time(Date.parse(iso), zone)}` : '';
  return (
    <Fold title={say('report.versions', { n: report.versions.length })}>
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
    </Fold>
  );
}
