import { z } from '@hono/zod-openapi'
import { listDesks } from '#src/modules/desks/index.ts'
import { findEmergencyNumbers, listPublicServices } from '#src/modules/directory/index.ts'
import { readReceipt } from '#src/modules/reports/index.ts'
import { runAs } from '#src/platform/db/context.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { loadReference } from '#src/platform/reference.ts'
import { EXAMPLE } from '../examples.ts'
import { apiRoute } from '../route.ts'

const Country = z
  .string()
  .regex(/^[A-Za-z]{2}$/, 'not-in-list')
  .openapi({ description: 'ISO 3166-1 alpha-2' })
const Unchecked = z.object({ who: z.string(), value: z.string(), asOf: z.string(), source: z.string() })

const NumbersSchema = z
  .object({
    country: z.string(),
    checked: z
      .array(
        z.object({
          name: z.string(),
          value: z.string(),
          details: z.string().optional(),
          checkedOn: z.string(),
        }),
      )
      .openapi({ description: 'Only numbers that a person checked within the set time.' }),
    unverified: z.array(Unchecked).openapi({
      description: 'Shown only where nothing is checked: at most two, each with the date of its source.',
    }),
  })
  .openapi('EmergencyNumbers')

const ServiceSchema = z
  .object({
    kind: z.string(),
    name: z.string(),
    numbers: z.array(z.object({ value: z.string(), details: z.string().optional(), checkedOn: z.string() })),
  })
  .openapi('Service')

function nameOf(iso: string, lang: 'id' | 'en'): string {
  const name = loadReference().countryNames.find((each) => each.iso === iso)?.[lang]
  if (name === undefined) throw new NotFoundError('country.not-found')
  return name
}

export const directoryApi = [
  apiRoute({
    method: 'get',
    path: '/countries/{iso}/emergency',
    access: 'public',
    summary: 'Numbers for danger in a country',
    params: z.object({ iso: z.string() }),
    answer: NumbersSchema,
    problems: [404],
    examples: {
      unverified: {
        params: { iso: 'MY' },
        answer: {
          country: 'Malaysia',
          checked: [],
          unverified: [{ who: 'general', value: '999', asOf: '2026-01-01', source: 'contoh' }],
        },
      },
    },
    handle: async ({ platform, lang, params }) => {
      const iso = params.iso.toUpperCase()
      const country = nameOf(iso, lang)
      const numbers = await runAs(platform, { kind: 'public' }, (ctx) => findEmergencyNumbers(ctx, iso, lang))
      const { country: own, headOffice } = numbers
      return {
        country,
        checked: [...numbers.checked],
        unverified: [
          ...(own
            ? [{ who: own.service, value: own.number, asOf: own.asOf, source: own.source.citation }]
            : []),
          ...(headOffice
            ? [
                {
                  who: 'head-office',
                  value: headOffice.value,
                  asOf: headOffice.asOf,
                  source: headOffice.source.citation,
                },
              ]
            : []),
        ],
      }
    },
  }),
  apiRoute({
    method: 'get',
    path: '/services',
    access: 'public',
    summary: 'Who helps in a country',
    query: z.object({ country: Country }),
    answer: z.object({ services: z.array(ServiceSchema) }),
    examples: {
      Malaysia: {
        query: { country: 'MY' },
        answer: { services: [{ kind: 'mission', name: 'KJRI Contoh', numbers: [] }] },
      },
    },
    handle: async ({ platform, lang, query }) => {
      const found = await runAs(platform, { kind: 'public' }, (ctx) =>
        listPublicServices(ctx, { country: query.country.toUpperCase() }, lang),
      )
      return {
        services: found.map(({ kind, name, numbers }) => ({
          kind,
          name,
          numbers: numbers.map(({ value, checkedOn, details }) => ({
            value,
            checkedOn,
            ...(details !== null && { details }),
          })),
        })),
      }
    },
  }),
  apiRoute({
    method: 'post',
    path: '/receipts/check',
    access: 'public',
    summary: 'Is this receipt ours?',
    body: z.strictObject({
      number: z.string().max(400, 'too-long'),
      signature: z.string().max(400, 'too-long'),
    }),
    answer: z.object({
      genuine: z.boolean(),
      at: z.iso.datetime().optional(),
      body: z.string().optional().openapi({ description: 'The body that received the report.' }),
    }),
    examples: {
      check: {
        body: { number: EXAMPLE.receipt, signature: EXAMPLE.signature },
        answer: { genuine: true, at: '2026-11-20T04:00:00.000Z', body: 'KJRI Contoh' },
      },
    },
    handle: async ({ platform, lang, body }) => {
      const facts = readReceipt(platform, body)
      const desks = await runAs(platform, { kind: 'public' }, listDesks)
      const desk = facts && desks.find((each) => each.id === facts.bodyId)
      if (!facts || !desk) return { genuine: false }
      return { genuine: true, at: facts.at.toISOString(), body: lang === 'en' ? desk.nameEn : desk.nameId }
    },
  }),
]
