import { normaliseName } from '../linkage/names/normalise-name.ts'
import { countToken, tokenBook, tokenId, type TokenBook } from '../linkage/names/token-book.ts'
import type { EditTable } from '../linkage/names/edit-weights.ts'
import { MOST_TOKENS, GIVEN, PATRONYM, ALIAS } from '../linkage/names/name-score.ts'
import { soundKey } from '../linkage/blocking.ts'
import { COMMON_NAMES } from './common-names.ts'
import { NAMES_BEFOREHAND } from './cuts.ts'
import { normalise, type Mention, type MentionKind } from './mention.ts'
import { isLeading, sideOf, type RoleSide } from './roles.ts'

/** One thing that files speak of. Values of victims are not kept: they are never looked under. */
export type Value = {
  readonly id: number
  readonly kind: MentionKind | 'part'
  readonly key: string
  /** Numbers of files, each once. */
  readonly files: number[]
  /** Day of the mention in the file of the same place; NaN when unknown. */
  readonly days: number[]
  readonly sides: Map<RoleSide, number>
  readonly tokens: readonly number[]
}

export type FileEntry = { readonly value: number; readonly leading: boolean }

export type Corpus = {
  readonly names: TokenBook
  readonly fileIds: string[]
  readonly fileAt: Map<string, number>
  readonly fileDays: number[]
  readonly entries: FileEntry[][]
  readonly values: Value[]
  readonly valueAt: Map<string, number>
  /** Values by what stays when one digit is left out. */
  readonly near: Map<number, number[]>
  /** Names of recruiters by the sound of each token. */
  readonly sounds: Map<string, number[]>
  /** How many files name one who leads, and one who recruits. */
  namesLeading: number
  namesOther: number
  readonly rawNames: Map<string, { readonly key: string; readonly tokens: readonly number[] }>
}

/** `wordAs`: how a word of a name is written in this corpus, where names come as keyed tokens. */
export function makeCorpus(table: EditTable, wordAs: (word: string) => string = (word) => word): Corpus {
  const names = tokenBook('names', table)
  for (const [word, share] of COMMON_NAMES) {
    const id = tokenId(names, wordAs(word))
    const count = Math.round(share * NAMES_BEFOREHAND)
    names.counts[id] = (names.counts[id] ?? 0) + count
  }
  names.total = NAMES_BEFOREHAND
  return {
    names,
    fileIds: [],
    fileAt: new Map(),
    fileDays: [],
    entries: [],
    values: [],
    valueAt: new Map(),
    near: new Map(),
    sounds: new Map(),
    namesLeading: 0,
    namesOther: 0,
    rawNames: new Map(),
  }
}

const DAY = 86_400_000

const dayOf = (date: string): number => Date.parse(date) / DAY

export function fileNumber(corpus: Corpus, id: string): number {
  const known = corpus.fileAt.get(id)
  if (known !== undefined) return known
  const at = corpus.fileIds.length
  corpus.fileIds.push(id)
  corpus.fileAt.set(id, at)
  corpus.fileDays.push(Number.NaN)
  corpus.entries.push([])
  return at
}

export function addMention(corpus: Corpus, mention: Mention): void {
  const file = fileNumber(corpus, mention.file)
  const day = dayOf(mention.date)
  const before = corpus.fileDays[file]!
  if (Number.isNaN(before) || day < before) corpus.fileDays[file] = day
  const side = sideOf(mention.role)
  if (mention.kind === 'person') return addName(corpus, { mention, file, day, side })
  if (side === 'victim') return
  const { key, partial } = normalise(mention.kind, mention.value)
  const leading = isLeading(mention.role)
  if (key !== '') put(corpus, { kind: mention.kind, key, file, day, side, leading, tokens: [] })
  if (partial !== undefined && side === 'own')
    put(corpus, { kind: 'part', key: partial, file, day, side, leading, tokens: [] })
}

type Placed = {
  readonly kind: Value['kind']
  readonly key: string
  readonly file: number
  readonly day: number
  readonly side: RoleSide
  readonly leading: boolean
  readonly tokens: readonly number[]
  readonly isKeyed?: boolean
}

function put(corpus: Corpus, placed: Placed): void {
  const name = `${placed.kind}:${placed.key}`
  let id = corpus.valueAt.get(name)
  if (id === undefined) {
    id = corpus.values.length
    corpus.valueAt.set(name, id)
    corpus.values.push({
      id,
      kind: placed.kind,
      key: placed.key,
      files: [],
      days: [],
      sides: new Map(),
      tokens: placed.tokens,
    })
    if (placed.side === 'own') lookUnder(corpus, id, placed)
  }
  const value = corpus.values[id]!
  value.sides.set(placed.side, (value.sides.get(placed.side) ?? 0) + 1)
  if (corpus.entries[placed.file]!.some((entry) => entry.value === id)) return
  value.files.push(placed.file)
  value.days.push(placed.day)
  corpus.entries[placed.file]!.push({ value: id, leading: placed.leading })
}

