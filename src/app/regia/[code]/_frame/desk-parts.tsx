'use client';
/** The rest of the desk, part by part: on a desk one below the other, on a phone one at a time. */
import { type ReactNode, useState } from 'react';
import { useShown, useView } from '@/client/hooks/gathering-provider';
import { hasMarket } from '@/domain/gathering/formats';
import type { Key } from '@/i18n/keys';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Closing } from '../_phases/closing';
import { MatrixKeeping } from '../_matrix/matrix-keeping';
import { neededNow } from './parts-by-phase';
import { PaperIdeas } from '../_paper/paper-ideas';
import { Photos } from '../_texts/photos';
import { Programme } from '../_phases/programme';
import { Reports } from '../_reports/reports';
import { Voting } from '../_voting/voting';
import { Withheld } from '../_texts/withheld-texts';

type DeskSection = { id: string; name: Key; is: ReactNode };

/** `role`: the account's. */
export function Parts({ role }: { role: string }) {
  const say = useSay();
  const { format, phase } = useView();
  const [asked, setAsked] = useState<string | null>(null);
  const holds = role === 'facilitator' || role === 'owner';
  const of: Record<string, DeskSection | false> = {
    matrix: { id: 'matrix', name: 'desk.matrix', is: <MatrixKeeping /> },
    reports: { id: 'reports', name: 'desk.reports', is: <Reports /> },
    voting: holds && { id: 'voting', name: 'desk.vote', is: <Voting /> },
    closing: holds && { id: 'closing', name: 'desk.closing', is: <Closing /> },
  };
  const parts: DeskSection[] = [
    ...(hasMarket(format)
      ? neededNow(phase).flatMap((p) => of[p] || [])
      : [
          ...(role !== 'helper'
            ? [{ id: 'programme', name: 'desk.programme' as const, is: <Programme /> }]
            : []),
          ...(role !== 'facilitator'
            ? [{ id: 'paper', name: 'desk.paperIdeas' as const, is: <PaperIdeas /> }]
            : []),
          ...(of.closing ? [of.closing] : []),
        ]),
    ...(usePhotosThere() ? [{ id: 'photos', name: 'desk.photos' as const, is: <Photos /> }] : []),
    {
      id: 'texts',
      name: 'desk.withheld',
      is: <Withheld mayClear={role === 'planner' || role === 'owner'} />,
    },
  ];
  const look = (id: string) => {
    setAsked(asked === id ? null : id);
    requestAnimationFrame(() => document.getElementById(`part-${id}`)?.scrollIntoView({ block: 'start' }));
  };
  return (
    <div className="grid gap-8">
      <nav aria-label={say('desk.parts')} className="flex flex-wrap gap-2">
        {parts.map((p) => (
          <Button key={p.id} size="small" aria-expanded={asked === p.id} onClick={() => look(p.id)}>
            {say(p.name)}
          </Button>
        ))}
      </nav>
      {parts.map((p) => (
        <div
          key={p.id}
          id={`part-${p.id}`}
          className={`scroll-mt-20 ${asked === p.id ? '' : 'max-lg:hidden'}`}
        >
          {p.is}
        </div>
      ))}
    </div>
  );
}

const usePhotosThere = (): boolean =>
  useShown((s) => Object.values(s.view.reports).some((r) => r.photos.some((p) => !p.removed)));
