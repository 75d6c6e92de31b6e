import type { OutputKind } from './kind';
import { LabelReader, readObjects } from './labels';
import type { Field, Output } from './output';

/** The last teardown of a tunnel, as `display ipsec history record` prints it; values as printed. */
export interface DisplayedIpsecHistory {
  readonly interface: Field;
  readonly peer?: Field;
  readonly port?: Field;
  readonly vpnInstance?: Field;
  readonly flowSource?: Field;
  readonly flowDestination?: Field;
  readonly reason?: Field;
  readonly time?: Field;
  /** How often the tunnel was torn down within a day. */
  readonly timesInDay?: Field;
}

const reader = new LabelReader({
  interface: 'Interface',
  peer: 'remote-address',
  port: 'remote-port',
  vpnInstance: ['VPN instance/VSYS name', 'VPN instance', 'VSYS name'],
  flowSource: 'flow-source',
  flowDestination: 'flow-destination',
  reason: 'last-offline-reason',
  time: 'last-offline-time',
  timesInDay: 'offline-times-in-24Hour',
});

function read({ lines }: Output): readonly DisplayedIpsecHistory[] {
  return readObjects(lines, reader, 'interface').flatMap(({ interface: on, ...others }) =>
    on ? [{ interface: on, ...others }] : [],
  );
}

/** `display ipsec history record [remote-address A]`. */
export const ipsecHistoryOutput: OutputKind<DisplayedIpsecHistory> = {
  command: 'display ipsec history record',
  opening: /\bIPSec history record\s*:|\blast-offline-reason\s*:/i,
  about: {
    reads: 'interface, peer, flow, cause and time of the last teardown, and how many there were in a day',
    layouts: { USG6000E: 'document', 'S switches': 'document' },
  },
  read,
};
