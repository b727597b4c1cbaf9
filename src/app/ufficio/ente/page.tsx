/** The office's particulars: required by the privacy notice before anybody comes in, optional for accessibility. */
import type { Metadata } from 'next';
import { reader } from '@/app/_shared/page-reader';
import { missingDetails } from '@/protocol/office-details';
import { Button } from '@/ui/button';
import { Banner } from '@/ui/notice';
import { entering, OfficePage } from '../_shared/office-page';
import { DetailsForm } from './details-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await reader(['office'])).say('details.title') };
}

export default async function Page() {
  const entered = await entering('/ufficio/ente', ['planner', 'owner']);
  const { window, say } = entered;
  const { rev, ...details } = window.officeDetails();
  const missing = missingDetails(details);
  return (
    <OfficePage entered={entered} title="details.title" intro="details.intro">
      {missing.length > 0 ? (
        <Banner kind="warn" title={say('details.missing')}>
          {missing.map((field) => say(`details.${field}`)).join(' · ')}
        </Banner>
      ) : (
        <Banner kind="good" title={say('details.complete')} />
      )}
      <DetailsForm key={rev} details={details} after={rev} />
      <div>
        <Button href="/informativa" icon="eye">
          {say('notice.see')}
        </Button>
      </div>
    </OfficePage>
  );
}
