/** Where an edit of the law stands: written, read a second time, and in a release; or given up. */
export const EDIT_STATES = ['waiting', 'confirmed', 'refused', 'withdrawn', 'released'] as const
export type EditState = (typeof EDIT_STATES)[number]
