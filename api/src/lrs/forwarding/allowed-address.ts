import { lookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Nothing behind these addresses is another municipality's LRS: the machine's own, private and link-local networks. */
// Two lists: Node takes an IPv4 address for the IPv6 one that stands for it too.
const inside = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.ipv4.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  // Unspecified, loopback and IPv4 written as IPv6.
  ['::', 96],
  ['::ffff:0:0', 96],
  // IPv4 behind a translator or a tunnel.
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2001::', 32],
  ['2002::', 16],
  ['100::', 64],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
] as const)
  inside.ipv6.addSubnet(net, bits, 'ipv6');

export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 0) return false;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  return !inside[family].check(address, family);
}

export class AddressNotAllowed extends Error {}

/** Looks a name up as `net.connect` does, and refuses where it leads inside: the address checked is the one connected to. */
export const lookupOutside: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, options, (fault, found: string | LookupAddress[], family?: number) => {
    const addresses =
      typeof found === 'string' ? [found] : (found as LookupAddress[] | undefined)?.map(({ address }) => address);
    if (!fault && addresses?.every(isPublicAddress) === false) callback(new AddressNotAllowed(hostname), found, family);
    else callback(fault, found, family);
  });
};

/** The address of an LRS as it is kept, or null: https, or plain http to this machine where `isDemo`. */
export function targetUrl(text: string, isDemo: boolean): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const { protocol, username, password, search, hash } = url;
  if (username !== '' || password !== '' || search !== '' || hash !== '') return null;
  if (isDemo && isLoopback(url) && (protocol === 'http:' || protocol === 'https:')) return tidied(url);
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (protocol !== 'https:' || isLoopback(url)) return null;
  return isIP(host) === 0 || isPublicAddress(host) ? tidied(url) : null;
}

export function isLoopback({ hostname }: URL): boolean {
  return ['127.0.0.1', '[::1]', 'localhost'].includes(hostname) || hostname.endsWith('.localhost');
}

function tidied({ origin, pathname }: URL): string {
  return `${origin}${pathname.replace(/\/(statements\/?)?$/, '')}`;
}
