import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { momentOf } from '../../../server/src/display/moment';
import { factsOf, onOneLine, withoutCommand } from './readFacts';

const RECORDS = `<FW_A>display aaa offline-record all
-----------------------------------------------------
Offline record switch          : Enable
-----------------------------------------------------
User name                      : anna@vpn
Domain name                    : vpn
User MAC                       : -
User access type               : IKE
User IP address                : 10.9.0.7
User IPV6 address              : -
User ID                        : 59
User authen state              : Success
User author state              : Success
User login time                : 2026-11-25 20:01:02
User offline time              : 2026/11/25 21:15:33
User offline reason            : Idle timeout
-----------------------------------------------------
User name                      : bo
Domain name                    :
User offline time              : 2026-11-25 22:00:00
User offline reason            : user request to offline
-----------------------------------------------------
Are you sure to display some information [Y/N]:y
<FW_A>
`;

const ANNA = {
  user: 'anna@vpn',
  domain: 'vpn',
  mac: '-',
  accessType: 'IKE',
  address: '10.9.0.7',
  ipv6Address: '-',
  userId: '59',
  authenticationState: 'Success',
  authorizationState: 'Success',
  loginTime: '2026-11-25 20:01:02',
  offlineTime: '2026/11/25 21:15:33',
  reason: 'Idle timeout',
};

describe('display aaa offline-record', () => {
  it('is read', () => {
    const [anna, bo] = factsOf(RECORDS, 'aaaOfflineRecord');
    assert.deepEqual(anna, ANNA);
    assert.deepEqual(bo?.['reason'], 'user request to offline');
    assert.ok((momentOf(ANNA.loginTime) ?? 0) < (momentOf(ANNA.offlineTime) ?? 0));
  });

  it('is read without its command, and from one line', () => {
    assert.deepEqual(factsOf(withoutCommand(RECORDS), 'aaaOfflineRecord')[0], ANNA);
    assert.deepEqual(factsOf(onOneLine(RECORDS.replace(/<FW_A>\n$/, '')), 'aaaOfflineRecord')[0], ANNA);
  });

  it('is told from the record of abnormal ends', () => {
    const abnormal = RECORDS.replace('aaa offline-record', 'aaa abnormal-offline-record');
    assert.deepEqual(factsOf(abnormal, 'aaaAbnormalOfflineRecord')[0], ANNA);
    assert.deepEqual(factsOf(abnormal, 'aaaOfflineRecord'), []);
    assert.deepEqual(
      factsOf(abnormal.replace('display aaa abnormal-', 'dis aaa abn'), 'aaaOfflineRecord'),
      [],
    );
  });
});
