import * as l10n from '@vscode/l10n';
import { algorithmById, titleOf, type Algorithm, type AlgorithmKind } from '../commands/algorithms';
import type { Device, IpsecProposal, Named } from '../model/device';
import { algorithmWords, type AlgorithmWord } from '../model/algorithmSet';
import type { Value } from '../model/value';
import { writesTwoWordCiphers } from './blocks';
import { repair } from './edits';
import type { DeviceRule, Finding, Repair } from './rule';
import { spell } from './spelling';
import { changeValue, isPrinted } from './typing';

/** The strong choice that stands in for a weak one, in the model's spelling. */
const STRONG: Readonly<Record<AlgorithmKind, string | undefined>> = {
  encryption: 'aes-256',
  hash: 'sha2-256',
  integrity: 'hmac-sha2-256',
  prf: 'hmac-sha2-256',
  dh: 'group14',
  'authentication-method': undefined,
};

interface Setting {
  /** What it belongs to, and its command up to the values. */
  readonly object: Named;
  readonly command: string;
  readonly kind: AlgorithmKind;
  readonly value: Value<readonly string[]> | undefined;
  /** `ike`: the spelling of VRP8 differs between the two views. */
  readonly of: 'ike' | 'ipsec' | 'pfs';
}

function settingsOf(device: Device): Setting[] {
  const settings: Setting[] = [];
  for (const object of device.ikeProposals) {
    const { encryption, hash, dh, integrity, prf, name } = object;
    // VRP8 has several of them, and numbers them.
    if (/^default\d?$/.test(name)) continue;
    settings.push(
      { object, command: 'encryption-algorithm', kind: 'encryption', value: encryption, of: 'ike' },
      { object, command: 'authentication-algorithm', kind: 'hash', value: hash, of: 'ike' },
      { object, command: 'dh', kind: 'dh', value: dh, of: 'ike' },
      { object, command: 'integrity-algorithm', kind: 'integrity', value: integrity, of: 'ike' },
      { object, command: 'prf', kind: 'prf', value: prf, of: 'ike' },
    );
  }
  for (const object of device.ipsecProposals) {
    const { transform, espEncryption, espAuthentication, ahAuthentication } = object;
    // What belongs to the other protocol is not in use.
    if (transform.value !== 'ah')
      settings.push(
        {
          object,
          command: 'esp encryption-algorithm',
          kind: 'encryption',
          value: espEncryption,
          of: 'ipsec',
        },
        {
          object,
          command: 'esp authentication-algorithm',
          kind: 'hash',
          value: espAuthentication,
          of: 'ipsec',
        },
      );
    if (transform.value !== 'esp')
      settings.push({
        object,
        command: 'ah authentication-algorithm',
        kind: 'hash',
        value: ahAuthentication,
        of: 'ipsec',
      });
  }
  for (const object of [...device.policies, ...device.templates, ...device.profiles]) {
    const { perfectForwardSecrecy: pfs } = object;
    const value = pfs && { ...pfs, value: [pfs.value] };
    if (value) settings.push({ object, command: 'pfs', kind: 'dh', value, of: 'pfs' });
  }
  for (const object of device.efficientVpns)
    settings.push({ object, command: 'dh', kind: 'dh', value: object.dh, of: 'ike' });
  return settings;
}

/** Routers before V200R007 offer MD5, SHA-1, AES-XCBC-MAC-96 and SM3 in an IKE proposal, and no SHA-2 (AR V200R003 online help). */
function lacksSha2InIke({ release }: Device): boolean {
  return release?.product === 'ar-v200' && /^V200R00[0-6]/.test(release.text ?? '');
}

/** The spelling of a strong algorithm as the device takes it; undefined where that is not known. */
function spelled(id: string, setting: Setting, device: Device, written: string): string | undefined {
  if (setting.of === 'pfs') return `dh-${id}`;
  if (setting.of === 'ike' && setting.kind === 'hash' && lacksSha2InIke(device)) return undefined;
  if (id !== 'aes-256') return id;
  if (writesTwoWordCiphers(device)) return setting.of === 'ike' ? 'aes-cbc 256' : 'aes 256';
  if (setting.of === 'ipsec' || !written.includes('cbc')) return id;
  // `des-cbc` is a word of old routers and of VRP8, which spell AES in two ways.
  return device.release?.product === undefined ? undefined : 'aes-cbc-256';
}

