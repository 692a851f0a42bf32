import { isId } from '#src/platform/ids.ts'
import { z } from '@hono/zod-openapi'
import { MENTION_STATES } from '#src/domain/networks/written.ts'
import { listGroups, readGroup, type GroupLine, type Link } from '#src/modules/networks/index.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { EXAMPLE } from '../examples.ts'
import { apiRoute } from '../route.ts'
import { asProgram } from './as-program.ts'
import { instant } from './fields.ts'

const EVIDENCE = [
  'telephone',
  'account',
  'vehicle',
  'address',
  'document',
  'recruiter-name',
  'leader-name',
  'company',
  'near-number',
  'part-address',
  'booking',
  'agency',
] as const

const GroupSchema = z
  .object({
    id: z.uuid(),
    files: z.int(),
    leads: z.boolean(),
    leader: z.string(),
    organisations: z.array(z.string()),
    evidence: z.array(z.enum(EVIDENCE)),
    foundAt: instant,
    expiresAt: instant,
  })
  .openapi('NetworkGroup', {
    description:
      'Files that speak of the same recruiters. No name, number or case is in it; whoever wants the words asks their owner.',
  })
const EndSchema = z.object({ file: z.int(), organisation: z.string(), state: z.enum(MENTION_STATES) })
const LinkSchema = z.object({
  evidence: z.enum(EVIDENCE),
  strength: z.enum(['strong', 'weak']),
  join: z.int().openapi({ description: 'Weak links of one number join only together.' }),
  left: EndSchema,
  right: EndSchema,
  expiresAt: instant,
})

const groupWire = (group: GroupLine): z.infer<typeof GroupSchema> => ({
  id: group.id,
  files: group.files,
  leads: group.leads,
  leader: group.leadName,
  organisations: [...group.orgNames],
  evidence: [...group.evidence],
  foundAt: group.foundAt.toISOString(),
  expiresAt: group.expiresAt.toISOString(),
})

const endWire = ({ file, orgName, state }: Link['left']): z.infer<typeof EndSchema> => ({
  file,
  organisation: orgName,
  state,
})

const linkWire = (link: Link): z.infer<typeof LinkSchema> => ({
  evidence: link.evidence,
  strength: link.strength,
  join: link.joinNo,
  left: endWire(link.left),
  right: endWire(link.right),
  expiresAt: link.expiresAt.toISOString(),
})

const group = {
  id: EXAMPLE.networkId,
  files: 2,
  leads: true,
  leader: 'KJRI Johor Bahru',
  organisations: ['KJRI Johor Bahru', 'BP3MI Jawa Timur'],
  evidence: ['telephone' as const],
  foundAt: '2026-11-20T04:00:00.000Z',
  expiresAt: '2027-05-19T04:00:00.000Z',
}
const link = {
  evidence: 'telephone' as const,
  strength: 'strong' as const,
  join: 0,
  left: { file: 1, organisation: 'KJRI Johor Bahru', state: 'reported' as const },
  right: { file: 2, organisation: 'BP3MI Jawa Timur', state: 'reported' as const },
  expiresAt: '2027-05-19T04:00:00.000Z',
}

/** Groups in which the own body has a file. What its notes say is in no program's reach. */
export const networksApi = [
  apiRoute({
    method: 'get',
    path: '/networks',
    access: ['cases:write'],
    summary: 'Groups of files that speak of the same recruiters: that a link exists and whom to ask',
    query: z.object({ page: z.coerce.number().int().min(0).max(1000).default(0) }),
    answer: z.object({ items: z.array(GroupSchema), more: z.boolean() }),
    examples: { first: { query: { page: '0' }, answer: { items: [group], more: false } } },
    handle: (call) =>
      asProgram(call, async (ctx) => {
        const { groups, more } = await listGroups(ctx, call.query.page)
        return { items: groups.map(groupWire), more }
      }),
  }),
  apiRoute({
    method: 'get',
    path: '/networks/{id}',
    access: ['cases:write'],
    summary: 'The links of one group: of what kind, between whose files, how far checked, until when',
    params: z.object({ id: z.string() }),
    answer: GroupSchema.extend({ links: z.array(LinkSchema) }),
    problems: [404],
    examples: { one: { params: { id: EXAMPLE.networkId }, answer: { ...group, links: [link] } } },
    handle: (call) =>
      asProgram(call, async (ctx) => {
        const { id } = call.params
        if (!isId(id)) throw new NotFoundError('network.not-found')
        const read = await readGroup(ctx, id)
        return { ...groupWire(read), links: read.links.map(linkWire) }
      }),
  }),
]
