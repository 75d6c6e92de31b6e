import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readOutputs } from '../../../server/src/display';
import { countOf } from '../../../server/src/display/ipPool';
import { Document } from '../../../server/src/syntax/document';
import { factsOf, onOneLine, withoutCommand } from './readFacts';

const BLOCKS = `<FW_A>display ip pool
  -----------------------------------------------------------------------
  Pool-name      : clients
  Pool-No        : 0
  Position       : Local           Status           : Unlocked
  Gateway-0      : 10.9.0.1
  Mask           : 255.255.255.0
  VPN instance   : --

  IP address Statistic
    Total       :253
    Used        :253        Idle        :0
    Expired     :0          Conflict    :2          Disable   :1
  -----------------------------------------------------------------------
  Pool-name      : spare
  Pool-No        : 1
  IP address Statistic
    Total       :16
    Used        :0          Free        :16
  IP address pool Statistic
    Local       :2       Remote    :0       Server    :0
  IP address Statistic
    Total       :269
    Used        :253        Free      :16
    Conflicted  :2          Disable   :1
<FW_A>
`;

const POOLS = [
  {
    name: 'clients',
    sections: [],
    status: 'Unlocked',
    gateway: '10.9.0.1',
    mask: '255.255.255.0',
    vpnInstance: '--',
    total: '253',
    used: '253',
    idle: '0',
    expired: '0',
    conflicted: '2',
    disabled: '1',
  },
  { name: 'spare', sections: [], total: '16', used: '0', idle: '16' },
];

describe('display ip pool', () => {
  it('is read from blocks, without the sums over all pools', () => {
    assert.deepEqual(factsOf(BLOCKS, 'ipPool'), POOLS);
  });

  it('is read without its command, and from one line', () => {
    assert.deepEqual(factsOf(withoutCommand(BLOCKS), 'ipPool'), POOLS);
    assert.deepEqual(factsOf(onOneLine(BLOCKS.replace(/<FW_A>\n$/, '')), 'ipPool'), POOLS);
  });

  const SECTIONS = `<FW_A>display ip pool name clients
  Pool-name        : clients
  Pool-No          : 0
  Lease            : 1 Days 0 Hours 0 Minutes
  Position         : Local           Status           : Unlocked
  Gateway-0        : 10.9.0.1
 -------------------------------------------------------------------------------
  Start           End       Total    Used    Idle(Expired)  Conflict  Disabled
 -------------------------------------------------------------------------------
      10.9.0.1   10.9.0.254     254     20        230(3)         1       0
      10.9.1.1   10.9.1.254     254     254         0(0)         0       0
 -------------------------------------------------------------------------------
`;

  it('is read from sections', () => {
    const [pool] = factsOf(SECTIONS, 'ipPool');
    assert.deepEqual(pool?.['sections'], [
      {
        start: '10.9.0.1',
        end: '10.9.0.254',
        total: '254',
        used: '20',
        idle: '230',
        expired: '3',
        conflicted: '1',
        disabled: '0',
      },
      {
        start: '10.9.1.1',
        end: '10.9.1.254',
        total: '254',
        used: '254',
        idle: '0',
        expired: '0',
        conflicted: '0',
        disabled: '0',
      },
    ]);
  });

  it('is read from sections with a number in front and other columns', () => {
    const text = `<NE>display ip pool name p
  Pool-Name: p
  ID           start             end total  used  idle CFLCT disable reserved static-bind delayed
   0      10.1.1.2      10.1.1.5     4     0     3     1       0        2           0       0
  Section  0     :
  Index              IP               MAC   User-ID      Lease   Status
      0      10.1.1.2                 -         -          -   idle
`;
    assert.deepEqual(factsOf(text, 'ipPool')[0]?.['sections'], [
      {
        start: '10.1.1.2',
        end: '10.1.1.5',
        total: '4',
        used: '0',
        idle: '3',
        conflicted: '1',
        disabled: '0',
        reserved: '2',
      },
    ]);
  });

  it('adds its sections up', () => {
    const [displayed] = readOutputs(Document.parse(SECTIONS, 'huawei-vrp-output').items);
    assert.ok(displayed?.name === 'ipPool');
    const [pool] = displayed.facts;
    assert.ok(pool);
    assert.equal(countOf(pool, 'total'), 508);
    assert.equal(countOf(pool, 'used'), 274);
    assert.equal(countOf(pool, 'reserved'), undefined);
  });
});
