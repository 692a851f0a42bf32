import type { lembaga as id } from '#src/texts/id/lembaga.ts'

export const lembaga: typeof id = {
  does: {
    ministry: 'Protects migrant workers and takes complaints.',
    'agency-unit': 'Regional office that protects migrant workers.',
    mission: 'Helps Indonesian citizens in this country.',
    'mission-officer': 'Deals with problems at work in this country.',
    'local-government': 'Local government. Looks after its people who work abroad.',
    'service-point': 'One place for papers and complaints before leaving.',
    'law-enforcement': 'Takes reports of crimes and looks into them.',
    'independent-agency': 'Protects witnesses and victims.',
    'social-security': 'Pays workers’ social security.',
    oversight: 'Takes complaints about public services.',
    channel: 'A way to complain to the government.',
    ngo: 'Organisation that stands by migrant workers.',
    intergovernmental: 'Body of several states that helps migrants and refugees.',
    'foreign-authority': 'Office of this country’s government that deals with labour.',
  },
}