function repairsFor(setting: Setting, device: Device, bad: readonly AlgorithmWord[]): Repair[] {
  const { value, kind } = setting;
  const strong = STRONG[kind];
  if (!value?.place || strong === undefined) return [];
  const words = algorithmWords(kind, value.place);
  const kept = words.filter(({ id }) => !bad.some((each) => each.id === id));
  const isOutput = isPrinted(value.place);
  const written = isOutput ? '' : words.map(({ text }) => text).join(' ');
  const keptTexts = kept.map(({ id, text }) => (isOutput ? spell(kind, id, device, setting.of) : text));
  // A cipher that does not encrypt is no way out of one that encrypts badly.
  const serves = kept.some(({ id }) => algorithmById(kind, id)?.encrypts !== false);
  const replacement = serves ? keptTexts.join(' ') : spelled(strong, setting, device, written);
  if (replacement === undefined) return [];
  return repair(
    l10n.t('Change to {0} (do the same on the other end)', replacement),
    false,
    changeValue(device, setting.object, value.place, replacement, [`${setting.command} ${replacement}`]),
  );
}

/** What is to be said of one algorithm. */
function judge(algorithm: Algorithm): Pick<Finding, 'message' | 'severity' | 'tag'> | undefined {
  const { strength, encrypts } = algorithm;
  const title = titleOf(algorithm);
  if (encrypts === false) {
    return {
      severity: 'information',
      message: l10n.t(
        '{0} authenticates and does not encrypt: everybody on the way can read the packets.',
        title,
      ),
    };
  }
  if (strength === 'strong') return undefined;
  return strength === 'weak'
    ? {
        severity: 'warning',
        tag: 'deprecated',
        message: l10n.t('No longer secure: {0}. Use a stronger algorithm on both ends.', title),
      }
    : {
        severity: 'information',
        tag: 'deprecated',
        message: l10n.t('No longer recommended: {0}. Plan for a stronger algorithm on both ends.', title),
      };
}

function check(setting: Setting, device: Device): Finding[] {
  const { place } = setting.value ?? {};
  if (!place) return [];
  const judged = algorithmWords(setting.kind, place).flatMap((word) => {
    const algorithm = algorithmById(setting.kind, word.id);
    const said = algorithm && judge(algorithm);
    return said ? [{ word, said }] : [];
  });
  const bad = judged.filter(({ said }) => said.tag).map(({ word }) => word);
  return judged.map(({ word, said }) => ({
    place: word.place,
    ...said,
    ...(said.tag ? { repairs: () => repairsFor(setting, device, bad) } : {}),
  }));
}

/** An IPsec proposal from which somebody has taken the encryption out. */
function withoutEncryption({ name, transform, espEncryption }: IpsecProposal): Finding[] {
  const { value, place } = espEncryption ?? {};
  if (transform.value === 'ah' || value?.length !== 0 || !place) return [];
  return [
    {
      place,
      severity: 'information',
      message: l10n.t(
        'IPsec proposal {0} does not encrypt: everybody on the way can read the packets.',
        name,
      ),
    },
  ];
}

/** Algorithms that no longer protect, or that are on their way out. */
export const weakAlgorithm: DeviceRule = {
  id: 'weak-algorithm',
  severity: 'warning',
  causes: [],
  documentation: {
    title: { en: 'A weak algorithm', 'zh-cn': '弱算法' },
    checks: {
      en:
        'DES, MD5, AES-XCBC-96 and DH groups 1 and 2 (warning), 3DES, SHA-1, AES-XCBC-128 and DH groups 5 and 24 (remark), in IKE and ' +
        'IPsec proposals, in Efficient VPN policies and in `pfs`; GMAC and `undo esp encryption-algorithm`, which do not encrypt (remark). ' +
        'The factory block `ike proposal default` is left out.',
      'zh-cn':
        'IKE、IPsec 安全提议、Efficient VPN 策略以及 `pfs` 中的 DES、MD5、AES-XCBC-96、DH group 1/2（告警），3DES、SHA-1、AES-XCBC-128、DH group 5/24（提示），以及不加密的 GMAC 和 `undo esp encryption-algorithm`（提示）。出厂的 `ike proposal default` 不检查。',
    },
    why: {
      en:
        'They can be broken with affordable means or are about to be (RFC 8247, RFC 8221). USG6000E does not even know them until the ' +
        'weak-algorithm package is installed, so the other end may not be able to answer.',
      'zh-cn':
        '这些算法可以或即将可以以较低代价破解（RFC 8247、RFC 8221）。USG6000E 未安装弱安全算法组件包时甚至不支持这些算法，对端可能无法应答。',
    },
    repair: {
      en: 'Leaves the strong ones of a list, or writes AES-256, SHA2-256 or group 14.',
      'zh-cn': '保留列表中的强算法，或改为 AES-256、SHA2-256、group14。',
    },
    sources: ['RFC 8247', 'RFC 8221', 'USG6000E guide, IPSec restrictions'],
  },
  checkDevice: ({ device }) => [
    ...settingsOf(device).flatMap((setting) => check(setting, device)),
    ...device.ipsecProposals
      // Without authentication as well it is a fault of its own.
      .filter(({ espAuthentication }) => espAuthentication?.value.length !== 0)
      .flatMap(withoutEncryption),
  ],
};
