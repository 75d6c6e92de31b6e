import { remotesOf, type End, type Flow, type IkeProposal, type Network, type Product } from './pair';
import { Random } from './random';

/** One section of a configuration: the command that opens a view and the lines in it, or a single system-view command. */
interface Section {
  readonly opener: string;
  readonly lines: readonly string[];
}

const isUsg = (product: Product): boolean => product.startsWith('usg');

const HEADERS: Readonly<Record<Product, readonly string[]>> = {
  'usg-v500': [
    '',
    '!Software Version V500R005C20SPC500',
    '!Last configuration was saved at 2024-03-11 08:15:02 UTC',
  ],
  'usg-v600': [
    '!Software Version V600R007C20SPC600',
    '!Last configuration was saved at 2024-05-02 10:00:41 UTC',
  ],
  'ar-v200': ['[V200R003C00]'],
  'ar-v300': ['[V300R019C00SPC300]'],
  vrp8: [],
};

/** What a proposal takes that writes nothing, where the documents of the product say so (../server/src/commands has the sources). */
interface Defaults {
  readonly ike: Readonly<Partial<Record<keyof IkeProposal, string>>>;
  readonly espEncryption?: string;
  readonly espAuthentication?: string;
}

const USG_DEFAULTS: Defaults = {
  ike: {
    encryption: 'aes-256',
    hash: 'sha2-256',
    integrity: 'hmac-sha2-256',
    prf: 'hmac-sha2-256',
    dh: 'group14',
  },
  espEncryption: 'aes-256',
  espAuthentication: 'sha2-256',
};

const DEFAULTS: Readonly<Record<Product, Defaults>> = {
  'usg-v500': USG_DEFAULTS,
  'usg-v600': USG_DEFAULTS,
  'ar-v200': { ike: {} },
  'ar-v300': { ike: { encryption: 'aes-256', hash: 'sha2-256', prf: 'hmac-sha2-256', dh: 'group14' } },
  // Its configurations do not name the release.
  vrp8: { ike: {} },
};

/** A cipher as the product spells it. */
function cipherText(product: Product, cipher: string, view: 'ike' | 'ipsec'): string {
  const [, bits] = /^aes-(\d+)/.exec(cipher) ?? [];
  if (product === 'vrp8') {
    if (cipher.includes('gcm')) return `aes-gcm-128 ${bits}`;
    if (bits) return view === 'ike' ? `aes-cbc ${bits}` : `aes ${bits}`;
    return view === 'ike' ? `${cipher}-cbc` : cipher;
  }
  if (product !== 'ar-v200' || view === 'ipsec') return cipher;
  return bits ? `aes-cbc-${bits}` : `${cipher}-cbc`;
}

function isDefault(end: End, values: readonly string[], value: string | undefined): boolean {
  return end.style.omitsDefaults && values.length === 1 && values[0] === value;
}

function ikeProposalLines(end: End, proposal: IkeProposal): string[] {
  const { product, omitsDefaults } = end.style;
  const { ike } = DEFAULTS[product];
  const set = (command: string, field: 'encryption' | 'hash' | 'integrity' | 'prf' | 'dh'): string[] => {
    const values = proposal[field];
    if (isDefault(end, values, ike[field])) return [];
    const words = field === 'encryption' ? values.map((each) => cipherText(product, each, 'ike')) : values;
    return [`${command} ${words.join(' ')}`];
  };
  const isOld = product === 'ar-v200';
  return [
    ...set('encryption-algorithm', 'encryption'),
    ...set('dh', 'dh'),
    ...set('authentication-algorithm', 'hash'),
    ...(omitsDefaults ? [] : ['authentication-method pre-share']),
    ...(isOld ? [] : set('integrity-algorithm', 'integrity')),
    ...(isOld || product === 'vrp8' ? [] : set('prf', 'prf')),
    ...(proposal.lifetime === undefined ? [] : [`sa duration ${proposal.lifetime}`]),
  ];
}

function ipsecProposalLines(end: End, proposal: End['ipsecProposals'][number]): string[] {
  const { product, omitsDefaults } = end.style;
  const { espEncryption, espAuthentication } = DEFAULTS[product];
  const mode =
    end.mode === 'tunnel' && (omitsDefaults || !isUsg(product)) ? [] : [`encapsulation-mode ${end.mode}`];
  if (end.transform === 'ah')
    return [...mode, 'transform ah', `ah authentication-algorithm ${proposal.authentication.join(' ')}`];
  const set = (command: string, values: readonly string[], words: readonly string[], usual?: string) =>
    values.length === 0
      ? [`undo esp ${command}`]
      : isDefault(end, values, usual)
        ? []
        : [`esp ${command} ${words.join(' ')}`];
  const { encryption, authentication } = proposal;
  const ciphers = encryption.map((each) => cipherText(product, each, 'ipsec'));
  return [
    ...mode,
    ...set('authentication-algorithm', authentication, authentication, espAuthentication),
    ...set('encryption-algorithm', encryption, ciphers, espEncryption),
  ];
}

