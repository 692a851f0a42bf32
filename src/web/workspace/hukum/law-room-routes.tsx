import { page, staffRoute, type Route } from '#src/web/http.ts'
import { workFrame } from '../casework.ts'
import { LawRoomPage } from './law-room.tsx'

export const lawRoomRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: '/kerja/hukum',
    access: ['law.read'],
    handle: (req) => page(req, <LawRoomPage frame={workFrame(req)} />),
  }),
]
