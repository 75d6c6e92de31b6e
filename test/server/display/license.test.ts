import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { factsOf, onOneLine, withoutCommand } from './readFacts';

const VERBOSE = `<FW_A>display license verbose
 Active license    : hda1:/fw_a.dat
 License state     : Normal
 Revoke ticket     : No ticket

 Product version   : V600R007
 Created Time      : 2026-01-05 10:00:00

 Feature name      : VPN
 Authorize type    : comm
 Expired date      : PERMANENT

 Sale name         : LIC-IPSEC-100
 Item name         : LIPSEC100
 Item type         : Resource
 Control value     : 100
 Used value        : 100
 Item state        : Normal
 Item expired date : 2027-01-31
 Item trial days   : 60
 Description       : IPSec tunnels, 100 of them

 Sale name         : LIC-SSL
 Item name         : LSSL
 Item type         : Function
 Control value     : 1
 Used value        : 0
 Item expired date : PERMANENT
<FW_A>
`;

const ITEMS = [
  {
    name: 'LIPSEC100',
    type: 'Resource',
    limit: '100',
    used: '100',
    state: 'Normal',
    expiry: '2027-01-31',
    description: 'IPSec tunnels, 100 of them',
    expiresAt: { milliseconds: Date.UTC(2027, 0, 31), isDate: true },
  },
  { name: 'LSSL', type: 'Function', limit: '1', used: '0', expiry: 'PERMANENT' },
];

describe('display license', () => {
  it('is read from its verbose form', () => {
    assert.deepEqual(factsOf(VERBOSE, 'license'), [
      { file: 'hda1:/fw_a.dat', state: 'Normal', items: ITEMS },
    ]);
  });

  it('is read without its command, and from one line', () => {
    assert.deepEqual(factsOf(withoutCommand(VERBOSE), 'license')[0]?.['items'], ITEMS);
    assert.deepEqual(factsOf(onOneLine(VERBOSE.replace(/<FW_A>\n$/, '')), 'license')[0]?.['items'], ITEMS);
  });

  it('is read from the table of what is used', () => {
    const text = `<FW_A>display license resource usage
Info: Active license on master board: hda1:/fw_a.dat
 FeatureName    | ConfigureItemName      | ResourceUsage
 VPN            | LIPSEC100              | 100/100
 VPN              LSSL                     0/25
`;
    assert.deepEqual(factsOf(text, 'license')[0]?.['items'], [
      { name: 'LIPSEC100', used: '100', limit: '100' },
      { name: 'LSSL', used: '0', limit: '25' },
    ]);
  });

  it('is read from functions and numbers, each on its line', () => {
    const text = `<FW_A>display license
MainBoard:
Device ESN is: 000000000000
The file activated is: hda1:/fw_a.dat
The time when activated is: 2026/01/05 12:00:00
Virtual System : 10
IPS : Enabled; service expire time: 2027/01/31
AV : Disabled
`;
    assert.deepEqual(factsOf(text, 'license')[0]?.['items'], [
      { name: 'Virtual System', limit: '10' },
      {
        name: 'IPS',
        limit: 'Enabled',
        expiry: '2027/01/31',
        expiresAt: { milliseconds: Date.UTC(2027, 0, 31), isDate: true },
      },
      { name: 'AV', limit: 'Disabled' },
    ]);
  });
});
