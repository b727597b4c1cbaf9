'use client';
/** The downloads of a path: documents to edit further, and data to analyse. */
import { usePath, useSources } from '@/client/hooks/path-provider';
import { PATH_DOCUMENTS, type PathDocument } from '@/reports/documents/document-names';
import { useSay } from '@/i18n/words';
import { Banner } from '@/ui/notice';
import { PageHeader, Section } from '@/ui/surface';
import { useMayWrite } from '../path-commands';
import type { ScreenProps } from '../places';
import { Row } from './download-row';

const TITLES = {
  percorso: 'documents.pathTitle',
  'proposta-partecipata': 'documents.ppTitle',
  'relazione-finale': 'documents.frTitle',
  'quadro-bisogni-proposte': 'documents.picture',
  'mappa-risorse': 'documents.resourceMap',
  obiettivi: 'documents.goals',
  'schede-intervento': 'documents.sheets',
  'programma-attuativo': 'documents.programme',
  'registro-esiti': 'documents.register',
} as const satisfies Record<PathDocument, string>;
const TABLES = [
  'projects',
  'resources',
  'needs',
  'proposals',
  'evidence',
  'goals',
  'outcomes',
  'sources',
] as const;
const WRITTEN = ['odt', 'docx', 'pdf', 'html'] as const;

const DECIDIM = ['decidim-proposte', 'decidim-risposte', 'decidim-risultati'] as const;

export function Documents({ code }: ScreenProps) {
  const say = useSay();
  const mayWrite = useMayWrite();
  const { tables } = usePath();
  const { meetings } = useSources();
  if (!mayWrite) return <Banner kind="info" title={say('documents.onlyPlanners')} />;
  const open = Object.values(tables).filter((t) => !t.removed && !t.closed);
  return (
    <div className="grid gap-10">
      <PageHeader title={say('documents.title')} intro={say('documents.intro')} />
      <Section title={say('documents.documents')}>
        <ul className="grid">
          {PATH_DOCUMENTS.map((what) => (
            <Row key={what} code={code} what={what} title={say(TITLES[what])} formats={WRITTEN} />
          ))}
        </ul>
      </Section>
      {open.length > 0 && (
        <Section title={say('documents.dossiers')}>
          <ul className="grid">
            {open.map((t) => (
              <Row key={t.id} code={code} what={`dossier-${t.id}`} title={t.name} formats={WRITTEN} />
            ))}
          </ul>
        </Section>
      )}
      {meetings.length > 0 && (
        <Section title={say('documents.records')}>
          <ul className="grid">
            {meetings.map((m) => (
              <Row key={m.code} code={code} what={`atti-${m.code}`} title={m.title} formats={WRITTEN} />
            ))}
          </ul>
        </Section>
      )}
      <Section title={say('documents.data')} intro={say('documents.data.package.hint')}>
        <ul className="grid">
          <Row code={code} what="pacchetto" title={say('documents.data.package')} formats={['zip']} />
          <Row code={code} what="tabelle" title={say('documents.data.sheets')} formats={['ods', 'xlsx']} />
          <Row code={code} what="lettura" title={say('documents.data.qdpx')} formats={['qdpx']} />
          <Row code={code} what="codici" title={say('documents.data.qdc')} formats={['qdc']} />
          <Row code={code} what="tutto" title={say('documents.data.all')} formats={['json']} />
          <Row code={code} what="decidim" title={say('documents.data.decidim')} formats={['json']} />
          {DECIDIM.map((what) => (
            <Row key={what} code={code} what={what} title={say(`documents.data.${what}`)} formats={['csv']} />
          ))}
          <Row code={code} what="osservatorio" title={say('documents.data.observatory')} formats={['csv']} />
        </ul>
      </Section>
      <Section title={say('documents.data.tables')} level={3}>
        <ul className="grid">
          {TABLES.map((t) => (
            <Row key={t} code={code} what={t} title={say(`documents.table.${t}`)} formats={['csv']} />
          ))}
        </ul>
      </Section>
    </div>
  );
}
