import * as l10n from '@vscode/l10n';
import type { NewPairCheck, NewPairEnd, NewPairFile, NewPairProduct } from '../protocol';
import { KEY_PLACEHOLDER } from '../rules/deviceCommands';
import { ipv4ToNumber, ipv4ToText } from '../syntax/address';

/** How a product writes what both ends have to say. */
interface Dialect extends NewPairProduct {
  /** Lines at the top by which the product and its release are known. */
  readonly header: readonly string[];
  /** System-view lines and views besides, each with the lines in it. */
  readonly before: readonly (readonly string[])[];
  /** Routers save system-view lines with a blank before them. */
  readonly margin: string;
  readonly ikeEncryption: string;
  readonly espEncryption: string;
  /** Whether the PRF is a command of its own. */
  readonly prf: boolean;
  readonly onlyIkev2: string;
  /** What stands before a key that is typed. */
  readonly key: string;
  /** The lines of the interface, with its address and mask. */
  readonly interfaceLines: (address: string, mask: string) => readonly string[];
}

const POLICY = 'map1';

const policyOn = (address: string, mask: string): readonly string[] => [
  `ip address ${address} ${mask}`,
  `ipsec policy ${POLICY}`,
];

const USG = {
  interface: 'GigabitEthernet1/0/1',
  before: [],
  margin: '',
  ikeEncryption: 'aes-256',
  espEncryption: 'aes-256',
  prf: true,
  onlyIkev2: 'undo version 1',
  key: '',
  interfaceLines: policyOn,
};

/** The products that a pair can be written for; what they know is that of `commands/`, in the spelling of each. */
const DIALECTS: readonly Dialect[] = [
  {
    ...USG,
    id: 'usg-v500',
    title: 'USG6000, USG6000E, USG9500 (V500)',
    header: ['!Software Version V500R005C20'],
  },
  {
    ...USG,
    id: 'usg-v600',
    title: 'USG6000E, USG6000F, USG12000 (V600)',
    header: ['!Software Version V600R007C20'],
  },
  {
    ...USG,
    id: 'ar-v300',
    title: 'AR (V300)',
    interface: 'GigabitEthernet0/0/1',
    header: ['[V300R019C10]'],
    margin: ' ',
    onlyIkev2: 'version 2',
    key: 'simple ',
  },
  {
    ...USG,
    id: 'vrp8',
    title: 'NE, NetEngine (VRP8)',
    interface: 'Tunnel10',
    header: [],
    before: [
      ['service-location 1', 'location slot 1'],
      ['service-instance-group group1', 'service-location 1'],
    ],
    ikeEncryption: 'aes-cbc 256',
    espEncryption: 'aes 256',
    prf: false,
    // Its boards take IPsec on a tunnel interface that has the address alone.
    interfaceLines: (address) => [
      `ip address ${address} 255.255.255.255`,
      'tunnel-protocol ipsec',
      `ipsec policy ${POLICY} service-instance-group group1`,
    ],
  },
];

interface Network {
  readonly address: number;
  readonly length: number;
}

function readNetwork(text: string): Network | undefined {
  const [, address = '', digits = ''] = /^([\d.]+)\/(\d{1,2})$/.exec(text.trim()) ?? [];
  const [number, length] = [ipv4ToNumber(address), Number(digits)];
  return number === undefined || digits === '' || length < 1 || length > 32
    ? undefined
    : { address: number, length };
}

function maskOf(length: number): number {
  return (0xffffffff << (32 - length)) >>> 0;
}

const start = ({ address, length }: Network): number => (address & maskOf(length)) >>> 0;

function overlap(a: Network, b: Network): boolean {
  const length = Math.min(a.length, b.length);
  return start({ ...a, length }) === start({ ...b, length });
}

/** What is wrong with an answer, in one sentence; undefined where nothing is. `other` is the answer for the other end, where there is one. */
export function newPairProblem({ field, value, other }: NewPairCheck): string | undefined {
  const text = value.trim();
  switch (field) {
    case 'name':
      if (!/^[A-Za-z][\w.-]{0,63}$/.test(text))
        return l10n.t(
          'A device name begins with a letter, and has letters, digits, dots, hyphens and underscores.',
        );
      return text === other?.trim() ? l10n.t('The other device has this name.') : undefined;
    case 'interface':
      return /^[A-Za-z][A-Za-z-]*\s?\d+(?:\/\d+)*(?:\.\d+)?$/.test(text)
        ? undefined
        : l10n.t('Write the whole name of the interface, such as {0}.', USG.interface);
    case 'address': {
      const read = readNetwork(text);
      if (!read)
        return l10n.t('Write the address with the length of its mask, such as {0}.', '203.0.113.1/24');
      if (
        read.length < 31 &&
        (start(read) === read.address || (read.address | ~maskOf(read.length)) >>> 0 === read.address)
      )
        return l10n.t('This is the address of the network itself or of all in it.');
      const far = other === undefined ? undefined : readNetwork(other);
      return far?.address === read.address ? l10n.t('The other device has this address.') : undefined;
    }
    case 'network': {
      const read = readNetwork(text);
      if (!read) return l10n.t('Write the network with the length of its mask, such as {0}.', '10.1.1.0/24');
      if (start(read) !== read.address)
        return l10n.t('With this mask the network begins at {0}.', ipv4ToText(start(read)));
      const far = other === undefined ? undefined : readNetwork(other);
      return far && overlap(read, far)
        ? l10n.t('This network and {0} of the other end overlap.', other ?? '')
        : undefined;
    }
  }
}

