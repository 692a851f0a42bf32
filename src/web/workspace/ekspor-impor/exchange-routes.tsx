import { EXCHANGE_PART_NEEDS } from '#src/domain/disclosure/exchange-parts.ts'
import { page, staffRoute, type Route } from '#src/web/http.ts'
import { workFrame } from '../casework.ts'
import { EXCHANGE_ROOM, ExchangeRoomPage } from './exchange-room.tsx'

export const exchangeRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: EXCHANGE_ROOM,
    access: [...new Set(Object.values(EXCHANGE_PART_NEEDS).flat())],
    handle: (req) => page(req, <ExchangeRoomPage frame={workFrame(req)} />),
  }),
]
