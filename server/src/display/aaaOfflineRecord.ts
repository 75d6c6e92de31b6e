import type { OutputKind } from './kind';
import { LabelReader, readObjects } from './labels';
import type { Field, Output } from './output';

/** A user who went offline, as the records of AAA have it; values as printed. */
export interface DisplayedOfflineRecord {
  readonly user: Field;
  readonly domain?: Field;
  readonly mac?: Field;
  readonly accessType?: Field;
  readonly accessInterface?: Field;
  readonly address?: Field;
  readonly ipv6Address?: Field;
  readonly userId?: Field;
  readonly authenticationState?: Field;
  readonly authorizationState?: Field;
  readonly loginTime?: Field;
  readonly offlineTime?: Field;
  readonly reason?: Field;
}

const reader = new LabelReader({
  user: ['User name', 'Username'],
  domain: ['Domain name', 'User domain'],
  mac: ['User MAC', 'User MAC address'],
  accessType: ['User access type', 'Access type'],
  accessInterface: ['User access interface', 'Access interface', 'User access slot'],
  address: ['User IP address', 'User IPv4 address', 'User IP'],
  ipv6Address: ['User IPv6 address', 'User IPv6'],
  userId: 'User ID',
  authenticationState: ['User authen state', 'User authentication state'],
  authorizationState: ['User author state', 'User authorization state'],
  accountingState: ['User acct state', 'User accounting state'],
  loginTime: ['User login time', 'User online time', 'Login time', 'Online time'],
  offlineTime: ['User offline time', 'Offline time'],
  reason: ['User offline reason', 'Offline reason', 'User abnormal offline reason'],
  vlan: ['User VLAN', 'Qinq vlan/User vlan'],
  recordSwitch: 'Offline record switch',
  question: 'Are you sure to display some information [Y/N]',
});

function read({ lines }: Output): readonly DisplayedOfflineRecord[] {
  return readObjects(lines, reader, 'user').flatMap(({ user, ...values }) =>
    user && (values.reason ?? values.offlineTime) ? [{ user, ...values }] : [],
  );
}

/** `display aaa offline-record`. */
export const aaaOfflineRecordOutput: OutputKind<DisplayedOfflineRecord> = {
  command: 'display aaa offline-record',
  opening: /\bOffline record switch\s*:|\bUser offline reason\s*:|\bUser access type\s*:/i,
  about: {
    reads: 'user, address, times and reason of every user who went offline',
    layouts: { 'CE switches': 'device' },
  },
  read,
};

/** `display aaa abnormal-offline-record`. No example is public; devices document it as the same layout. */
export const aaaAbnormalOfflineRecordOutput: OutputKind<DisplayedOfflineRecord> = {
  command: 'display aaa abnormal-offline-record',
  opening: /\bAbnormal offline record switch\s*:/i,
  about: {
    reads: 'the same of users who went offline abnormally',
    layouts: { 'as `display aaa offline-record`': 'none' },
  },
  read,
};
