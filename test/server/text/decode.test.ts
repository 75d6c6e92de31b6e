import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { decode, isBinary, isMisreadGb18030 } from '../../../server/src/text/decode';

const CONFIG = '#\r\nsysname FW_A\r\n#\r\nike peer b\r\n remote-address 198.51.100.2\r\n#\r\nreturn\r\n';
/** `总部` and `出口` in GB18030. */
const GB = Buffer.from([0xd7, 0xdc, 0xb2, 0xbf, 0x20, 0xb3, 0xf6, 0xbf, 0xda]);

function bytesOf(...parts: (string | Uint8Array | readonly number[])[]): Buffer {
  return Buffer.concat(
    parts.map((part) =>
      typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part as Uint8Array),
    ),
  );
}

describe('text is decoded', () => {
  it('from UTF-8', () => {
    assert.deepEqual(decode(bytesOf(CONFIG, 'sysname 总部')), {
      text: `${CONFIG}sysname 总部`,
      encoding: 'utf-8',
    });
  });

  it('from nothing', () => {
    assert.deepEqual(decode(bytesOf()), { text: '', encoding: 'utf-8' });
  });

  it('from UTF-8 with a byte order mark, which is no part of the text', () => {
    assert.deepEqual(decode(bytesOf([0xef, 0xbb, 0xbf], CONFIG)), { text: CONFIG, encoding: 'utf-8' });
  });

  it('from UTF-16 in both orders', () => {
    const little = Buffer.from(`\ufeff${CONFIG}总部`, 'utf16le');
    const big = Buffer.from(little).swap16();
    assert.deepEqual(decode(little), { text: `${CONFIG}总部`, encoding: 'utf-16le' });
    assert.deepEqual(decode(big), { text: `${CONFIG}总部`, encoding: 'utf-16be' });
  });

  it('from UTF-16 that ends in half a character', () => {
    const cut = Buffer.from('\ufeffab', 'utf16le').subarray(0, 5);
    assert.equal(decode(cut)?.text, 'a\ufffd');
  });

  it('from GB18030 with two bytes a character', () => {
    assert.deepEqual(decode(bytesOf('sysname ', GB, '\n')), {
      text: 'sysname 总部 出口\n',
      encoding: 'gb18030',
    });
  });

  it('from GB18030 with four bytes a character', () => {
    // U+20000, and U+00E9 which has two bytes only in UTF-8
    const bytes = bytesOf('description ', [0x95, 0x32, 0x82, 0x36], ' ', GB, '\n');
    assert.deepEqual(decode(bytes), { text: 'description \u{20000} 总部 出口\n', encoding: 'gb18030' });
  });

  it('with the NULs of a save at its end kept', () => {
    assert.equal(decode(bytesOf(CONFIG, [0]))?.text, `${CONFIG}\0`);
    assert.equal(decode(bytesOf(CONFIG, new Uint8Array(4096)))?.text, CONFIG + '\0'.repeat(4096));
  });

  it('from a capture full of escape codes', () => {
    const text = '  ---- More ----\u001b[42D          \u001b[42D\b\b\u0007 ip address 10.1.1.1 24\r\n'.repeat(
      50,
    );
    assert.equal(decode(bytesOf(text))?.text, text);
  });

  it('from UTF-8 that was cut off within a character', () => {
    const whole = bytesOf('sysname 总部出口防火墙\n');
    const { text, encoding } = decode(whole.subarray(0, whole.length - 3)) ?? {};
    assert.equal(encoding, 'utf-8');
    assert.match(text ?? '', /^sysname 总部出口防火\ufffd+$/);
  });

  it('from UTF-8 with a broken byte among many characters', () => {
    const { text, encoding } = decode(bytesOf('总部'.repeat(20), [0xff], '出口\n')) ?? {};
    assert.equal(encoding, 'utf-8');
    assert.ok(text?.endsWith('\ufffd出口\n'));
  });

  it('from GB18030 that was cut off within a character', () => {
    const { text, encoding } = decode(bytesOf('sysname ', GB.subarray(0, -1))) ?? {};
    assert.equal(encoding, 'gb18030');
    assert.match(text ?? '', /^sysname 总部 出\ufffd$/);
  });

  it('from GB18030 with rare characters among the usual and a broken byte', () => {
    // 镕, which is not in GB2312
    const { text, encoding } = decode(bytesOf(GB, [0xe9, 0x46], GB, [0xff], '\n', GB)) ?? {};
    assert.equal(encoding, 'gb18030');
    assert.ok(text?.startsWith('总部 出口镕总部 出口\ufffd'));
  });

  it('from other code pages, which are no Chinese', () => {
    const latin = Buffer.from('description B\u00fcro S\u00e3o Paulo, Besan\u00e7on\n', 'latin1');
    // Склад in Windows-1251
    const cyrillic = bytesOf('description ', [0xd1, 0xea, 0xeb, 0xe0, 0xe4], '\n');
    for (const bytes of [latin, cyrillic]) {
      const { text, encoding } = decode(bytes) ?? {};
      assert.equal(encoding, 'utf-8');
      assert.ok(text?.startsWith('description ') && text.includes('\ufffd'));
      assert.ok(!isMisreadGb18030(bytes.toString('utf8'), bytes));
    }
  });

  it('from parts in both encodings, the better of the two', () => {
    const { text, encoding } = decode(bytesOf('sysname 总部出口\n', 'description ', GB, '\n')) ?? {};
    assert.equal(encoding, 'utf-8');
    assert.ok(text?.startsWith('sysname 总部出口\n'));
  });

  it('from any bytes without an error', () => {
    let state = 1;
    const next = () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 16;
    for (let round = 0; round < 3000; round++) {
      const bytes = Buffer.from(
        Array.from({ length: round % 70 }, () => (round % 3 ? next() : 32 + (next() % 200))),
      );
      decode(bytes);
      isMisreadGb18030(bytes.toString('utf8'), bytes);
    }
  });

  it('with a single byte of no encoding replaced', () => {
    const { text, encoding } = decode(bytesOf('description a', [0xff], 'b\n')) ?? {};
    assert.equal(encoding, 'utf-8');
    assert.equal(text, 'description a\ufffdb\n');
  });

  it('and its length is no matter', () => {
    const large = Buffer.alloc(20 << 20, 'ike peer b\n');
    assert.equal(decode(large)?.text.length, large.length);
    const broken = bytesOf(large, [0xff]);
    assert.equal(decode(broken)?.encoding, 'utf-8');
  });
});

