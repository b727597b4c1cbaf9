'use client';
/** A published report: its texts, its rows, its photographs, and a link to propose a new topic. */
import { Photo } from '@/app/_shared/photo';
import { REPORT_FIELDS, type Report } from '@/domain/gathering/state/report';
import type { Topic } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { useTopicName } from '../_frame/phone-hooks';
import { buttonClass } from '@/ui/button';
import { Icon } from '@/ui/icons';
import { Row, rowsOf } from './report-rows';
import { Go } from '../_frame/navigation';
import { Disclosure } from '@/ui/disclosure';

export function ReportRead({ topic, report, level = 2 }: { topic: Topic; report: Report; level?: 2 | 3 }) {
  const say = useSay();
  const topicName = useTopicName();
  const Heading = level === 2 ? 'h2' : 'h3';
  const rows = rowsOf(report);
  return (
    <div className="grid gap-4">
      {report.outcome !== 'circle' && (
        <p className="font-semibold">
          {say(`report.outcome.${report.outcome}`)}
          {report.outcomeReason && <span className="block font-normal">{report.outcomeReason}</span>}
        </p>
      )}
      {report.hidden && <p className="text-ink-soft">{say('note.hidden')}</p>}
      {REPORT_FIELDS.filter((f) => report.fields[f].text !== '').map((f) => (
        <div key={f} className="grid gap-1">
          <Heading className="text-lg">{say(`report.${f}`)}</Heading>
          <p dir="auto" className="whitespace-pre-line wrap-anywhere">
            {report.fields[f].text}
          </p>
        </div>
      ))}
      {rows.length > 0 && (
        <ul className="grid gap-2">
          {rows.map((item) => (
            <li key={item.id} className="rounded-lg border border-line bg-raised p-3">
              <Row item={item} />
            </li>
          ))}
        </ul>
      )}
      {report.photos
        .filter((p) => !p.removed)
        .map((p) => (
          <Photo key={p.id} hash={p.hash} w={p.w} h={p.h} alt={say('report.photoOf')} />
        ))}
      {report.versions.length > 0 && (
        <Disclosure title={say('report.versions', { n: report.versions.length })}>
          <ul className="grid gap-2 text-sm">
            {report.versions.map((v) => (
              <li key={`${v.at}${v.what}`}>
                <del className="text-ink-soft">{v.before}</del> <ins className="no-underline">{v.after}</ins>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <Go to={`proponi/${topicName(topic)}`} className={buttonClass()}>
        <Icon name="plus" />
        {say('news.opensTopic')}
      </Go>
    </div>
  );
}