/** Every name is counted, of victims too: it tells how common a name is. Only names of the other side are kept. */
function addName(
  corpus: Corpus,
  {
    mention,
    file,
    day,
    side,
  }: {
    readonly mention: Mention
    readonly file: number
    readonly day: number
    readonly side: RoleSide
  },
): void {
  const { key, tokens } = readName(corpus, mention.value)
  // A recruiter's name is counted once however many files speak of him: else his own files would make it common.
  if (side === 'victim' || side === 'unknown' || !corpus.valueAt.has(`person:${key}`))
    for (const token of tokens) countToken(corpus.names, token >> 2)
  if (key === '' || (side !== 'own' && side !== 'forger')) return
  if (side === 'own') corpus[isLeading(mention.role) ? 'namesLeading' : 'namesOther']++
  put(corpus, { kind: 'person', key, file, day, side, leading: isLeading(mention.role), tokens })
}

function readName(corpus: Corpus, raw: string): { readonly key: string; readonly tokens: readonly number[] } {
  const known = corpus.rawNames.get(raw)
  if (known) return known
  const { given, patronym, alias } = normaliseName(raw)
  const packed = [
    ...given.map((word) => (tokenId(corpus.names, word) << 2) | GIVEN),
    ...patronym.map((word) => (tokenId(corpus.names, word) << 2) | PATRONYM),
    ...alias.map((word) => (tokenId(corpus.names, word) << 2) | ALIAS),
  ].slice(0, MOST_TOKENS)
  const read = { key: given.length === 0 ? '' : normalise('person', raw).key, tokens: packed }
  corpus.rawNames.set(raw, read)
  return read
}

/** A mention whose words stay sealed: equal things carry equal keys, and a name one key for each of its words. */
export type KeyedMention = {
  readonly file: string
  readonly date: string
  readonly kind: MentionKind
  readonly role: string
  readonly key: string
  readonly part?: string
  /** Letters of a to z alone. */
  readonly words: readonly string[]
}

/** Without the words nobody sees that two numbers are one slip apart: that piece of evidence is missing here. */
export function addKeyed(corpus: Corpus, mention: KeyedMention): void {
  const file = fileNumber(corpus, mention.file)
  const day = dayOf(mention.date)
  const before = corpus.fileDays[file]!
  if (Number.isNaN(before) || day < before) corpus.fileDays[file] = day
  const side = sideOf(mention.role)
  const leading = isLeading(mention.role)
  if (side === 'victim') return
  const tokens = mention.words.slice(0, MOST_TOKENS).map((word) => (tokenId(corpus.names, word) << 2) | GIVEN)
  if (mention.kind === 'person') {
    if (!corpus.valueAt.has(`person:${mention.key}`))
      for (const token of tokens) countToken(corpus.names, token >> 2)
    if (side === 'own') corpus[leading ? 'namesLeading' : 'namesOther']++
  }
  const placed = { file, day, side, leading, isKeyed: true }
  if (mention.key !== '') put(corpus, { ...placed, kind: mention.kind, key: mention.key, tokens })
  if (mention.part !== undefined && side === 'own')
    put(corpus, { ...placed, kind: 'part', key: mention.part, tokens: [] })
}

function lookUnder(corpus: Corpus, id: number, { kind, key, tokens, isKeyed }: Placed): void {
  if (isKeyed !== true && (kind === 'telephone' || kind === 'account'))
    for (const left of withoutOne(key)) pushTo(corpus.near, left, id)
  if (kind === 'person') for (const sound of soundsOf(corpus, tokens)) pushTo(corpus.sounds, sound, id)
}

/** The sound of each token, and of every two: Ahmad and Ali are each too many to look under, Ahmad Ali is not. */
export function soundsOf(corpus: Corpus, tokens: readonly number[]): ReadonlySet<string> {
  const sounds = tokens.map((token) => soundKey(corpus.names.words[token >> 2] ?? '')).toSorted()
  const keys = new Set(sounds)
  for (let i = 0; i < sounds.length; i++)
    for (let j = i + 1; j < sounds.length; j++) keys.add(`${sounds[i]!} ${sounds[j]!}`)
  return keys
}

function pushTo<K>(map: Map<K, number[]>, key: K, id: number): void {
  const list = map.get(key)
  if (list) list.push(id)
  else map.set(key, [id])
}

/** The number with each digit left out in turn; two numbers one digit apart have one of these in common. */
export function withoutOne(key: string): readonly number[] {
  const numbers: number[] = []
  for (let at = 0; at < key.length; at++)
    if (key[at] !== key[at - 1]) numbers.push(Number(`1${key.slice(0, at)}${key.slice(at + 1)}`))
  return numbers
}

/** Is one the other with one digit changed, dropped, added, or two neighbours turned? */
export function isOneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const left = a.slice(start, a.length - end)
  const right = b.slice(start, b.length - end)
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}
