/** Addresses of the Internet Protocol: which of them anybody can reach, and which mean something in one network only. */
import { BlockList, isIP } from 'node:net';

/** Special-purpose registries of IANA (RFC 6890): everything that is nobody's on the Internet. */
const PRIVATE_NETWORKS = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24',
  '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4',
  '::/128', '::1/128', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8',
];

const blocked = new BlockList();
for (const network of PRIVATE_NETWORKS) {
  const [address = '', bits = ''] = network.split('/');
  blocked.addSubnet(address, Number(bits), family(address));
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

/** An IPv4 address that is written as one of IPv6 is judged as what it is. */
export const isPrivate = (address: string): boolean => blocked.check(address, family(address));
