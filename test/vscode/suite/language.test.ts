import * as assert from 'node:assert/strict';
import { closeEditors, openFile, product, untilLanguage } from './editor';
import { screenshot } from './page';
import { afterEach, suite, test } from './runner';

const firewall = `
!Software Version V500R005C00SPC100
#
sysname FW_A
#
ike proposal 1
 encryption-algorithm aes-256
 dh group14
#
ike peer b
 undo version 2
 ike-proposal 1
 remote-address 203.0.113.2
#
return
`;

suite('language', () => {
  afterEach(closeEditors);

  for (const name of ['fw_a.cfg', 'fw_a.txt', 'fw_a.log', 'fw_a']) {
    test(`a configuration named ${name} is recognised by its content`, async () => {
      const { document } = await openFile(name, firewall);
      await untilLanguage(document.uri, 'huawei-vrp');
      if (name === 'fw_a.cfg') await screenshot('language-configuration');
    });
  }

  test('captured output is recognised by its content', async () => {
    const capture = `<FW_A>display ike error-info
2026-11-23 10:00:00.000
  current info Num :2
Ike error information:
current ike Error-info number :2
-----------------------------------------------------------
 peer                  port     error-reason             version   error-time
-----------------------------------------------------------
 203.0.113.2           500      phase1 proposal mismatch v1        2026-11-23 09:59:00
-----------------------------------------------------------
<FW_A>
`;
    const { document } = await openFile('session.txt', capture);
    await untilLanguage(document.uri, 'huawei-vrp-output');
  });

  test("someone else's configuration keeps the language it had", async () => {
    await product().activate();
    const { document } = await openFile('setup.cfg', '[metadata]\nname = demo\nversion = 1.0\n');
    const before = document.languageId;
    const sentinel = await openFile('fw_b.cfg', firewall);
    await untilLanguage(sentinel.document.uri, 'huawei-vrp');
    assert.equal(document.languageId, before);
    assert.equal(document.languageId.startsWith('huawei'), false);
  });
});
