/** The schema of facts as JSON Schema (draft 2020-12), for other programs and for `payung conclude --schema`. */
import { FACTS } from './facts.ts'
import type { Field, Fields } from './facts-kit.ts'

export type JsonSchema = { readonly [key: string]: unknown }

export const FACTS_SCHEMA_VERSION = '1'
const NOT_KNOWN_CODES = ['unknown', 'not-asked']
const DATE = '^\\d{4}(-\\d{2}(-\\d{2})?)?~?(/\\d{4}(-\\d{2}(-\\d{2})?)?~?)?$'

export function factsJsonSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:payung:facts:${FACTS_SCHEMA_VERSION}`,
    title: 'Facts for the conclusions of Payung',
    ...schemaOfGroup(FACTS.about, FACTS.fields),
    $defs: {
      yesNo: { enum: ['yes', 'no', ...NOT_KNOWN_CODES] },
      notKnown: { enum: NOT_KNOWN_CODES },
      partialDate: {
        type: 'string',
        pattern: DATE,
        description: '2019, 2019-04, 2019-04-12, 2019-04~ (about), 2019-04/2019-05 (between)',
      },
      indicator: {
        anyOf: [
          { $ref: '#/$defs/yesNo' },
          {
            type: 'object',
            additionalProperties: false,
            required: ['answer'],
            properties: {
              answer: { $ref: '#/$defs/yesNo' },
              evidence: { type: 'array', items: { type: 'string', maxLength: 2000 } },
              contrary: { type: 'array', items: { type: 'string', maxLength: 2000 } },
            },
          },
        ],
      },
      currency: { type: 'string', pattern: '^[A-Z]{3}$', description: 'Three letters, ISO 4217.' },
      money: {
        type: 'object',
        additionalProperties: false,
        required: ['amount', 'currency'],
        properties: {
          amount: { type: 'number', minimum: 0, maximum: 1e13 },
          currency: { $ref: '#/$defs/currency' },
        },
      },
    },
  }
}

function schemaOfGroup(about: string, fields: Fields): JsonSchema {
  const properties = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, schemaOf(field)]),
  )
  return { description: about, type: 'object', additionalProperties: false, properties }
}

function schemaOf(field: Field): JsonSchema {
  const description = field.about
  switch (field.kind) {
    case 'group':
      return schemaOfGroup(field.about, field.fields)
    case 'list':
      return { description, type: 'array', maxItems: 500, items: schemaOfGroup(field.about, field.fields) }
    case 'yes-no':
      return { description, $ref: '#/$defs/yesNo' }
    case 'indicator':
      return { description, $ref: '#/$defs/indicator' }
    case 'code':
      return { description, enum: [...new Set([...field.codes, ...NOT_KNOWN_CODES])] }
    case 'codes':
      return orNotKnown(description, { type: 'array', items: { enum: [...field.codes] } })
    case 'date':
      return orNotKnown(description, { $ref: '#/$defs/partialDate' })
    case 'instant':
      return orNotKnown(description, { type: 'string', format: 'date-time' })
    case 'number':
      return orNotKnown(description, {
        type: field.whole === 'whole' ? 'integer' : 'number',
        minimum: 0,
        ...(field.max === undefined ? {} : { maximum: field.max }),
      })
    case 'money':
      return orNotKnown(description, { $ref: '#/$defs/money' })
    case 'country':
      return orNotKnown(description, { type: 'string', pattern: '^[A-Z]{2}$' })
    case 'currency':
      return orNotKnown(description, { $ref: '#/$defs/currency' })
    case 'zone':
      return orNotKnown(description, { type: 'string', examples: ['Asia/Jakarta'] })
    case 'text':
      return { description, type: 'string', maxLength: field.max }
  }
}

function orNotKnown(description: string, schema: JsonSchema): JsonSchema {
  return { description, anyOf: [schema, { $ref: '#/$defs/notKnown' }] }
}
