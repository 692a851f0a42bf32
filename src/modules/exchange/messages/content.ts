/** What the messages between installations hold, version 1. What does not fit is refused whole; nothing is half taken. */
import { z } from 'zod'
import { BODY_KINDS } from '#src/domain/competence/bodies.ts'
import { CERTAINTIES, CONSENT_ITEMS, NEED_KINDS, SOURCE_KINDS } from '#src/domain/cases/codes.ts'
import { URGENCIES } from '#src/domain/cases/urgency.ts'
import { MESSAGE_KINDS, type MessageKindCode } from '#src/domain/sharing/exchange-codes.ts'
import { ABROAD_GROUNDS } from '#src/domain/disclosure/abroad.ts'
import { parsePartialDate } from '#src/domain/kernel/partial-date.ts'
import { LAW_CERTAINTIES } from '#src/domain/law/article-ref.ts'
import { EXCEPTION_FACTS, EXCEPTION_GROUNDS } from '#src/domain/referrals/exception.ts'
import { REFERRAL_STATUSES } from '#src/domain/referrals/lifecycle.ts'

const line = z.string().max(20_000)
const short = z.string().max(300)
const reasonCode = z.string().regex(/^[a-z-]{1,40}$/)

/** A body as its own installation describes it: public facts only. */
export const BodySchema = z.strictObject({
  id: z.uuid(),
  kind: z.enum(BODY_KINDS),
  nameId: short.min(1),
  nameEn: short.min(1),
  shortName: z.string().min(1).max(60),
  timeZone: z.string().regex(/^[A-Za-z_]+(?:\/[A-Za-z_+\-0-9]+){0,2}$/),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  district: z.string().max(20).nullable(),
})
export type Body = z.output<typeof BodySchema>

/** Exactly the sealed package of the sender; loose, because what its version adds must not be lost on the way. */
export const PackageSchema = z.looseObject({
  version: z.literal(1),
  code: z.string().max(60),
  need: z.enum(NEED_KINDS),
  urgency: z.enum(URGENCIES),
  from: short,
  to: short,
  madeAt: z.iso.datetime(),
  caseCode: z.string().max(60),
  asked: line,
  items: z
    .array(
      z.strictObject({
        item: z.enum(CONSENT_ITEMS),
        lines: z
          .array(z.looseObject({ text: line, certainty: short.optional(), when: short.optional() }))
          .max(500),
      }),
    )
    .max(CONSENT_ITEMS.length),
  handling: z.array(line).max(50),
  basis: z
    .array(
      z.looseObject({
        instrument: short,
        article: short,
        certainty: z.enum(LAW_CERTAINTIES),
        source: z.string().max(1000).optional(),
      }),
    )
    .max(50),
  came: z.enum(['with-consent', 'without-consent']),
  ground: z.enum(EXCEPTION_GROUNDS).optional(),
  reason: line.optional(),
  facts: z.array(z.enum(EXCEPTION_FACTS)).optional(),
  until: z.iso.date(),
  abroad: z
    .looseObject({
      ground: z.enum(ABROAD_GROUNDS),
      reason: line,
      source: line,
      sourceDay: z.string().max(20),
      country: z.string().max(2).nullable(),
    })
    .optional(),
  split: z
    .looseObject({
      handOver: z.uuid(),
      asked: z.array(z.enum(NEED_KINDS)).max(50),
      kept: z.array(z.enum(NEED_KINDS)).max(50),
    })
    .optional(),
})

/** As it came, to the letter: its hash is what both sides read to each other, and it depends on the order of the fields. */
const packageAsItCame = z.custom<z.output<typeof PackageSchema>>(
  (value) => PackageSchema.safeParse(value).success,
)

export const OfferSchema = z.strictObject({
  /** Our own body that is asked, by the number that we published. */
  to: z.uuid(),
  from: BodySchema,
  code: z.string().max(60),
  package: packageAsItCame,
  remindAt: z.iso.datetime(),
  escalateAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  basis: z.enum(['consent', 'guardian', 'exception']),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
})
export type Offer = z.output<typeof OfferSchema>

export const StateSchema = z.strictObject({
  state: z.enum(REFERRAL_STATUSES),
  reason: reasonCode.nullable(),
  words: line.optional(),
  rest: line.optional(),
})
export type StateTold = z.output<typeof StateSchema>

export const WidenSchema = z.strictObject({
  package: packageAsItCame,
  expiresAt: z.iso.datetime().nullable(),
})

/** A fact of the timeline that both sides read; both keep who wrote it, and what it corrects stands beside it. */
export const FactSchema = z.strictObject({
  fact: z.uuid(),
  corrects: z.uuid().optional(),
  date: z
    .string()
    .max(60)
    .refine((text) => parsePartialDate(text) !== undefined)
    .optional(),
  dateWords: z.string().max(2000),
  text: line.min(1),
  source: z.enum(SOURCE_KINDS),
  certainty: z.enum(CERTAINTIES),
})
export type Fact = z.output<typeof FactSchema>

/** What became of a message; the code says why it was not applied. */
export const ACKNOWLEDGED_AS = ['applied', 'stale', 'refused'] as const
export const AcknowledgementSchema = z.strictObject({
  message: z.uuid(),
  outcome: z.enum(ACKNOWLEDGED_AS),
  code: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .nullable(),
})
export type Outcome = { readonly outcome: (typeof ACKNOWLEDGED_AS)[number]; readonly code: string | null }

export const NothingSchema = z.strictObject({})

export type MessageKind = MessageKindCode

export function isMessageKind(text: string): text is MessageKind {
  return (MESSAGE_KINDS as readonly string[]).includes(text)
}
