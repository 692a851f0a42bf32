// Whether a whole set of law files may be in force: the same checks that the delivered files pass in `npm test`.
import type { ReleaseFiles } from '#src/domain/law/release.ts'
import { loadNorms } from '../norms.ts'
import { loadRulebook } from '../rulebook.ts'
import { loadStandardSteps } from '../standard-steps.ts'
import { loadAdvocacy } from './advocacy-files.ts'
import { loadAgreementFile } from './agreement-files.ts'
import { loadCountryPages } from './country-pages.ts'
import { loadCountryRegister } from './country-register.ts'
import { loadHarmonisation, normWords } from './harmonisation-files.ts'
import { loadLaw } from './law-files.ts'
import { withLawFiles } from './law-source.ts'
import { loadVillageTemplate } from './village-template.ts'

const LOADERS: readonly (() => unknown)[] = [
  loadLaw,
  loadRulebook,
  loadNorms,
  loadCountryPages,
  loadCountryRegister,
  loadVillageTemplate,
  loadAgreementFile,
  loadStandardSteps,
  loadHarmonisation,
  normWords,
  loadAdvocacy,
]
const MOST_SHOWN = 50

/** Every fault as a sentence for the drafter, in the words of the loaders; none when the set may be in force. */
export function faultsOfRelease(files: ReleaseFiles): readonly string[] {
  const faults = withLawFiles(files, () =>
    LOADERS.flatMap((load) => {
      try {
        load()
        return []
      } catch (error) {
        return (error instanceof Error ? error.message : String(error)).split('\n')
      }
    }),
  )
  // One loader needs another, so a fault comes back more than once; a line that ends in a colon only announces them.
  return [...new Set(faults.filter((fault) => !fault.endsWith(':')))].slice(0, MOST_SHOWN)
}
