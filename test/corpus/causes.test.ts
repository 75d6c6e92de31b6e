import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { causeByName, causeByReasonCode, findCauses } from '../../server/src/causes/find';
import { languageService, Workspace } from '../../server/src/languageService';
import { corpus, skip, workspaceOf } from './load';

/** The cause whose page the hover at a place shows. */
function causeAt(workspace: Workspace, uri: string, line: number, character: number): string | undefined {
  const found = languageService.hover(workspace.snapshot, uri, { line, character });
  const title = /^### `(.+)`/.exec(found ? (found.contents as { value: string }).value : '')?.[1];
  return title === undefined ? undefined : causeByName(title)?.name;
}

/** The rows of a table of reasons, without its head. */
function rowsOf(file: string): string[][] {
  const [, ...rows] = readFileSync(join(corpus, 'syslog', file), 'utf8').split(/\r?\n/);
  return rows.filter((row) => row.trim() !== '').map((row) => row.split('\t'));
}

describe('causes in real files', { skip }, () => {
  it('no line of a configuration is taken for one', () => {
    const workspace = workspaceOf('configs');
    const files = [...workspace.snapshot.all].filter(({ document }) => document.language === 'huawei-vrp');
    assert.ok(files.length > 100);
    for (const { uri, document } of files) {
      document.text.split(/\r\n|\r|\n/).forEach((text, line) => {
        for (const { start } of findCauses(text)) {
          assert.equal(causeAt(workspace, uri, line, start + 1), undefined, `${uri}: ${text}`);
        }
      });
    }
  });

  it('every row of a record of errors or ends is explained', () => {
    let rows = 0;
    for (const file of [
      'USG6000E_display_ike_offline-info.txt',
      'USG6000E_display_ipsec_history_record.txt',
      'S_switch_display_ike_offline-info.txt',
      'S_switch_display_ipsec_history_record.txt',
      'NE40E_dispaly_ike_history.txt',
    ]) {
      const text = readFileSync(join(corpus, 'displays', file), 'utf8');
      const workspace = new Workspace();
      workspace.set('file:///capture.txt', text, 'huawei-vrp-output');
      text.split(/\r?\n/).forEach((line, number) => {
        const isRow = /\d{4}[/-]\d\d[/-]\d\d\s+\d\d:\d\d/.test(line) && /^\s*\d+\.\d+\.\d+\.\d+/.test(line);
        if (!isRow && !line.startsWith('last-offline-reason')) return;
        rows += 1;
        const at = Array.from(line, (_, character) =>
          causeAt(workspace, 'file:///capture.txt', number, character),
        );
        assert.ok(
          at.some((cause) => cause !== undefined),
          `${file}: ${line}`,
        );
      });
    }
    assert.ok(rows >= 14, `only ${rows} rows`);
  });

  it('every reason of the lists of alarms and logs is known, under its code', () => {
    for (const file of ['reason_codes.tsv', 'reason_codes_addendum.tsv']) {
      for (const [code, reason = ''] of rowsOf(file)) {
        const name = reason.replace(/ \(.*$/, '');
        assert.ok(causeByName(name), name);
        assert.equal(causeByReasonCode(Number(code)), causeByName(name), `${code ?? ''}: ${name}`);
      }
    }
    for (const file of ['offline_reasons.tsv', 'error_reasons_without_code.tsv']) {
      for (const [reason = ''] of rowsOf(file)) assert.ok(causeByName(reason), reason);
    }
    for (const [, reason = ''] of rowsOf('otc_vpn_disconnect_causes.tsv')) {
      assert.ok(causeByName(reason), reason);
    }
  });
});
