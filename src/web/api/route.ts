/** What a route of the API is: one value from which come the door, the check of what arrives, and the description. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Context as HonoContext } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Scope } from '#src/domain/disclosure/scopes.ts'
import type { ClientActor } from '#src/platform/db/context.ts'
import { InvalidInputError } from '#src/platform/errors.ts'
import type { Platform } from '#src/platform/platform.ts'
import type { Texts } from '#src/texts/texts.ts'
import { visitorValue } from '../middleware/visitor.ts'
import type { Lang } from '../ui/href.ts'
import { admitProgram } from './admit-program.ts'
import { languageOf } from './language.ts'
import { ProblemSchema, PROBLEM_TYPE, type ProblemStatus } from './problem.ts'
import { textsFor } from '#src/texts/texts.ts'

/** 'public': anybody, without a token. A list: a program needs every one of these scopes. */
export type ApiAccess = 'public' | readonly Scope[]

type Shape = z.ZodObject
type Given<S extends z.ZodType | undefined> = S extends z.ZodType ? z.output<S> : undefined

export type ApiCall = {
  readonly c: HonoContext
  readonly platform: Platform
  readonly lang: Lang
  readonly t: Texts
  /** Keyed value of the visitor, dies within a day. */
  readonly visitor: Uint8Array
}

/** Shown in the document and run by the contract test, with the names of its objects replaced by real ones. */
export type ApiExample = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Readonly<Record<string, unknown>>
  readonly answer: unknown
}

type Spec<A extends ApiAccess, P extends Shape, Q extends Shape, H extends Shape, B extends Shape, R> = {
  readonly method: 'get' | 'post'
  readonly path: `/${string}`
  readonly access: A
  readonly summary: string
  readonly description?: string
  readonly params?: P
  readonly query?: Q
  readonly headers?: H
  readonly body?: B
  readonly bodyType?: 'application/json' | 'multipart/form-data'
  readonly maxBody?: number
  readonly answer: z.ZodType<R>
  /** Answers when there is something new; 200 else. */
  readonly status?: 200 | 201
  /** Besides those that every route of its kind may give. */
  readonly problems?: readonly ProblemStatus[]
  readonly examples: Readonly<Record<string, ApiExample>>
  readonly handle: (
    call: ApiCall & {
      readonly program: A extends 'public' ? undefined : ClientActor
      readonly params: Given<P>
      readonly query: Given<Q>
      readonly headers: Given<H>
      readonly body: Given<B>
    },
  ) => Promise<R>
}

/** Any route, its types forgotten. */
export type ApiRoute = Omit<
  Spec<ApiAccess, Shape, Shape, Shape, Shape, unknown>,
  'handle' | 'access' | 'answer'
> & {
  readonly access: ApiAccess
  readonly answer: z.ZodType
  readonly handle: (call: never) => Promise<unknown>
}

export function apiRoute<
  const A extends ApiAccess,
  R,
  P extends Shape = never,
  Q extends Shape = never,
  H extends Shape = never,
  B extends Shape = never,
>(spec: Spec<A, P, Q, H, B, R>): ApiRoute {
  return spec
}

const DEFAULT_BODY = 256 * 1024

/** Every status that this route may answer with besides its own. */
export function problemsOf(route: ApiRoute): readonly ProblemStatus[] {
  const all: ProblemStatus[] = [...(route.problems ?? [])]
  if (route.access !== 'public') all.push(401, 403)
  if (route.body) all.push(413, 415, 422)
  if (route.body && route.bodyType !== 'multipart/form-data') all.push(400)
  if (route.query) all.push(422)
  return [...new Set(all)].toSorted((a, b) => a - b)
}

/** Puts the route up. Throws for one that declares no access. */
export function mountApiRoute(app: OpenAPIHono, platform: Platform, route: ApiRoute): void {
  const name = `${route.method} ${route.path}`
  if (!route.access || route.access.length === 0) throw new Error(`API route ${name} declares no access`)
  const limit = bodyLimit({
    maxSize: route.maxBody ?? DEFAULT_BODY,
    onError: () => {
      throw new InvalidInputError([{ path: '', code: 'body.too-large' }])
    },
  })
  const program = new WeakMap<Request, ClientActor>()
  const described = createRoute({
    ...description(route),
    middleware: [
      limit,
      async (c, next) => {
        // Before anything of the request is read: who may not come in learns nothing about fields.
        if (route.access !== 'public') program.set(c.req.raw, await admitProgram(c, platform, route.access))
        await next()
      },
    ] as const,
  })
  app.openapi(described, (async (c: HonoContext) => {
    const lang = languageOf(c)
    const call = {
      c,
      platform,
      lang,
      t: textsFor(lang),
      program: program.get(c.req.raw),
      visitor: await visitorValue(c, platform),
      params: route.params && c.req.valid('param' as never),
      query: route.query && c.req.valid('query' as never),
      headers: route.headers && c.req.valid('header' as never),
      body: route.body && c.req.valid((route.bodyType === 'multipart/form-data' ? 'form' : 'json') as never),
    }
    const answer = await route.handle(call as never)
    return c.json(route.answer.parse(answer) as never, route.status ?? 200)
  }) as never)
}

function description(route: ApiRoute) {
  const { method, path, summary, params, query, headers, body } = route
  const examples = Object.entries(route.examples)
  const bodies = Object.fromEntries(
    examples.flatMap(([name, { body: value }]) => (value ? [[name, { value }]] : [])),
  )
  const answers = Object.fromEntries(examples.map(([name, { answer: value }]) => [name, { value }]))
  return {
    method,
    path,
    summary,
    operationId: operationIdOf(route),
    ...(route.description && { description: route.description }),
    security: route.access === 'public' ? [] : [{ program: [...route.access] }],
    request: {
      ...(params && { params: withExamples(params, route, 'params') }),
      ...(query && { query: withExamples(query, route, 'query') }),
      ...(headers && { headers: withExamples(headers, route, 'headers') }),
      ...(body && {
        body: {
          required: true,
          content: {
            [route.bodyType ?? 'application/json']: {
              schema: body,
              examples: bodies,
            },
          },
        },
      }),
    },
    responses: {
      [route.status ?? 200]: {
        description: summary,
        content: {
          'application/json': {
            schema: route.answer,
            examples: answers,
          },
        },
      },
      ...Object.fromEntries(
        problemsOf(route).map((status) => [
          status,
          {
            description: textsFor('en').api.title[status],
            content: { [PROBLEM_TYPE]: { schema: ProblemSchema } },
          },
        ]),
      ),
      default: {
        description: textsFor('en').api.title[500],
        content: { [PROBLEM_TYPE]: { schema: ProblemSchema } },
      },
    },
  }
}

/** A parameter shows the value of the first example that names it. */
function withExamples(shape: Shape, route: ApiRoute, where: 'params' | 'query' | 'headers'): Shape {
  const fields = Object.entries(shape.shape).map(([name, field]) => {
    const value = Object.values(route.examples).find((each) => each[where]?.[name] !== undefined)?.[where]?.[
      name
    ]
    return [name, value === undefined ? field : (field as z.ZodType).openapi({ example: value })]
  })
  return z.object(Object.fromEntries(fields))
}

/** `POST /follow/messages` is `postFollowMessages`. */
export function operationIdOf(route: Pick<ApiRoute, 'method' | 'path'>): string {
  const parts = route.path.split(/[^a-zA-Z]+/).filter((part) => part !== '')
  return route.method + parts.map((part) => part[0]!.toUpperCase() + part.slice(1)).join('')
}
