export { currentSession, sessionHash, type CurrentSession } from './current-session.ts'
