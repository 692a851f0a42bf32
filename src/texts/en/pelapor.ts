import type { pelapor as source } from '../id/pelapor.ts'

export const pelapor: typeof source = {
  services: { police: 'Police', ambulance: 'Ambulance', general: 'Emergency number' },
  headOffice: 'Head office for the protection of migrant workers',
  onlyFromIndonesia: 'Usually works only from Indonesia.',
  inArea: (area: string) => `For ${area}.`,
  headOfficeSource: 'statement of the deputy minister',
  generalKnowledge: 'general knowledge',
  takesReports: 'Takes reports and complaints.',
  fileKept: 'This file still holds details inside it',
  grounds: {
    'cannot-be-asked-and-in-danger': 'a life was in danger and you could not be asked',
    child: 'a child needs protection',
    'law-obliges': 'the law obliges us',
  },
}
