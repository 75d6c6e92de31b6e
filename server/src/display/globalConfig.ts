import type { OutputKind } from './kind';
import { LabelReader, present } from './labels';
import type { Field, Output } from './output';
import { partOf } from './part';
import { settingOf, type Setting } from './settings';

/** What holds for all IKE peers of a device, as `display ike global config` prints it; values as printed. */
export interface DisplayedIkeGlobalConfig {
  /** How many IKE SAs may be under negotiation at once. */
  readonly callAdmission?: Field;
  readonly localName?: Field;
  readonly heartbeatInterval?: Field;
  readonly heartbeatTimeout?: Field;
  readonly natKeepaliveInterval?: Field;
  readonly dpdType?: Field;
  readonly dpdIdleTime?: Field;
  readonly dpdRetransmitInterval?: Field;
  readonly dpdRetryLimit?: Field;
  /** Every line that gives a value, also what nobody lists. */
  readonly settings: readonly Setting[];
}

/** What holds for all IPsec policies of a device, as `display ipsec global config` prints it; values as printed. */
export interface DisplayedIpsecGlobalConfig {
  /** Shortest masks that the flow of a peer may have, in bits. */
  readonly netmaskSource?: Field;
  readonly netmaskDestination?: Field;
  /** Lifetime of IPsec SAs in seconds, and in kilobytes. */
  readonly lifetimeSeconds?: Field;
  readonly lifetimeKilobytes?: Field;
  readonly antiReplay?: Field;
  readonly antiReplayWindow?: Field;
  readonly dfBit?: Field;
  readonly fragmentation?: Field;
  readonly settings: readonly Setting[];
}

const ikeReader = new LabelReader({
  callAdmission: ['IKE call admission', 'IKE call admission limit', 'call admission limit in-negotiation-sa'],
  localName: ['IKE local-name', 'Local name'],
  heartbeatInterval: [
    'IKE heartbeat-timer interval',
    'IKE heartbeat-timer interval(s)',
    'IKE heartbeat interval',
    'heartbeat interval',
  ],
  heartbeatTimeout: [
    'IKE heartbeat-timer timeout',
    'IKE heartbeat-timer timeout(s)',
    'IKE heartbeat timeout',
    'heartbeat timeout',
  ],
  natKeepaliveInterval: [
    'IKE nat-keepalive-timer interval',
    'IKE nat-keepalive-timer interval(s)',
    'nat-keepalive interval',
    'NAT keepalive interval(s)',
  ],
  dpdType: ['IKE DPD type', 'DPD type', 'IKE DPD'],
  dpdIdleTime: ['IKE DPD idle-time', 'DPD idle-time', 'IKE DPD idle-time(s)', 'DPD idle-time(s)'],
  dpdRetransmitInterval: [
    'IKE DPD retransmit-interval',
    'DPD retransmit-interval',
    'IKE DPD retransmit-interval(s)',
    'DPD retransmit-interval(s)',
  ],
  dpdRetryLimit: ['IKE DPD retry-limit', 'DPD retry-limit'],
});

const ipsecReader = new LabelReader({
  netmaskSource: 'IPSec netmask source',
  netmaskDestination: 'IPSec netmask destination',
  lifetimeSeconds: [
    'IPSec sa global-duration time-based(seconds)',
    'IPSec sa global-duration time-based',
    'IPSec sa global duration(time based)',
    'IPSec sa global duration (time based)',
  ],
  lifetimeKilobytes: [
    'IPSec sa global-duration traffic-based(kbytes)',
    'IPSec sa global-duration traffic-based(kilobytes)',
    'IPSec sa global-duration traffic-based',
    'IPSec sa global duration(traffic based)',
    'IPSec sa global duration (traffic based)',
  ],
  antiReplay: ['IPSec anti-replay', 'Anti-replay'],
  antiReplayWindow: ['IPSec anti-replay window', 'IPSec anti-replay window size', 'Anti-replay window size'],
  dfBit: ['IPSec df-bit', 'Df-bit'],
  fragmentation: ['IPSec fragmentation', 'Fragmentation'],
});

/** The values of an output that describes one thing: of every label the first, since several boards print the same. */
function valuesOf<K extends string>({ lines }: Output, reader: LabelReader<K>): Partial<Record<K, Field>> {
  const values: Partial<Record<K, Field>> = {};
  for (const line of lines) for (const { key, value } of reader.read(line)) values[key] ??= alone(value);
  return values;
}

/** A word with its unit. */
const WORD = /^\S+(?:[ \t]+(?:seconds|kilobytes|kbytes|bytes|s|kb)\b)?/i;

/** A value without the label that nobody lists behind it, where all stands on one line. */
function alone(value: Field): Field {
  const word = /\s[:：]|[:：]\s/.test(value.text) ? WORD.exec(value.text)?.[0] : undefined;
  return word === undefined ? value : partOf(value, 0, word.length);
}

function settingsOf({ lines }: Output): Setting[] {
  return lines.flatMap((line) => settingOf(line) ?? []).filter(({ value }) => value.text !== '');
}

function readIke(output: Output): readonly DisplayedIkeGlobalConfig[] {
  const values = valuesOf(output, ikeReader);
  const settings = settingsOf(output);
  return Object.keys(values).length + settings.length === 0 ? [] : [{ ...present(values), settings }];
}

function readIpsec(output: Output): readonly DisplayedIpsecGlobalConfig[] {
  const values = valuesOf(output, ipsecReader);
  const settings = settingsOf(output);
  return Object.keys(values).length + settings.length === 0 ? [] : [{ ...present(values), settings }];
}

/** `display ike global config`: no whole example is public. */
export const ikeGlobalConfigOutput: OutputKind<DisplayedIkeGlobalConfig> = {
  command: 'display ike global config',
  opening: /\bIKE Global Config\s*:/i,
  about: {
    reads:
      'admission limit, heartbeat, NAT keepalive and DPD of the device; every other line that gives a value',
    layouts: { 'USG, AR (one line of it)': 'document' },
  },
  read: readIke,
};

/** `display ipsec global config`, of which no whole example is public, and `display ipsec sa duration`. */
export const ipsecGlobalConfigOutput: OutputKind<DisplayedIpsecGlobalConfig> = {
  command: 'display ipsec global config',
  alsoCommands: ['display ipsec sa duration'],
  opening: /\bIPSec Global Config\s*:|\bIPSec sa global[ -]duration\b/i,
  about: {
    reads:
      'lifetimes in seconds and kilobytes, shortest masks, anti-replay, DF bit and fragmentation; every other line that gives a value',
    layouts: { 'USG, AR (some lines of it)': 'document', 'VRP8 (`ipsec sa duration`)': 'document' },
  },
  read: readIpsec,
};
