/** The form of the standard, 31 questions, as an XLSForm and as its XForm twin: for partners who ask with Kobo or ODK. */
import { writeXlsx } from 'hucre/xlsx'
import { XFORM_QUESTIONS } from '#src/domain/htcds/layouts.ts'
import { fieldOf, HTCDS_LISTS, type FieldName } from '#src/domain/htcds/model-data.ts'
import { countryNamesForHtcds } from './country-names.ts'

const FORM_ID = 'htcds_xlsform'
const FORM_TITLE = 'HTCDS 2.0 (fields and codes: IOM, CC BY 4.0)'

type Choice = { readonly name: string; readonly label: string }

function choicesOf(field: FieldName): readonly Choice[] {
  const { list, kind } = fieldOf(field)
  if (kind === 'checkbox')
    return [
      { name: 'TRUE', label: 'Yes' },
      { name: 'FALSE', label: 'No' },
    ]
  if (list) return Object.entries(HTCDS_LISTS[list]).map(([name, label]) => ({ name, label }))
  return countryNamesForHtcds().map(({ iso, names: [english] }) => ({ name: iso, label: english ?? iso }))
}

export async function writeXlsForm(): Promise<Uint8Array> {
  const survey = XFORM_QUESTIONS.map(({ name, field, type }) => [
    type.startsWith('select') ? `${type} ${name}` : type,
    name,
    fieldOf(field).label,
  ])
  const choices = XFORM_QUESTIONS.filter(({ type }) => type.startsWith('select')).flatMap(({ name, field }) =>
    choicesOf(field).map((choice) => [name, choice.name, choice.label]),
  )
  return writeXlsx({
    sheets: [
      { name: 'survey', rows: [['type', 'name', 'label'], ...survey] },
      { name: 'choices', rows: [['list_name', 'name', 'label'], ...choices] },
      {
        name: 'settings',
        rows: [
          ['form_title', 'form_id'],
          [FORM_TITLE, FORM_ID],
        ],
      },
    ],
  })
}

const XFORM_TYPES = {
  text: 'string',
  date: 'date',
  select_one: 'select1',
  select_multiple: 'select',
} as const

export function writeXForm(): string {
  const answers = XFORM_QUESTIONS.map(({ name }) => `<${name}/>`).join('')
  const binds = XFORM_QUESTIONS.map(
    ({ name, type }) => `<bind nodeset="/data/${name}" type="${XFORM_TYPES[type]}"/>`,
  ).join('')
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">',
    `<h:head><h:title>${FORM_TITLE}</h:title><model><instance><data id="${FORM_ID}">${answers}</data></instance>${binds}</model></h:head>`,
    `<h:body>${XFORM_QUESTIONS.map(control).join('')}</h:body>`,
    '</h:html>',
  ].join('\n')
}

function control({ name, field, type }: (typeof XFORM_QUESTIONS)[number]): string {
  const tag = { text: 'input', date: 'input', select_one: 'select1', select_multiple: 'select' }[type]
  const items = type.startsWith('select')
    ? choicesOf(field)
        .map((each) => `<item><label>${escaped(each.label)}</label><value>${each.name}</value></item>`)
        .join('')
    : ''
  return `<${tag} ref="/data/${name}"><label>${escaped(fieldOf(field).label)}</label>${items}</${tag}>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
