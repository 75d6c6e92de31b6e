/** Interface types as devices print them. Abbreviations resolve to the first that they begin. */
const TYPES = [
  'GigabitEthernet',
  'Ethernet',
  'Eth-Trunk',
  'XGigabitEthernet',
  'Vlanif',
  'LoopBack',
  'Tunnel',
  'Dialer',
  'Serial',
  'Cellular',
  'NULL',
  'MEth',
  'Virtual-Template',
  'Virtual-if',
  'Virtual-Ethernet',
  'Wlan-Radio',
  'Wlan-Bss',
  'Vbdif',
  'Nve',
  'Pos',
  'Atm',
  'Bridge-if',
  'Global-VE',
  'Ip-Trunk',
  'Mp-group',
  'Logic-Channel',
  'Stack-Port',
  'Aux',
  'Async',
] as const;

const SHORT: Readonly<Record<string, string>> = {
  ge: 'GigabitEthernet',
  gi: 'GigabitEthernet',
  gig: 'GigabitEthernet',
  xge: 'XGigabitEthernet',
  e: 'Ethernet',
  eth: 'Ethernet',
  lo: 'LoopBack',
};

/**
 * The one spelling of an interface: `g0/0/1`, `GE 0/0/1` and `GigabitEthernet 0/0/1` are `GigabitEthernet0/0/1`. A text that is no
 * interface comes back without blanks.
 */
export function interfaceName(text: string): string {
  const compact = text.replace(/\s+/g, '');
  const parts = /^(\d{1,3}GE|[A-Za-z][A-Za-z-]*?)(\d[\d/.:]*)$/i.exec(compact);
  if (!parts) return compact;
  const [, type = '', number = ''] = parts;
  const lower = type.toLowerCase();
  const full = SHORT[lower] ?? TYPES.find((each) => each.toLowerCase().startsWith(lower));
  return (full ?? type.toUpperCase()) + number;
}
