/** The demonstration: stored once in an empty database, never in production. */
export { holdsDemonstration, readDemoGuide, type DemoGuide, type DemoSignIn } from './demo-guide.ts'
export { loadDemonstration, type DemoLoading, type DemoSize } from './load-demonstration.ts'
export type { DemoWords } from './scenery.ts'
