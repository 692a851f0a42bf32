/** The closed lists behind the public country pages and the register of all countries. */

export const PLACEMENT_STATES = [
  'open',
  'open-with-conditions',
  'open-government-to-government',
  'closed-for-household-work',
  'unknown',
] as const
export type PlacementState = (typeof PLACEMENT_STATES)[number]

export const AGREEMENT_STATES = [
  'in-effect',
  'signed',
  'renewal-pending',
  'announced',
  'ended',
  'none-found',
] as const
export type AgreementState = (typeof AGREEMENT_STATES)[number]

/** The headings of a country page, in their order; every country has all of them. */
export const COUNTRY_HEADINGS = [
  'work',
  'agreement',
  'channel',
  'wage',
  'passport',
  'complaint',
  'mission',
  'steps',
  'cautions',
  'checked',
] as const
export type CountryHeading = (typeof COUNTRY_HEADINGS)[number]

/** The eight regions that the paper on harmonisation names. Which country lies where is our own assignment. */
export const WORLD_REGIONS = [
  'africa',
  'middle-east',
  'east-asia-pacific',
  'south-central-asia',
  'north-central-america',
  'south-america-caribbean',
  'western-europe',
  'central-eastern-europe',
] as const
export type WorldRegion = (typeof WORLD_REGIONS)[number]

/** The fields of cooperation for which the same paper names partners. */
export const COOPERATION_FIELDS = ['unspecified', 'economy', 'development', 'security', 'culture'] as const
export type CooperationField = (typeof COOPERATION_FIELDS)[number]

export const PLACE_STATUSES = ['state', 'observer', 'other-place'] as const
export type PlaceStatus = (typeof PLACE_STATUSES)[number]
