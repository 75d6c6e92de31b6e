import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Document } from '../../../server/src/syntax/document';
import { buildDevices } from '../../../server/src/model/build';
import { textOf } from '../../../server/src/model/value';

const ESC = '\u001b';
const PAGER = `  ---- More ----${ESC}[42D${' '.repeat(42)}${ESC}[42D`;

function deviceOf(text: string) {
  const document = Document.parse(text, 'huawei-vrp-output');
  assert.equal(document.text, text);
  const [device] = buildDevices('file:///capture.txt', document, new Map());
  assert.ok(device);
  return device;
}

describe('a session as a terminal recorded it', () => {
  it('gives the settings that stand on a line which came over a pager’s mark', () => {
    const device = deviceOf(
      `<FW_A>display current-configuration\n#\nsysname FW_A\n#\nike proposal 10\n${PAGER} encryption-algorithm aes-256\n dh group14\n#\nike peer b\n${PAGER} remote-address 203.0.113.2\n#\nreturn\n<FW_A>\n`,
    );
    assert.equal(device.name, 'FW_A');
    const [proposal] = device.ikeProposals;
    const encryption = proposal?.encryption;
    assert.ok(encryption?.place);
    assert.deepEqual(encryption.value, ['aes-256']);
    assert.equal(encryption.place.start, PAGER.length + ' encryption-algorithm '.length);
    assert.equal(textOf(encryption.place), 'aes-256');
    assert.deepEqual(
      device.ikePeers[0]?.remoteAddresses.map(({ value }) => value.text),
      ['203.0.113.2'],
    );
  });

  it('takes what was typed as it was corrected', () => {
    const device = deviceOf(
      `[FW_A]ike per\b \beer b\n[FW_A-ike-peer-b]remote-adress\b\b\b\b${ESC}[Kdress 203.0.113.2\n[FW_A-ike-peer-b]\n`,
    );
    assert.deepEqual(
      device.ikePeers[0]?.remoteAddresses.map(({ value }) => value.text),
      ['203.0.113.2'],
    );
  });

  it('finds prompts in colour and behind the time that the terminal program writes', () => {
    const stamps = [
      '[2026-03-02 09:14:31] ',
      '[09:14:32] ',
      '2026-03-02 09:14:33.120 ',
      '2026-03-02T09:14:33 ',
    ];
    for (const stamp of stamps) {
      const device = deviceOf(
        `${stamp}${ESC}[32m<FW_A>${ESC}[0mdisplay current-configuration\n${stamp}#\n${stamp}ike proposal 10\n${stamp} dh group14\n${stamp}#\n${stamp}<FW_A>\n`,
      );
      assert.equal(device.name, 'FW_A', stamp);
      assert.deepEqual(device.ikeProposals[0]?.dh?.value, ['group14'], stamp);
    }
  });

  it('keeps the places of what stands behind a time', () => {
    const text = '[09:14:32] [FW_A]ike peer b\n[09:14:35] [FW_A-ike-peer-b]remote-address 203.0.113.2\n';
    const [address] = deviceOf(text).ikePeers[0]?.remoteAddresses ?? [];
    assert.ok(address);
    assert.equal(address.place.start, '[09:14:35] [FW_A-ike-peer-b]remote-address '.length);
    assert.equal(textOf(address.place), '203.0.113.2');
  });
});
