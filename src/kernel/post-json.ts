/** Tells another system something by HTTP, and says how sure it is that it arrived. Only jobs use it. */

/** `away`: it surely did not arrive; `unsure`: nobody knows. `text` is for the keeper of the machine. */
export type Posted =
  | { readonly kind: 'answered'; readonly status: number; readonly text: string }
  | { readonly kind: 'away' | 'unsure'; readonly text: string }

type Ask = { readonly body: unknown; readonly headers?: Record<string, string>; readonly timeoutSeconds: number }

const mostCharacters = 20_000_000

/** Before a connection stood, nothing can have been said over it. */
const beforeSaying = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_\w+)$/

const codeOf = (fault: unknown): string => (fault instanceof Error && 'code' in fault ? String(fault.code) : '')

function faultOf(fault: unknown): Posted {
  const inner = fault instanceof Error ? fault.cause : undefined
  const code = codeOf(inner) || codeOf(fault)
  const text = code || (fault instanceof Error ? fault.name : 'unknown')
  return { kind: beforeSaying.test(code) ? 'away' : 'unsure', text }
}

async function readWithin(answer: Response): Promise<string> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of answer.body ?? []) {
    length += piece.length
    if (length > mostCharacters) throw new RangeError('the answer is too long')
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

export async function postJson(url: string, { body, headers = {}, timeoutSeconds }: Ask): Promise<Posted> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', accept: 'application/json', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutSeconds * 1000),
      redirect: 'error',
    })
    return { kind: 'answered', status: answer.status, text: await readWithin(answer) }
  } catch (fault) {
    return faultOf(fault)
  }
}
