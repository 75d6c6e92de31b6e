import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPrompt } from '../../../server/src/syntax/prompt';

function read(text: string, ...known: string[]): string | undefined {
  const prompt = readPrompt(text, new Set(known));
  return prompt && [prompt.device, prompt.view, prompt.name].filter((part) => part !== undefined).join(' ');
}

/** Lines that begin with a prompt: the device, the view, and what stands behind the view. */
const PROMPTS: readonly (readonly [line: string, wanted: string, ...known: string[]])[] = [
  ['<FW>', 'FW user'],
  ['<FW>display ike sa', 'FW user'],
  ['<FW> display ike sa', 'FW user'],
  ['  <FW_A-1.dc>display ike sa', 'FW_A-1.dc user'],
  ['<99-fw02>disp hrp state', '99-fw02 user'],
  ['<防火墙>display version', '防火墙 user'],
  ['[FW]', 'FW system'],
  ['[FW]ike peer b', 'FW system'],
  ['[~PE1]commit', 'PE1 system'],
  ['[*PE1]commit', 'PE1 system'],
  ['[FW-ike-peer-b]', 'FW ike-peer b'],
  ['[FW-ike-peer-to-branch]dpd type periodic', 'FW ike-peer to-branch'],
  ['[FW-ike-proposal-10]', 'FW ike-proposal 10'],
  ['[FW-ipsec-proposal-tran1]', 'FW ipsec-proposal tran1'],
  ['[AR651-IPsec-proposal-hw1]esp authentication-algorithm sha2-256', 'AR651 ipsec-proposal hw1'],
  ['[FW-ipsec-policy-isakmp-map1-10]', 'FW ipsec-policy-isakmp map1-10'],
  ['[FW-ipsec-policy-manual-map1-10]', 'FW ipsec-policy-manual map1-10'],
  ['[FW-ipsec-policy-templet-t1-1]', 'FW ipsec-policy-template t1-1'],
  ['[FW-ipsec-profile-prof1]', 'FW ipsec-profile prof1'],
  ['[*PE1-ipsec-proposal-tran1]', 'PE1 ipsec-proposal tran1'],
  ['[FW-acl-adv-3000]', 'FW acl-advanced 3000'],
  ['[~PE1-acl4-advance-3000]', 'PE1 acl-advanced 3000'],
  ['[FW-acl-basic-2000]', 'FW acl-basic 2000'],
  ['[R1-GigabitEthernet0/0/1]', 'R1 interface GigabitEthernet0/0/1'],
  ['[R1-GigabitEthernet0/0/1.100]', 'R1 interface GigabitEthernet0/0/1.100'],
  ['[SW-core-Vlanif10]', 'SW-core interface Vlanif10'],
  ['[*PE1-100GE1/0/1]', 'PE1 interface 100GE1/0/1'],
  ['[FW-Tunnel0/0/1]', 'FW interface Tunnel0/0/1'],
  ['[R1-aaa]', 'R1 aaa'],
  ['[R1-ospf-1-area-0.0.0.0]', 'R1 free ospf-1-area-0.0.0.0'],
  ['[R1-bgp]', 'R1 free bgp'],
  ['[FW-policy-security-rule-out]', 'FW free policy-security-rule-out'],
  ['[FW-zone-trust]', 'FW free zone-trust'],
  ['[R1-ui-vty0-4]', 'R1 free ui-vty0-4'],
  ['[FW-something-else]', 'FW free something-else', 'FW'],
  ['[FW-A-something]', 'FW-A free something', 'FW', 'FW-A'],
  ['[dc-web-1]', 'dc-web-1 system'],
  // Virtual systems have the name of the firewall before theirs.
  ['<FW-vsys1>display ike sa', 'FW-vsys1 user'],
  ['[FW-vsys1]ike peer b', 'FW-vsys1 system', 'FW', 'FW-vsys1'],
  ['[FW-vsys1-ike-peer-b]', 'FW-vsys1 ike-peer b', 'FW', 'FW-vsys1'],
  // Hot standby
  ['HRP_M<FW_A>', 'FW_A user'],
  ['HRP_S<FW_B>display ike sa', 'FW_B user'],
  ['HRP_M[FW_A]ike peer b', 'FW_A system'],
  ['HRP_S[FW_B-ike-peer-b]dpd type periodic', 'FW_B ike-peer b'],
  ['HRP_A[FW_A-policy-security]', 'FW_A free policy-security'],
  ['HRP_M[~FW_A]commit', 'FW_A system'],
];

const NO_PROMPTS = [
  '',
  '#',
  'ike peer b',
  '  <cr>',
  '  <1-100>  Value',
  '  <1-4294967295>',
  '  <00:00-23:59>',
  '  STRING<1-15>  Name',
  '[Y/N]:y',
  '[y/n]',
  '[yes/no]',
  '[N]',
  'Warning: continue? [Y/N]:y',
  '    [Outbound ESP SAs] ',
  '    [Inbound ESP SAs]',
  '[V200R003C00]',
  '[V300R019C11SPC200]',
  '[1]',
  '<a b>',
  '[a b]',
  '< FW >',
  '<FW',
  '[FW',
  '[]',
  '<>',
  'HRP_M',
  'FW>show version',
  'FW#',
];

describe('a prompt at the beginning of a line', () => {
  for (const [line, wanted, ...known] of PROMPTS) {
    it(known.length > 0 ? `${line} behind ${known.join(', ')}` : line, () => {
      assert.equal(read(line, ...known), wanted);
    });
  }

  it('is cut out with its brackets and the mark before them', () => {
    const line = '  HRP_M[FW_A-ike-peer-b] undo version 2';
    const prompt = readPrompt(line, new Set());
    assert.equal(line.slice(prompt?.start, prompt?.end), 'HRP_M[FW_A-ike-peer-b]');
  });
});

describe('no prompt', () => {
  for (const line of NO_PROMPTS) {
    it(JSON.stringify(line), () => {
      assert.equal(read(line), undefined);
    });
  }

  it('in a line without end', () => {
    assert.equal(read(`[${'a-'.repeat(500_000)}`), undefined);
  });
});
