import type { ConsentItem } from '#src/domain/cases/codes.ts'
import type { DemoNeed } from '#src/domain/demo/demo-world.ts'
import type { PackageLine, Sendable } from '#src/modules/referrals/index.ts'
import type { DemoWords } from '../scenery.ts'
import { concernedIn, type CaseInWork } from './case-file.ts'

/** What this case holds that another body needs for this need. */
export function linesFor(words: DemoWords, file: CaseInWork, need: DemoNeed): readonly Sendable[] {
  const person = concernedIn(file)?.demo
  const lines: Partial<Record<ConsentItem, readonly PackageLine[]>> = {
    name: plain(person && [person.name, ...person.otherNames].join(' / ')),
    contact: plain(person?.phone),
    'birth-date': plain(person?.born && words.date(person.born)),
    whereabouts: plain(file.case.city),
    'home-village': plain(person?.village),
    story: [
      ...plain(file.case.narrative),
      ...file.case.events.map((event) => ({
        text: event.what,
        certainty: event.certainty,
        when: words.date(event.when),
      })),
    ],
    needs: plain(words.need(need.kind)),
    'employer-and-chain': file.case.chain.map((link) => ({
      text: [`${words.intermediary(link.kind)}: ${link.name}`, link.place].filter(Boolean).join(', '),
      certainty: link.certainty,
    })),
  }
  return (Object.entries(lines) as [ConsentItem, readonly PackageLine[]][])
    .filter(([, content]) => content.length > 0)
    .map(([item, content]) => ({ item, lines: content }))
}

function plain(text: string | undefined): readonly PackageLine[] {
  return text === undefined || text === '' ? [] : [{ text }]
}