/** A key as a device saves it: it looks different each time. */
function cipheredKey(end: End): string {
  const random = new Random(end.style.shuffle + end.name.charCodeAt(3));
  const signs = 'ABCDEFGHKLMNPQRSTabcdefghkmnpqrst0123456789.,;:!@#*+-=_<>(){}[]|~';
  const text = Array.from({ length: 48 }, () => signs.charAt(random.integer(0, signs.length - 1))).join('');
  return `%^%#${text}%^%#`;
}

function keyLine(end: End): string {
  const { product, key } = end.style;
  if (key === 'cipher') {
    const cipher = cipheredKey(end);
    return isUsg(product) ? `pre-shared-key ${cipher}` : `pre-shared-key cipher ${cipher}`;
  }
  if (isUsg(product)) return `pre-shared-key ${end.key}`;
  return product === 'vrp8' ? `pre-shared-key ${end.key}` : `pre-shared-key simple ${end.key}`;
}

function versionLines({ style, v1, v2 }: End): string[] {
  if ((v1 && v2) || style.product === 'ar-v200') return [];
  if (style.product === 'ar-v300') return [v1 ? 'version 1' : 'version 2'];
  return [v1 ? 'undo version 2' : 'undo version 1'];
}

/** The routers know the name of a peer that speaks for the whole device. */
function usesLocalName({ style, localId }: End): boolean {
  return localId?.type === 'fqdn' && (style.product === 'ar-v200' || style.product === 'ar-v300');
}

function localIdLines(end: End): string[] {
  const { localId, style } = end;
  if (!localId) return [];
  const { type, value } = localId;
  if (style.product === 'vrp8') return [`local-id-type ${type} ${value}`];
  if (usesLocalName(end)) return [`local-id-type ${style.product === 'ar-v200' ? 'name' : type}`];
  const isImplied = type === 'ip' && style.omitsDefaults;
  return [...(isImplied ? [] : [`local-id-type ${type}`]), `local-id ${value}`];
}

function remoteIdLines({ remoteId, style }: End): string[] {
  if (!remoteId) return [];
  const { type, value } = remoteId;
  if (style.product === 'ar-v200' && type === 'fqdn') return [`remote-name ${value}`];
  return [`remote-id-type ${type}`, `remote-id ${value}`];
}

/** Whether the peer names its one proposal; several are all that the device has, in any case. */
function namesProposal({ ikeProposals, style }: End): boolean {
  return ikeProposals.length === 1 && (style.decoys || !style.omitsDefaults);
}

/** Whether the address that packets leave from is written: it must be where it is not that of the interface. */
function writesLocal({ style, local, address }: End): boolean {
  return style.namesLocalAddress || local !== address;
}

function peerLines(end: End): string[] {
  const { style, kind } = end;
  const isRouter = style.product.startsWith('ar');
  const modeIsWritten = end.v1 && (end.exchangeMode !== 'main' || !style.omitsDefaults);
  // A tunnel interface with a destination needs no address at the peer.
  const isElsewhere = kind === 'gre-profile' && style.omitsDefaults;
  return [
    ...versionLines(end),
    ...(modeIsWritten ? [`exchange-mode ${end.exchangeMode}`] : []),
    keyLine(end),
    ...(namesProposal(end) ? [`ike-proposal ${end.ikeProposals[0]?.number}`] : []),
    ...localIdLines(end),
    ...remoteIdLines(end),
    ...(isRouter && writesLocal(end) && !kind.endsWith('profile') ? [`local-address ${end.local}`] : []),
    ...(style.decoys && isUsg(style.product) ? ['dpd type periodic'] : []),
    ...(isElsewhere ? [] : remotesOf(end).map((address) => `remote-address ${address}`)),
  ];
}

