import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDevice } from '../../../server/src/model/build';
import type { LanguageId } from '../../../server/src/syntax/classify';
import { Document } from '../../../server/src/syntax/document';

function deviceOf(text: string, language: LanguageId = 'huawei-vrp-output') {
  return buildDevice('file:///device.txt', Document.parse(text, language));
}

const version = (software: string): string =>
  `<FW_A>display version\nHuawei Versatile Routing Platform Software\nVRP (R) software, Version ${software}\n<FW_A>\n`;

test('the release is read from the header of a save', () => {
  assert.deepEqual(
    deviceOf('\n!Software Version V500R005C10SPC300\n#\nsysname FW_A\n', 'huawei-vrp').release,
    {
      product: 'usg',
      text: 'V500R005C10SPC300',
    },
  );
  assert.deepEqual(deviceOf('[V200R009C00]\n#\n sysname R\n', 'huawei-vrp').release, {
    product: 'ar-v200',
    text: 'V200R009C00',
  });
});

test('the release is read from display version, and numbers of switches are none of routers', () => {
  const found = (software: string) => deviceOf(version(software)).release;
  assert.deepEqual(found('5.170 (USG6000V V500R005C10SPC300)'), {
    product: 'usg',
    text: 'V500R005C10SPC300',
  });
  assert.deepEqual(found('5.170 (AR6280 V300R019C10SPC300)'), {
    product: 'ar-v300',
    text: 'V300R019C10SPC300',
  });
  assert.deepEqual(found('5.170 (S7700 V200R010C00SPC600)'), {
    product: 's-series',
    text: 'V200R010C00SPC600',
  });
  assert.deepEqual(found('8.211 (NE40E V800R021C10SPC600)'), { product: 'vrp8', text: 'V800R021C10SPC600' });
  assert.deepEqual(found('8.180 (CE6800 V200R005C10SPC800)'), { text: 'V200R005C10SPC800' });
});

test('what a proposal does not write is taken from the release that a session shows', () => {
  const session = `${version('5.170 (USG6000E V600R007C00)')}[FW_A]ike proposal 10\n[FW_A-ike-proposal-10]\n`;
  const [proposal] = deviceOf(session).ikeProposals;
  assert.deepEqual(proposal?.dh, { value: ['group14'], origin: 'default' });
});
