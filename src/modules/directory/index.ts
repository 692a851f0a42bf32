/** Bodies, services and numbers. */
export { findEmergencyNumbers, type CheckedContact, type EmergencyNumbers } from './emergency-numbers.ts'
