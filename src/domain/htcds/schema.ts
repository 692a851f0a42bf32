/** HTCDS 2.0 as JSON Schema 2020-12, made from the model. The standard itself has no schema. */
import { EXTENSIONS, LONGEST_TEXT, numberRange } from './record.ts'
import { FIELD_NAMES, fieldOf, SECTIONS, type FieldName } from './model-data.ts'
import { codesOf } from './names.ts'
import { MORE, OTHER_TEXT } from './json.ts'
import { MOST_RECORDS } from './read-table.ts'

export const SCHEMA_PATH = '/skema/htcds-2.0.json'
export const ALIASES_PATH = '/skema/htcds-2.0-alias.json'
export const XLSFORM_PATH = '/skema/htcds-2.0-xlsform.xlsx'
export const XFORM_PATH = '/skema/htcds-2.0-xform.xml'

type Json = Readonly<Record<string, unknown>>

const DAY = '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$'
const PHONE = '^\\+?[1-9]\\d{1,14}$'

const ATTRIBUTION =
  'Fields, labels and code lists: Human Trafficking Case Data Standard 2.0, International Organization for Migration, CC BY 4.0, https://github.com/UNMigration/HTCDS. This schema is not IOM’s and IOM does not endorse it.'

export function htcdsSchema(): Json {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: SCHEMA_PATH,
    title: 'HTCDS 2.0',
    description: `One file of case records. ${ATTRIBUTION} Names that begin with x_ are not part of 2.0.`,
    type: 'object',
    required: ['standard', 'version', 'records'],
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      standard: { const: 'HTCDS' },
      version: { const: '2.0' },
      source: { type: 'string', maxLength: 500, description: 'The organisation that made the file.' },
      exportedAt: { type: 'string', description: 'Instant, UTC.' },
      records: { type: 'array', maxItems: MOST_RECORDS, items: recordSchema() },
      x_LossReport: {
        type: 'array',
        description: 'What the sender knows and HTCDS 2.0 cannot say, by record (from 1) and field.',
        items: {
          type: 'object',
          required: ['record', 'code'],
          additionalProperties: false,
          properties: {
            record: { type: 'integer', minimum: 1 },
            field: { enum: [...FIELD_NAMES] },
            code: { type: 'string' },
          },
        },
      },
    },
  }
}

/** Inlined twice on purpose: some readers of schemas do not follow references. */
function recordSchema(): Json {
  return {
    type: 'object',
    description: 'One person in one case. What is not known is left out.',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      ...Object.fromEntries(FIELD_NAMES.map((name) => [name, fieldSchema(name)])),
      ...Object.fromEntries(EXTENSIONS.map((name) => [name, { const: true, ...EXTENSION_WORDS[name] }])),
      [OTHER_TEXT]: {
        type: 'object',
        description: 'Words that the field could not hold: a value outside the list, a year without a day.',
        additionalProperties: false,
        properties: Object.fromEntries(
          FIELD_NAMES.map((name) => [
            name,
            { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } },
          ]),
        ),
      },
      [MORE]: {
        type: 'array',
        maxItems: 200,
        description: `Second and further entries of what a case has several of (${SECTIONS.filter((each) => REPEATED.includes(each)).join(', ')}).`,
        items: {
          type: 'object',
          additionalProperties: false,
          minProperties: 1,
          properties: Object.fromEntries(
            FIELD_NAMES.filter((name) => REPEATED.includes(fieldOf(name).section)).map((name) => [
              name,
              fieldSchema(name),
            ]),
          ),
        },
      },
    },
  }
}

const REPEATED: readonly string[] = ['organisation', 'perpetrator', 'referral', 'comment', 'event', 'plan']

const EXTENSION_WORDS: Readonly<Record<(typeof EXTENSIONS)[number], Json>> = {
  x_RestrictsMovement: { description: 'Locked in or watched; 2.0 lost this method of control.' },
  x_ForcedCriminality: { description: 'Forced to commit crimes, online scams among them; 2.0 has no code.' },
}

function fieldSchema(name: FieldName): Json {
  const { label, about, status, core } = fieldOf(name)
  return {
    ...formOf(name),
    ...(label !== '' && { title: label }),
    ...(about !== undefined && { description: about }),
    ...(status === 'deprecated' && { deprecated: true }),
    'x-core': core === 'core',
  }
}

function formOf(name: FieldName): Json {
  const { kind, list, form } = fieldOf(name)
  const one = list ? { enum: [...codesOf(list)] } : textForm(form)
  switch (kind) {
    case 'many':
      return { type: 'array', minItems: 1, uniqueItems: true, items: one }
    case 'one':
      return one
    case 'date':
      return { type: 'string', pattern: DAY }
    case 'checkbox':
      return { type: 'boolean' }
    case 'number':
    case 'geolocation': {
      const { least, most, whole } = numberRange(name)
      return { type: whole === 'whole' ? 'integer' : 'number', minimum: least, maximum: most }
    }
    default:
      return textForm(form)
  }
}

function textForm(form: 'country' | 'language' | 'phone' | undefined): Json {
  switch (form) {
    case 'country':
      return { type: 'string', pattern: '^[A-Z]{2}$' }
    case 'language':
      return { type: 'string', pattern: '^[a-z]{2,3}$' }
    case 'phone':
      return { type: 'string', pattern: PHONE }
    default:
      return { type: 'string', minLength: 1, maxLength: LONGEST_TEXT }
  }
}
