// Resend as far as time matters: it takes a mail and answers after 20 ms. A process of its own, so that it costs neither side anything.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const server = createServer((request, response) => {
  request.resume().once('end', () => setTimeout(() => response.end('{"id":"mail"}'), 20))
}).listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.once('disconnect', () => process.exit(0))
