import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultSettings, languageService } from '../../../server/src/languageService';
import type { NewPairCheck, NewPairEnd } from '../../../server/src/protocol';
import { analysedTexts } from '../tunnels/analysed';

const products = languageService.newPairProducts();

function end(at: 0 | 1, product: string): NewPairEnd {
  return {
    name: at === 0 ? 'HQ' : 'Branch-2.Paris_With_A_Long_Name',
    product,
    interface: products.find(({ id }) => id === product)?.interface ?? '',
    address: at === 0 ? ' 203.0.113.1/24' : '198.51.100.2/30 ',
    network: at === 0 ? '10.1.0.0/16' : '192.168.7.9/32',
  };
}

describe('new pair', () => {
  test('of any two products comes up, and nothing is wrong with it', () => {
    for (const a of products)
      for (const b of products) {
        const files = languageService.newPair([end(0, a.id), end(1, b.id)]);
        assert.deepEqual(
          files.map(({ name }) => name),
          ['hq.cfg', 'branch-2.paris_with_a_long_name.cfg'],
        );
        const [first, second] = files;
        const { seen, tunnels, snapshot } = analysedTexts({ a: first?.text ?? '', b: second?.text ?? '' });
        const what = `${a.id} ${b.id}`;
        assert.deepEqual(
          seen.map(({ file, line, text, rule }) => [file, line, text, rule]),
          [],
          what,
        );
        // What no command of one product says cannot be compared; the key is not written yet.
        assert.deepEqual(
          tunnels.map(({ verdict, unverified }) => [verdict, unverified.filter((each) => each !== 'prf')]),
          [['ok', ['pre-shared-key']]],
          what,
        );
        for (const file of ['a', 'b'])
          assert.deepEqual(
            languageService.diagnostics(snapshot, `file:///${file}.cfg`, defaultSettings),
            [],
            what,
          );
      }
  });

  test('is one whose release the model reads as the product that was asked for', () => {
    const wanted: Readonly<Record<string, string>> = {
      'usg-v500': 'USG (V500/V600) V500R005C20',
      'usg-v600': 'USG (V500/V600) V600R007C20',
      'ar-v300': 'AR V300 V300R019C10',
      vrp8: 'NE/NetEngine (VRP8)',
    };
    for (const { id } of products) {
      const [file] = languageService.newPair([end(0, id), end(1, id)]);
      const { snapshot } = analysedTexts({ a: file?.text ?? '' });
      const { devices } = languageService.tunnelOverview(snapshot, defaultSettings);
      assert.equal(devices[0]?.release, wanted[id], id);
    }
  });

  test('is formatted as its device saves it, and holds no key', () => {
    for (const { id } of products) {
      const [file] = languageService.newPair([end(0, id), end(1, id)]);
      const { snapshot } = analysedTexts({ a: file?.text ?? '' });
      assert.deepEqual(languageService.formatting(snapshot, 'file:///a.cfg'), [], id);
      assert.match(file?.text ?? '', /pre-shared-key (?:simple )?<type the key>\n/);
    }
  });

  test('is none where an answer is not right', () => {
    const [a, b] = [end(0, 'usg-v500'), end(1, 'ar-v300')];
    assert.equal(languageService.newPair([a, b]).length, 2);
    for (const wrong of [
      { name: '' },
      { name: a.name },
      { product: 'other' },
      { interface: 'outside' },
      { address: '203.0.113.1' },
      { address: a.address },
      { network: '10.1.1.0/24' },
      { name: 'x\nquit' },
    ])
      assert.equal(
        languageService.newPair([a, { ...b, ...wrong }]).length === 2,
        false,
        JSON.stringify(wrong),
      );
  });

  test('says what is wrong with an answer', () => {
    const problem = (check: NewPairCheck): string | undefined => languageService.newPairProblem(check);
    const right: readonly NewPairCheck[] = [
      { field: 'name', value: 'FW_A', other: 'FW_B' },
      { field: 'interface', value: 'Eth-Trunk1.100' },
      { field: 'interface', value: 'GigabitEthernet 0/0/1' },
      { field: 'address', value: '203.0.113.1/31', other: '203.0.113.2/31' },
      { field: 'network', value: '10.1.1.0/24', other: '10.1.2.0/24' },
    ];
    for (const check of right) assert.equal(problem(check), undefined, JSON.stringify(check));
    const wrong: readonly [NewPairCheck, RegExp][] = [
      [{ field: 'name', value: '1 A' }, /begins with a letter/],
      [{ field: 'name', value: 'FW_A', other: 'FW_A ' }, /other device has this name/],
      [{ field: 'interface', value: 'GE' }, /whole name/],
      [{ field: 'address', value: '300.1.1.1/24' }, /length of its mask/],
      [{ field: 'address', value: '203.0.113.0/24' }, /network itself/],
      [{ field: 'address', value: '203.0.113.255/24' }, /all in it/],
      [{ field: 'address', value: '203.0.113.1/24', other: '203.0.113.1/30' }, /has this address/],
      [{ field: 'network', value: '10.1.1.0/33' }, /length of its mask/],
      [{ field: 'network', value: '0.0.0.0/0' }, /length of its mask/],
      [{ field: 'network', value: '10.1.1.7/24' }, /begins at 10\.1\.1\.0/],
      [{ field: 'network', value: '10.1.1.0/24', other: '10.0.0.0/8' }, /overlap/],
    ];
    for (const [check, text] of wrong) assert.match(problem(check) ?? '', text, JSON.stringify(check));
  });
});

describe('redacted copy', () => {
  test('is the text without its keys, and nothing for a file that is not known', () => {
    const { snapshot } = analysedTexts({ a: 'ike peer a\n pre-shared-key Winter-Rain-77\n' });
    const text = languageService.redacted(snapshot, 'file:///a.cfg');
    assert.match(text ?? '', /^ike peer a\n pre-shared-key Masked-1\n$/);
    assert.equal(languageService.redacted(snapshot, 'file:///b.cfg'), undefined);
  });
});