/** The products that a pair can be written for. */
export function newPairProducts(): NewPairProduct[] {
  return DIALECTS.map(({ id, title, interface: usual }) => ({ id, title, interface: usual }));
}

/** A network as an ACL has it: its address and which bits do not count. */
function wildcard(text: string): string {
  const { address, length } = readNetwork(text) ?? { address: 0, length: 32 };
  return `${ipv4ToText(address)} ${length === 32 ? '0' : ipv4ToText(~maskOf(length) >>> 0)}`;
}

/** What a configuration of an end does not say and its device needs, for the person who finishes it. */
function remarks(end: NewPairEnd, other: NewPairEnd): string[] {
  const others = [
    l10n.t('The key is typed in place of {0}, the same on both ends.', KEY_PLACEHOLDER),
    l10n.t('Besides, a route leads to {0} through {1}.', other.network.trim(), end.interface.trim()),
  ];
  if (!end.product.startsWith('usg')) return others;
  return [
    ...others,
    l10n.t(
      'The interface belongs to a security zone; security policies let UDP 500, UDP 4500 and ESP pass to the firewall, and the protected flows between the zones.',
    ),
  ];
}

function configuration(end: NewPairEnd, other: NewPairEnd): string | undefined {
  const dialect = DIALECTS.find(({ id }) => id === end.product);
  const own = readNetwork(end.address);
  const far = readNetwork(other.address);
  if (!dialect || !own || !far) return undefined;
  const { margin } = dialect;
  const peer = other.name.trim().toLowerCase().slice(0, 15);
  const views: readonly (readonly string[])[] = [
    ...dialect.before,
    [
      'acl number 3000',
      `rule 5 permit ip source ${wildcard(end.network)} destination ${wildcard(other.network)}`,
    ],
    [
      'ipsec proposal tran1',
      'esp authentication-algorithm sha2-256',
      `esp encryption-algorithm ${dialect.espEncryption}`,
    ],
    [
      'ike proposal 10',
      `encryption-algorithm ${dialect.ikeEncryption}`,
      'dh group19',
      'authentication-algorithm sha2-256',
      'authentication-method pre-share',
      'integrity-algorithm hmac-sha2-256',
      ...(dialect.prf ? ['prf hmac-sha2-256'] : []),
    ],
    [
      `ike peer ${peer}`,
      dialect.onlyIkev2,
      `pre-shared-key ${dialect.key}${KEY_PLACEHOLDER}`,
      'ike-proposal 10',
      `remote-address ${ipv4ToText(far.address)}`,
    ],
    [
      `ipsec policy ${POLICY} 10 isakmp`,
      'security acl 3000',
      'pfs dh-group19',
      `ike-peer ${peer}`,
      'proposal tran1',
    ],
    [
      `interface ${end.interface.trim()}`,
      ...dialect.interfaceLines(ipv4ToText(own.address), ipv4ToText(maskOf(own.length))),
    ],
  ];
  const lines = [
    ...dialect.header,
    '#',
    `${margin}sysname ${end.name.trim()}`,
    ...views.flatMap(([opener = '', ...inside]) => ['#', opener, ...inside.map((line) => ` ${line}`)]),
    '#',
    'return',
    ...remarks(end, other).map((remark) => `# ${remark}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** The configurations of both ends of a new tunnel, with strong settings and without a key. Nothing where an answer is not right. */
export function newPair(ends: readonly [NewPairEnd, NewPairEnd]): NewPairFile[] {
  const [a, b] = ends;
  const fields = ['name', 'interface', 'address', 'network'] as const;
  const isRight = fields.every(
    (field) =>
      newPairProblem({ field, value: a[field] }) === undefined &&
      newPairProblem({ field, value: b[field], other: a[field] }) === undefined,
  );
  const texts = isRight ? [configuration(a, b), configuration(b, a)] : [];
  return texts.flatMap((text, at) => {
    const name = (at === 0 ? a : b).name.trim();
    return text === undefined ? [] : [{ name: `${name.toLowerCase()}.cfg`, text }];
  });
}