describe('data is no text', () => {
  /** Bytes as in compressed files, the same on every run. */
  function noise(length: number): Buffer {
    const bytes = Buffer.alloc(length);
    let state = 12345;
    for (let at = 0; at < length; at++) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      bytes[at] = state >>> 16;
    }
    return bytes;
  }

  it('when it is an image', () => {
    const png = bytesOf([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 13], 'IHDR', noise(400));
    assert.equal(decode(png), undefined);
  });

  it('when it is an archive', () => {
    const lines = Array.from(
      { length: 500 },
      (_, n) => `interface GigabitEthernet0/0/${n}\n ip address 10.${n % 7}.${n % 251}.1 24\n`,
    );
    const zip = bytesOf('PK\u0003\u0004\u0014', [0, 0, 0], deflateRawSync(lines.join('')));
    assert.equal(decode(zip), undefined);
  });

  it('when it is noise', () => {
    assert.equal(decode(noise(64 << 10)), undefined);
    assert.ok(isBinary(noise(8192)));
  });

  it('when it is NULs between letters', () => {
    assert.equal(decode(Buffer.from(CONFIG.repeat(10), 'utf16le')), undefined);
  });

  it('yet not when it is NULs only: an empty save', () => {
    assert.equal(decode(new Uint8Array(3))?.text, '\0\0\0');
  });
});

describe('a text that was read in the wrong encoding', () => {
  const gb = bytesOf('sysname ', GB, '\n');

  it('is noticed', () => {
    assert.ok(isMisreadGb18030(gb.toString('utf8'), gb));
  });

  it('is not suspected when it was read well', () => {
    assert.ok(!isMisreadGb18030('sysname 总部 出口\n', gb));
  });

  it('is not suspected when it is UTF-8 with the mark for a lost character in it', () => {
    const lost = bytesOf('description a\ufffdb 总部\n');
    assert.ok(!isMisreadGb18030(lost.toString('utf8'), lost));
  });

  it('is not suspected when it is UTF-8 that was cut off', () => {
    const cut = bytesOf('sysname 总部出口防火墙').subarray(0, -1);
    assert.ok(!isMisreadGb18030(cut.toString('utf8'), cut));
  });
});
