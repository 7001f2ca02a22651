/** The world outside, imitated: servers on this machine that remember what they were sent. */
import { createServer, type AddressInfo, type Socket } from 'node:net'

/** `die`: hangs up in the middle of a message; `die_after`: takes the message, then hangs up without saying so. */
export type MailManner = 'accept' | 'refuse' | 'busy' | 'die' | 'die_after'

export type MailServer = {
  url: string
  /** The messages that were taken, as they came. */
  received: { from: string; to: string; raw: string }[]
  connections: () => number
  behave: (manner: MailManner) => void
  close: () => Promise<void>
}

const answers: Partial<Record<MailManner, string>> = { refuse: '550 no such person', busy: '451 later' }

export async function openMailServer(): Promise<MailServer> {
  const received: MailServer['received'] = []
  const sockets = new Set<Socket>()
  let manner: MailManner = 'accept'
  let connections = 0
  const server = createServer((socket) => {
    let waiting = ''
    let raw: string | null = null
    let from = ''
    let to = ''
    connections += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
    const say = (line: string) => socket.write(`${line}\r\n`)
    const hearBody = (line: string) => {
      if (line !== '.') raw += `${line.replace(/^\.\./, '.')}\n`
      if (manner === 'die' && raw !== null && raw.length > 100) socket.destroy()
      else if (line === '.') {
        received.push({ from, to, raw: raw ?? '' })
        raw = null
        if (manner === 'die_after') socket.destroy()
        else say('250 taken')
      }
    }
    const hear = (line: string) => {
      const [word = '', rest = ''] = line.split(/ (.*)/)
      if (raw !== null) return hearBody(line)
      if (word === 'QUIT') return void socket.end('221 bye\r\n')
      if (word === 'MAIL') from = rest
      if (word === 'RCPT') to = rest
      if (word === 'DATA') raw = ''
      say(word === 'DATA' ? '354 go on' : (word === 'RCPT' && answers[manner]) || '250 ok')
    }
    say('220 here')
    socket.setEncoding('utf8').on('data', (text: string) => {
      const lines = (waiting + text).split('\r\n')
      waiting = lines.pop() ?? ''
      for (const line of lines) if (!socket.destroyed) hear(line)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
  const url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, received, connections: () => connections, behave: (next) => (manner = next), close }
}