function wildcardText({ length }: Network): string {
  if (length === 32) return '0';
  const bits = 2 ** (32 - length) - 1;
  return [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.');
}

function ruleText(flow: Flow): string {
  const side = (keyword: 'source' | 'destination'): string => {
    const network = flow[keyword];
    const port = flow[`${keyword}Port`];
    const address = network.length === 0 ? '' : ` ${keyword} ${network.address} ${wildcardText(network)}`;
    const portWord = port === 80 && flow.protocol === 'tcp' ? 'www' : String(port);
    return address + (port === undefined ? '' : ` ${keyword}-port eq ${portWord}`);
  };
  return `permit ${flow.protocol}${side('source')}${side('destination')}`;
}

function aclSections({ flows, style, kind }: End): Section[] {
  if (!flows || kind.endsWith('profile')) return [];
  const opener = style.namedAcl ? 'acl name protected 3000' : 'acl number 3000';
  const lines = flows.map((flow, at) => `rule ${(at + 1) * 5} ${ruleText(flow)}`);
  const isWide = flows.some(({ source }) => source.length === 0);
  const first = style.denies && !isWide ? ['rule 1 deny ip source 192.168.77.0 0.0.0.255'] : [];
  return [{ opener, lines: [...first, ...lines, ...(style.decoys ? ['rule 999 deny ip'] : [])] }];
}

const PEER = 'other';

function settingLines(end: End): string[] {
  const { style, kind } = end;
  const names = end.ipsecProposals.map(({ name }) => name);
  const local =
    !writesLocal(end) || kind.endsWith('profile')
      ? []
      : style.product === 'vrp8'
        ? [`local-address ${end.local}`]
        : isUsg(style.product)
          ? [`tunnel local ${end.local}`]
          : [];
  return [
    ...(end.flows && !kind.endsWith('profile')
      ? [`security acl ${style.namedAcl ? 'name protected' : '3000'}`]
      : []),
    ...(end.pfs ? [`pfs dh-${end.pfs}`] : []),
    `ike-peer ${PEER}`,
    ...(style.omitsDefaults ? names.map((name) => `proposal ${name}`) : [`proposal ${names.join(' ')}`]),
    ...local,
    ...(end.lifetime === undefined ? [] : [`sa duration time-based ${end.lifetime}`]),
  ];
}

function policySections(end: End): Section[] {
  const lines = settingLines(end);
  switch (end.kind) {
    case 'policy':
      return [{ opener: 'ipsec policy map1 10 isakmp', lines }];
    case 'template':
      return [
        { opener: 'ipsec policy-template temp1 1', lines },
        { opener: 'ipsec policy map1 10 isakmp template temp1', lines: [] },
      ];
    case 'profile':
    case 'gre-profile':
      return [{ opener: 'ipsec profile prof1', lines }];
  }
}

function interfaceSections(end: End): Section[] {
  const { style, kind, address, remote } = end;
  const port = isUsg(style.product) ? '1/0/' : '0/0/';
  const inside = end.name === 'FW_A' ? '10.1.0.1' : '10.2.0.1';
  const isProfile = kind.endsWith('profile');
  const onTunnel = style.product === 'vrp8';
  const outer: Section = {
    opener: `interface GigabitEthernet${port}1`,
    lines: [`ip address ${address} 255.255.255.128`, ...(isProfile || onTunnel ? [] : ['ipsec policy map1'])],
  };
  // The boards of VRP8 take IPsec on a tunnel interface that has the address.
  const vrp8: Section = {
    opener: 'interface Tunnel10',
    lines: [
      `ip address ${address} 255.255.255.255`,
      'tunnel-protocol ipsec',
      'ipsec policy map1 service-instance-group group1',
    ],
  };
  const destination = remote !== undefined && (kind === 'gre-profile' || style.namesLocalAddress);
  const tunnel: Section = {
    opener: 'interface Tunnel1',
    lines: [
      'ip address 172.16.0.1 255.255.255.0',
      `tunnel-protocol ${kind === 'gre-profile' ? 'gre' : 'ipsec'}`,
      `source ${writesLocal(end) ? end.local : `GigabitEthernet${port}1`}`,
      ...(destination ? [`destination ${remote}`] : []),
      'ipsec profile prof1',
    ],
  };
  return [
    onTunnel ? vrp8 : outer,
    {
      opener: `interface GigabitEthernet${port}2`,
      lines: [`ip address ${end.spareAddress} 255.255.255.128`],
    },
    { opener: `interface GigabitEthernet${port}3`, lines: [`ip address ${inside} 255.255.0.0`] },
    ...(isProfile ? [tunnel] : []),
  ];
}

function ikeSections(end: End): Section[] {
  const { style } = end;
  const decoy: IkeProposal = {
    number: 77,
    encryption: ['aes-192'],
    hash: [style.product === 'ar-v200' ? 'md5' : 'sha2-384'],
    integrity: ['hmac-sha2-384'],
    prf: ['hmac-sha2-384'],
    dh: ['group5'],
  };
  const all = [...end.ikeProposals, ...(style.decoys && namesProposal(end) ? [decoy] : [])];
  const suffix = style.product === 'ar-v200' ? ` v${end.v2 ? 2 : 1}` : '';
  return [
    ...all.map((proposal) => ({
      opener: `ike proposal ${proposal.number}`,
      lines: ikeProposalLines(end, proposal),
    })),
    { opener: `ike peer ${PEER}${suffix}`, lines: peerLines(end) },
  ];
}

function ipsecSections(end: End): Section[] {
  const { style } = end;
  const sections = end.ipsecProposals.map((proposal) => ({
    opener: `ipsec proposal ${proposal.name}`,
    lines: ipsecProposalLines(end, proposal),
  }));
  const decoy = { opener: 'ipsec proposal unused', lines: ['esp encryption-algorithm 3des'] };
  return style.decoys ? [...sections, decoy] : sections;
}

/** Commands as people cut them short. */
const SHORT: Readonly<Record<string, string>> = {
  interface: 'int',
  'encryption-algorithm': 'encr',
  'authentication-algorithm': 'authentication-a',
  'authentication-method': 'authentication-m',
  'integrity-algorithm': 'integ',
  'exchange-mode': 'exch',
  'pre-shared-key': 'pre',
  'ike-proposal': 'ike-prop',
  'remote-address': 'remote-a',
  'encapsulation-mode': 'encap',
  'tunnel-protocol': 'tunnel-p',
  'source-port': 'source-p',
  'destination-port': 'destination-p',
  'service-instance-group': 'service-i',
  address: 'add',
  security: 'sec',
  permit: 'per',
  aggressive: 'agg',
  transport: 'transp',
};

function shortened(line: string): string {
  return line
    .split(' ')
    .map((word) => SHORT[word] ?? word.replace(/^GigabitEthernet(?=\d)/, 'g'))
    .join(' ');
}

/** The first of several remote addresses is tried first, so that these lines keep their order. */
const isRemote = (line: string): boolean => line.startsWith('remote-address ');

/** An end as a configuration file of its product. */
export function huaweiConfiguration(end: End): string {
  const { style, name } = end;
  const isRouter = !isUsg(style.product);
  const random = new Random(style.shuffle);
  const arranged = <T>(list: readonly T[]): readonly T[] => (style.shuffle ? random.shuffled(list) : list);
  const globals: Section[] = [
    ...(usesLocalName(end) ? [{ opener: `ike local-name ${end.localId?.value}`, lines: [] }] : []),
    ...(style.product === 'vrp8'
      ? [
          { opener: 'service-location 1', lines: ['location slot 1'] },
          { opener: 'service-instance-group group1', lines: ['service-location 1'] },
        ]
      : []),
  ];
  const sections = [
    ...globals,
    ...aclSections(end),
    ...ipsecSections(end),
    ...ikeSections(end),
    ...policySections(end),
    ...interfaceSections(end),
  ];
  const write = (line: string): string => (style.abbreviated ? shortened(line) : line);
  const body = arranged(sections).flatMap(({ opener, lines }) => {
    // What is typed stands at the margin.
    const indent = style.marks ? ' ' : '';
    const margin = style.marks && lines.length === 0 && isRouter && opener.startsWith('ike local') ? ' ' : '';
    const remotes = lines.filter(isRemote);
    const inside = arranged(lines)
      .map((line) => (isRemote(line) ? (remotes.shift() ?? line) : line))
      .map((line) => indent + write(line));
    // `ipsec profile` says one thing in an interface view and another outside, so who types leaves the view.
    const leave = style.marks || !opener.startsWith('interface') ? [] : [style.abbreviated ? 'q' : 'quit'];
    return [...(style.marks ? ['#'] : []), margin + write(opener), ...inside, ...leave];
  });
  const sysname = `${isRouter && style.marks ? ' ' : ''}sysname ${name}`;
  const text = [
    ...HEADERS[style.product],
    ...(style.marks ? ['#'] : []),
    sysname,
    ...body,
    ...(style.marks ? ['#', 'return'] : []),
  ];
  return style.worn ? text.map((line) => `${line} \r\n`).join('') : `${text.join('\n')}\n`;
}
