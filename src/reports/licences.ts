/** The open licences an office may publish under: their names, addresses, and what catalogues call them. */
import type { Licence } from '@/domain/programming/state';

export type OpenLicence = {
  /** As a person names it; a proper name, the same in every language. */
  short: string;
  address: string;
  /** In data packages. */
  title: string;
  /** As the controlled vocabulary of licences of dati.gov.it has it. */
  italian: string;
  type: string;
  version: string;
};

const LICENCES: Record<Exclude<Licence, 'nessuna'>, OpenLicence> = {
  'CC-BY-4.0': {
    short: 'CC BY 4.0',
    address: 'https://creativecommons.org/licenses/by/4.0/',
    title: 'Creative Commons Attribution 4.0',
    italian: 'Creative Commons Attribuzione 4.0 Internazionale',
    type: 'http://purl.org/adms/licencetype/Attribution',
    version: '4.0',
  },
  'CC-BY-SA-4.0': {
    short: 'CC BY-SA 4.0',
    address: 'https://creativecommons.org/licenses/by-sa/4.0/',
    title: 'Creative Commons Attribution Share-Alike 4.0',
    italian: 'Creative Commons Attribuzione - Condividi allo stesso modo 4.0 Internazionale',
    type: 'http://purl.org/adms/licencetype/ViralEffect-ShareAlike',
    version: '4.0',
  },
  'CC0-1.0': {
    short: 'CC0 1.0',
    address: 'https://creativecommons.org/publicdomain/zero/1.0/',
    title: 'Creative Commons Zero 1.0',
    italian: 'Creative Commons CC0 1.0 Universal',
    type: 'http://purl.org/adms/licencetype/PublicDomain',
    version: '1.0',
  },
};

/** Null where the office has chosen none. */
export const openLicence = (chosen: Licence | null | undefined): OpenLicence | null =>
  !chosen || chosen === 'nessuna' ? null : LICENCES[chosen];
