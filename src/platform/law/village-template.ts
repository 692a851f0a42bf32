// The template of a village regulation and the five duties it answers (seeds/reference/law/village-regulation.json). Own
// words and no law; every duty has its article, and at least one clause of the template.
import { z } from 'zod'
import { splitText } from '#src/domain/clauses/clause-text.ts'
import { checkVillageText, VILLAGE_TOPICS } from '#src/domain/clauses/village-check.ts'
import { citationFault } from '#src/domain/law/citation-faults.ts'
import { isArticleForm } from '#src/domain/rulebook/article-form.ts'
import { Confidence, Header, Sentence, Source } from '../rulebook.ts'
import { loadLaw } from './law-files.ts'
import { lawFiles, oncePerRelease, shippedLawFiles } from './law-source.ts'

const NAME = 'law/village-regulation.json'

const Topic = z.strictObject({
  code: z.enum(VILLAGE_TOPICS),
  name: Sentence,
  explains: Sentence,
  /** What a village asks itself before it signs. */
  check: z.array(Sentence).min(1),
  law: z.strictObject({ instrument: z.string().min(1), article: z.string().refine(isArticleForm) }),
  confidence: Confidence,
  source: Source,
  /** Each group is one thing that must be spoken of; its words are other ways to say it, in Indonesian. */
  groups: z.array(z.array(z.string().min(3)).min(1)).min(1),
})
const TemplateClause = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  label: z.string(),
  /** In Indonesian, as village regulations are. {desa}, {nomor} and {tahun} are filled in. */
  body: z.string().min(1),
  gist: Sentence,
  topic: z.enum(VILLAGE_TOPICS).nullable(),
})
const File = z.strictObject({
  header: Header,
  title: Sentence,
  topics: z.array(Topic),
  clauses: z.array(TemplateClause).min(1),
})

export type VillageTemplate = z.infer<typeof File>

/** Throws with every fault, so that a release with a wrong template never comes into force. */
export const loadVillageTemplate: () => VillageTemplate = oncePerRelease(() => {
  // A release that an installation made before this file was delivered does not have it.
  const file = File.parse(lawFiles().get(NAME) ?? shippedLawFiles().get(NAME))
  const faults = faultsOf(file)
  if (faults.length > 0) throw new Error(`${NAME}\n${faults.join('\n')}`)
  return file
})

function faultsOf(file: VillageTemplate): readonly string[] {
  const law = loadLaw()
  const cited = file.topics.flatMap(
    (topic) => citationFault(law, topic.law, `village topic ${topic.code}`) ?? [],
  )
  const codes = file.topics.map((topic) => topic.code)
  const order =
    codes.join() === VILLAGE_TOPICS.join() ? [] : ['the topics are not the five duties and the budget']
  const missing = VILLAGE_TOPICS.filter((code) => !file.clauses.some((clause) => clause.topic === code))
  // The check must find in the template what the template says it holds.
  const unseen = checkVillageText(
    splitText(file.clauses.map(({ label, body }) => `=== ${label}\n${body}`).join('\n')),
    file.topics.map(({ code, groups }) => ({ topic: code, groups })),
    [],
  ).filter((each) => each.proposal !== 'covered')
  return [
    ...cited,
    ...order,
    ...missing.map((code) => `no clause of the template for ${code}`),
    ...unseen.map((each) => `the check does not find ${each.topic} in the template`),
  ]
}

export type VillageNames = { readonly desa: string; readonly nomor: string; readonly tahun: string }

/** Dotted lines stand where nothing was given. */
export function fillVillageTemplate(text: string, names: VillageNames): string {
  return text.replaceAll(
    /\{(desa|nomor|tahun)\}/g,
    (_, name: keyof VillageNames) => names[name] || '................',
  )
}
