import { conclude as concludeOne, concludeAll, isQuestionName } from '#src/domain/rulebook/conclude.ts'
import { QUESTION_NAMES } from '#src/domain/rulebook/conclusion.ts'
import { factsJsonSchema } from '#src/domain/rulebook/facts/facts-schema.ts'
import { readFactsText } from '#src/domain/rulebook/facts/read-facts.ts'
import { loadRulebook } from '#src/platform/rulebook.ts'
import type { Command, Io } from './command.ts'

const OK = 0
const WRONG_WORDS = 2

/** Needs neither server nor database. Every answer is a success, "unclear" too; only facts that cannot be read fail. */
export const conclude: Command = {
  usage: 'conclude <question>|all|--schema',
  about: 'Reads facts as JSON and prints what the rulebook concludes from them.',
  async run(args, io) {
    const [question] = args
    if (args.includes('--schema')) return print(io, factsJsonSchema())
    if (question === undefined || (question !== 'all' && !isQuestionName(question))) {
      io.err(`Which question? One of: ${[...QUESTION_NAMES, 'all'].join(', ')}; or --schema.`)
      return WRONG_WORDS
    }
    const today = new Date().toISOString().slice(0, 10)
    const read = readFactsText(await io.stdin(), today)
    if (read.kind === 'not-json') {
      io.err('The facts are not JSON.')
      return WRONG_WORDS
    }
    if (read.kind === 'faults') {
      for (const { field, code } of read.faults) io.err(`${field}: ${code}`)
      return WRONG_WORDS
    }
    const rulebook = loadRulebook()
    return print(
      io,
      question === 'all'
        ? concludeAll(read.facts, rulebook, today)
        : concludeOne(question, read.facts, rulebook, today),
    )
  },
}

function print(io: Io, value: unknown): number {
  io.out(JSON.stringify(value, null, 2))
  return OK
}
