import type { PublicRoute } from '../http.ts'

/** Every public address. */
export const siteRoutes: readonly PublicRoute[] = []
