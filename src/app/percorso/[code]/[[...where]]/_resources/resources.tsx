'use client';
/** Projects and their resources: the map on two axes, the list, and the import of the office's sheet. */
import { usePath } from '@/client/hooks/path-provider';
import { standing, standingOnes } from '@/domain/programming/deed';
import { useSay } from '@/i18n/words';
import { EmptyState } from '@/ui/notice';
import { PageHeader } from '@/ui/surface';
import { useMayWrite } from '../path-commands';
import { placeOf } from '../_shared/addresses';
import { SubPlaces } from '../_shared/section-tabs';
import type { ScreenProps } from '../places';
import { ImportProjects } from './import-projects';
import { ProjectList } from './project-list';
import { ProjectPage } from './project-page';
import { MapOfResources } from './resource-map';

export function Resources({ code, rest }: ScreenProps) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const [part = ''] = rest;
  const project = standing(path.projects, part);
  if (project) return <ProjectPage code={code} project={project} />;
  const at = (where: string, label: string, count?: number) => ({
    href: where === '' ? placeOf(code, 'risorse') : placeOf(code, 'risorse', where),
    label,
    ...(count === undefined ? {} : { count }),
    here: part === where,
  });
  const places = [
    at('', say('planning.resourceMap')),
    at('progetti', say('planning.projects'), standingOnes(path.projects).length),
    ...(may ? [at('importa', say('planning.importSheet'))] : []),
  ];
  return (
    <>
      <PageHeader title={say('planning.risorse')} intro={say('planning.risorseIntro')} />
      <SubPlaces label={say('planning.risorse')} places={places} />
      {part === '' && <MapOfResources code={code} />}
      {part === 'progetti' && <ProjectList code={code} />}
      {part === 'importa' && may && <ImportProjects code={code} />}
      {!places.some((p) => p.here) && <EmptyState title={say('planning.gone')} />}
    </>
  );
}
