import { BlockList, isIPv6 } from 'node:net'

/** Whether a connection comes from a believed proxy. With a count of them any connection may. */
export function proxyTest(trustProxy: string[] | number): (address: string) => boolean {
  if (typeof trustProxy === 'number') return () => trustProxy > 0
  const proxies = new BlockList()
  for (const proxy of trustProxy.flatMap((text) => (text === 'loopback' ? ['127.0.0.0/8', '::1'] : text))) {
    const [address = '', prefix] = proxy.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (prefix === undefined) proxies.addAddress(address, family)
    else proxies.addSubnet(address, Number(prefix), family)
  }
  return (address) => proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}
