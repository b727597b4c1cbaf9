/** Rows of a sheet of organisations, and of one of invitations. */
import { LINE_MAX, plainly, TITLE_MAX } from '../words';
import { standingOnes } from './deed';
import { byName, named, type RowsMaker, YES } from './import-cells';

export const organizationRows: RowsMaker = (path, _reading, fresh) => {
  const here = new Set(standingOnes(path.organizations).map((o) => plainly(o.name)));
  const sectors = byName(standingOnes(path.sectors), (s) => s.label);
  return (said, _amount, line) => {
    const name = said('name');
    if (name === '') return { reason: 'blank_text', value: '' };
    if (name.length > TITLE_MAX) return { reason: 'text_too_long', value: name };
    if (here.has(plainly(name))) return { reason: 'already_here', value: name };
    here.add(plainly(name));
    const sector = sectors(said('sector'));
    return {
      left: said('sector') !== '' && !sector ? [{ line, field: 'sector', value: said('sector') }] : [],
      row: {
        ...{ id: fresh(), name, sector: sector?.id ?? null },
        municipality: said('municipality').slice(0, LINE_MAX),
        alreadyInvolved: YES.test(said('alreadyInvolved')),
        institutionalRole: said('institutionalRole').slice(0, LINE_MAX),
      },
    };
  };
};

export const invitationRows: RowsMaker = (path, _reading, fresh) => {
  const organizations = byName(standingOnes(path.organizations), (o) => o.name);
  const meetings = byName(standingOnes(path.meetings), (m) => m.title);
  const tables = byName(standingOnes(path.tables), (t) => t.name);
  const STATES = ['da_invitare', 'invitato', 'accettato', 'declinato', 'presente'] as const;
  return (said, _amount, line) => {
    const [who, reason] = [said('who') || said('profile'), said('reason')];
    if (who === '' || reason === '') return { reason: 'blank_text', value: who || reason };
    if (who.length > LINE_MAX || reason.length > LINE_MAX) return { reason: 'text_too_long', value: who };
    const organization = organizations(who);
    const [meeting, table] = [meetings(said('meeting')), tables(said('table'))];
    const left = (['meeting', 'table'] as const).flatMap((f) =>
      said(f) !== '' && !(f === 'meeting' ? meeting : table) ? [{ line, field: f, value: said(f) }] : [],
    );
    return {
      left,
      row: {
        ...{ id: fresh(), meeting: meeting?.id ?? null, table: table?.id ?? null },
        organization: organization?.id ?? null,
        profile: organization ? said('profile').slice(0, LINE_MAX) : who,
        ...{ reason, status: named(STATES, said('status')) ?? 'da_invitare' },
        newVoice: YES.test(said('newVoice')),
      },
    };
  };
};
