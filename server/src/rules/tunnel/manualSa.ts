import * as l10n from '@vscode/l10n';
import { keyForm } from '../../model/secret';
import { unquoted, type CommandLine } from '../../model/reading';
import { textOf, type Place } from '../../model/value';
import type { End } from '../../tunnels/end';
import type { Tunnel } from '../../tunnels/pairing';
import { repair, replace } from '../edits';
import { sidesOf, type Difference, type TunnelReport, type TunnelRule } from '../tunnelRule';

type Direction = 'inbound' | 'outbound';

/** What a manual SA is made of. */
const PARTS = ['sa spi', 'sa string-key', 'sa authentication-hex', 'sa encryption-hex'] as const;

interface Part {
  readonly place: Place;
  readonly isKey: boolean;
}

function partOf(
  { settings }: End,
  command: string,
  direction: Direction,
  protocol: string,
): Part | undefined {
  const line = settings.lines.find(
    (each: CommandLine) => !each.undo && each.starts(command) && each.has(direction) && each.has(protocol),
  );
  const value = line?.ofType('secret') ?? line?.ofType('integer');
  return value && { place: value.place, isKey: command !== 'sa spi' };
}

function compare(own: Part, other: Part): 'agree' | 'differ' | 'unknown' {
  const [a, b] = [unquoted(textOf(own.place)), unquoted(textOf(other.place))];
  if (!own.isKey) return Number(a) === Number(b) ? 'agree' : 'differ';
  if (a === b) return keyForm(a) === 'masked' ? 'unknown' : 'agree';
  return keyForm(a) === 'plain' && keyForm(b) === 'plain' ? 'differ' : 'unknown';
}

/** What leaves the end at `at` against what the other one takes in. */
function differenceOf(tunnel: Tunnel, at: 0 | 1, command: string, sent: Part, taken: Part): Difference {
  const part = (end: 0 | 1): Part => (end === at ? sent : taken);
  return {
    sides: sidesOf(tunnel, (own, other, end) => {
      const direction = end === at ? 'outbound' : 'inbound';
      const opposite = end === at ? 'inbound' : 'outbound';
      const names = [`${command} ${direction}`, own.device.name, `${command} ${opposite}`, other.device.name];
      return {
        place: part(end).place,
        value: l10n.t('{1}: {0}', ...names),
        message: sent.isKey
          ? l10n.t('The key of {0} on {1} is not that of {2} on {3}.', ...names)
          : l10n.t(
              '{0} on {1} is {4}, but {2} on {3} is {5}: the two must be equal.',
              ...names,
              textOf(part(end).place),
              textOf(part(end === 0 ? 1 : 0).place),
            ),
      };
    }),
    effect: 'fails',
    repairs: () =>
      repair(
        l10n.t(
          'Make {0} of {1} like {2} of {3}',
          `${command} inbound`,
          tunnel.ends[at === 0 ? 1 : 0].device.name,
          `${command} outbound`,
          tunnel.ends[at].device.name,
        ),
        true,
        replace(taken.place, textOf(sent.place)),
      ).map((each) => (sent.isKey ? { ...each, secret: true } : each)),
  };
}

function check(tunnel: Tunnel): TunnelReport {
  const differences: Difference[] = [];
  let unverified = false;
  for (const at of [0, 1] as const) {
    const [own, other] = at === 0 ? tunnel.ends : [tunnel.ends[1], tunnel.ends[0]];
    for (const command of PARTS) {
      for (const protocol of ['esp', 'ah']) {
        const sent = partOf(own, command, 'outbound', protocol);
        const taken = partOf(other, command, 'inbound', protocol);
        if (!sent || !taken) continue;
        const agreement = compare(sent, taken);
        if (agreement === 'differ') differences.push(differenceOf(tunnel, at, command, sent, taken));
        else if (agreement === 'unknown') unverified = true;
      }
    }
  }
  return { differences, unverified: unverified ? ['manual SA keys'] : [] };
}

/** Manual SAs whose numbers or keys do not correspond crosswise. */
export const manualSa: TunnelRule = {
  id: 'manual-sa-mismatch',
  severity: 'error',
  phase: 'phase2',
  causes: [],
  documentation: {
    title: { en: 'Manual SAs that do not correspond', 'zh-cn': '手工 SA 参数不对应' },
    checks: {
      en: 'In manual policies, `sa spi`, `sa string-key`, `sa authentication-hex` and `sa encryption-hex`: outbound of one end against inbound of the other. Ciphered keys are not compared, and no key is shown.',
      'zh-cn':
        '手工方式安全策略中一端 outbound 的 `sa spi`、`sa string-key`、`sa authentication-hex`、`sa encryption-hex` 与另一端 inbound 的对应参数。密文密钥不比较，且不显示任何密钥。',
    },
    why: {
      en: 'The receiver finds no SA of that number, or decrypts with another key: packets are dropped.',
      'zh-cn': '接收方找不到对应编号的 SA，或使用不同的密钥解密，报文被丢弃。',
    },
    repair: {
      en: 'Writes what one end sends as what the other takes in.',
      'zh-cn': '将一端的出方向参数写为另一端的入方向参数。',
    },
    sources: ['RFC 4301 §4.5', 'NetEngine 8000 F1A guide, manual IPSec policy'],
  },
  checkTunnel: (tunnel) => (tunnel.ends[0].kind === 'manual' ? check(tunnel) : {}),
};
