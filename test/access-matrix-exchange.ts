/** Who may do what of `exchange`: the lines of the matrix for its routes, endpoints and commands. */
import type { Who } from './access-matrix.ts'

const controller = ['procedure_controller'] as const

export const exchangeRoutes: Record<string, Who> = {
  'GET /lien-thong': controller,
  'POST /lien-thong': controller,
  'GET /lien-thong/chenh-lech': controller,
  'GET /lien-thong/chenh-lech/:difference': controller,
  'POST /lien-thong/chenh-lech/:difference': controller,
  'GET /lien-thong/:message': controller,
  'POST /lien-thong/:message/gui-lai': controller,
  'POST /lien-thong/:message/sua': controller,
  'POST /lien-thong/:message/de-rieng': controller,

  'GET /api/v1/exchange/systems': controller,
  'GET /api/v1/exchange/messages': controller,
  'GET /api/v1/exchange/messages/:id': controller,
  'POST /api/v1/exchange/messages/resend': controller,
  'POST /api/v1/exchange/messages/:id/mend': controller,
  'POST /api/v1/exchange/messages/:id/set-aside': controller,
  'GET /api/v1/exchange/differences': controller,
  'POST /api/v1/exchange/differences/:id/settle': controller,
}

export const exchangeCommands: Record<string, Who> = {
  'exchange.message.resend': controller,
  'exchange.message.mend': controller,
  'exchange.message.set_aside': controller,
  'exchange.message.read': controller,
  'exchange.difference.settle': controller,
}
