import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ProblemNode } from '../../../server/src/protocol';
import { errorInfo, played } from '../../server/troubleshooting/terminal';
import { capture, configuration, type Firewall } from '../../server/workspace/sessions';
import { closeEditors, openFile, product, until, untilDiagnostics, untilLanguage } from './editor';
import { hasPage, screenshot, textOf } from './page';
import { afterEach, suite, test } from './runner';

const KEY = 'Winter-Rain-77';

/** Two firewalls that no other file of the workspace knows. */
const pair = (names: readonly [string, string], network: number): readonly [Firewall, Firewall] => {
  const end = (at: 0 | 1): Firewall => ({
    name: names[at],
    own: `192.0.2.${network + at}`,
    peer: `192.0.2.${network + 1 - at}`,
    lan: `10.${network}.${at}.0`,
    remoteLan: `10.${network}.${1 - at}.0`,
  });
  return [end(0), end(1)];
};

const weak = (text: string): string =>
  text.replace('dh group14', 'dh group2').replace('MODP-2048', 'MODP-1024');
const keyed = (text: string): string => text.replace(/pre-shared-key .*/, `pre-shared-key simple ${KEY}`);

const codeOf = ({ code }: vscode.Diagnostic): unknown => (typeof code === 'object' ? code.value : code);
const has =
  (code: string) =>
  (all: readonly vscode.Diagnostic[]): boolean =>
    all.some((each) => codeOf(each) === code);

async function opened(name: string, text: string): Promise<vscode.TextDocument> {
  const { document } = await openFile(name, text);
  return untilLanguage(document.uri, name.endsWith('.cfg') ? 'huawei-vrp' : 'huawei-vrp-output');
}

function tree(): vscode.TreeDataProvider<ProblemNode> {
  return (product() as vscode.Extension<{ troubleshooting: vscode.TreeDataProvider<ProblemNode> }>).exports
    .troubleshooting;
}

async function below(node?: ProblemNode): Promise<ProblemNode[]> {
  return (await tree().getChildren(node)) ?? [];
}

/** The problem of a device, as the view has it. */
async function problemOf(name: string): Promise<ProblemNode | undefined> {
  return (await below()).find(({ label }) => label.startsWith(name));
}

/** The states of the steps of a cause of a device's problem; undefined where the view has no such cause. */
async function statesOf(name: string, cause: string): Promise<string | undefined> {
  const problem = await problemOf(name);
  const found = problem && (await below(problem)).find(({ label }) => label === cause);
  return found && [found.state, ...(await below(found)).map(({ state }) => state)].join(' ');
}

async function untilStates(name: string, cause: string, wanted: string): Promise<void> {
  let last: string | undefined;
  await until(`${cause} of ${name} to be ${wanted}`, async () => {
    last = await statesOf(name, cause);
    return last === wanted;
  }).catch((error: unknown) => {
    throw new Error(`${String(error)}; it is ${last ?? 'not there'}`);
  });
}

async function preferredAt(uri: vscode.Uri, range: vscode.Range): Promise<vscode.CodeAction | undefined> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
  );
  return actions.find(({ isPreferred }) => isPreferred);
}

suite('troubleshooting', () => {
  afterEach(closeEditors);

  test('two configurations and an error-info: from the row to the line, its repair, and a report', async () => {
    const [hq, branch] = pair(['HQ_ONE', 'BRANCH_ONE'], 11);
    await opened('hq_one.cfg', keyed(configuration(hq)));
    const config = await opened('branch_one.cfg', weak(keyed(configuration(branch))));
    const rows = [
      { peer: hq.own, reason: 'initiator dh mismatch', time: '2026-03-02 09:14:27' },
      { peer: hq.own, reason: 'initiator dh mismatch', time: '2026-03-02 08:14:27' },
    ];
    const log = await opened('branch_one.txt', errorInfo(branch.name, rows));
    const all = await untilDiagnostics(log.uri, has('cause-explained'));
    const [row] = all.filter((each) => codeOf(each) === 'cause-explained');
    assert.ok(row);
    assert.equal(log.getText(row.range), 'initiator dh mismatch');
    assert.match(
      row.message,
      /2 times, from 2026-03-02 08:14:27 to 2026-03-02 09:14:27.*because: BRANCH_ONE has dh group2/,
    );
    assert.ok(row.relatedInformation?.some(({ location }) => location.uri.path.endsWith('/hq_one.cfg')));
    await untilStates('BRANCH_ONE ↔', 'initiator dh mismatch', 'explained differs');

    const problem = await problemOf('BRANCH_ONE ↔');
    assert.ok(problem);
    await vscode.commands.executeCommand('huaweiIpsec.troubleshooting.focus');
    await until('the problem to be drawn', async () =>
      !hasPage || (await textOf('.pane-body .monaco-list-row')).join(' ').includes('BRANCH_ONE')
        ? true
        : undefined,
    );
    await screenshot('troubleshooting');
    await vscode.commands.executeCommand('huaweiIpsec.report', problem);
    const report = await until('the report', () =>
      vscode.window.activeTextEditor?.document.languageId === 'markdown'
        ? vscode.window.activeTextEditor.document
        : undefined,
    );
    assert.ok(report.isUntitled);
    assert.match(report.getText(), /^# BRANCH_ONE ↔ HQ_ONE: fails: phase 1/);
    assert.match(report.getText(), /`branch_one\.cfg:\d+`/);
    assert.ok(!report.getText().includes(KEY) && !report.getText().includes('/tmp'));
    await screenshot('tunnel-report');

    const repair = await preferredAt(log.uri, row.range);
    assert.ok(repair?.edit);
    assert.ok(await vscode.workspace.applyEdit(repair.edit));
    await untilDiagnostics(log.uri, (now) => !has('cause-explained')(now) && has('cause-contradicted')(now));
    await untilDiagnostics(config.uri, (now) => !has('dh-group-mismatch')(now));
    await untilStates('BRANCH_ONE ↔', 'initiator dh mismatch', 'contradicted agrees');
  }, 90);

  test('two captures only: the script on the clipboard asks for the other end, and its answers settle the step', async () => {
    const [hq, branch] = pair(['HQ_TWO', 'BRANCH_TWO'], 21);
    const rows = [{ peer: branch.own, reason: 'initiator dh mismatch', time: '2026-03-02 09:14:27' }];
    const own = await opened('hq_two.txt', capture(hq) + errorInfo(hq.name, rows));
    await untilDiagnostics(own.uri, has('cause-open'));
    await untilStates('HQ_TWO ↔', 'initiator dh mismatch', 'open open');
    await vscode.commands.executeCommand('huaweiIpsec.collectEvidence', await problemOf('HQ_TWO ↔'));
    const script = await until('the script on the clipboard', async () => {
      const text = await vscode.env.clipboard.readText();
      return text.startsWith('screen-length 0 temporary') ? text : undefined;
    });
    assert.match(script, /\ndisplay ike proposal\n/);
    const other = await opened('branch_two.txt', played({ text: script }, branch, weak));
    await untilStates('BRANCH_TWO ↔ HQ_TWO', 'initiator dh mismatch', 'explained differs');
    const [row] = (await untilDiagnostics(own.uri, has('cause-explained'))).filter(
      (each) => codeOf(each) === 'cause-explained',
    );
    assert.match(row?.message ?? '', /BRANCH_TWO/);
    const linked = row?.relatedInformation?.find(({ location }) => location.uri.path === other.uri.path);
    assert.ok(linked);
    assert.equal(other.getText(linked.location.range), 'MODP-1024');
    await screenshot('troubleshooting-captures');
  }, 90);

  test('a log of a night with 10,000 lines: one row in the summary, and the change of cause is seen', async () => {
    const [hq, branch] = pair(['HQ_NIGHT', 'BRANCH_NIGHT'], 31);
    await opened('hq_night.cfg', configuration(hq));
    const config = await opened('branch_night.cfg', weak(configuration(branch)));
    const start = Date.UTC(2026, 10, 25, 20, 0, 0);
    const at = (second: number): string => {
      const [, day, month, year, time] =
        /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(start + second * 1000).toUTCString()) ?? [];
      return `${month} ${day} ${year} ${time}`;
    };
    const failed = (reason: string): string =>
      `%%01IKE/5/IKE_NEGO_FAIL(l)[3]:IKE negotiation failed. (Peer address: ${hq.own}; Port: 500; Fail reason: ${reason}; Version: v2)`;
    const lines = Array.from({ length: 10_000 }, (_, line) => {
      const what =
        line % 25 !== 0
          ? `%%01IFNET/4/IF_STATE(l)[${line}]:Interface GigabitEthernet1/0/7 has turned into UP state.`
          : failed(line < 5000 ? 'version mismatch' : 'initiator dh mismatch');
      return `${at(line * 4)} ${branch.name} ${what}`;
    });
    const log = await opened('night.log', `${lines.join('\n')}\n`);
    assert.equal(log.lineCount, 10_001);
    const all = await untilDiagnostics(log.uri, has('cause-explained'));
    const explained = all.filter((each) => codeOf(each) === 'cause-explained');
    assert.equal(explained.length, 1);
    const [row] = explained;
    assert.ok(row);
    assert.equal(row.range.start.line, 9975);
    assert.match(row.message, /200 times, from 2026-11-26 01:33:20 to 2026-11-26 07:05:00/);
    await untilStates('BRANCH_NIGHT ↔', 'initiator dh mismatch', 'explained differs');
    await untilStates('BRANCH_NIGHT ↔', 'version mismatch', 'contradicted agrees');
    const problem = await problemOf('BRANCH_NIGHT ↔');
    assert.deepEqual(
      (await below(problem)).map(({ label }) => label),
      ['version mismatch', 'initiator dh mismatch'],
    );
    const repair = await preferredAt(log.uri, row.range);
    assert.ok(repair?.edit);
    assert.ok(await vscode.workspace.applyEdit(repair.edit));
    await untilDiagnostics(log.uri, (now) => !has('cause-explained')(now) && has('cause-contradicted')(now));
    await untilStates('BRANCH_NIGHT ↔', 'initiator dh mismatch', 'contradicted agrees');
    // What is typed by hand counts as well.
    const editor = await vscode.window.showTextDocument(config);
    const line = config.getText().split('\n').indexOf(' dh group14');
    await editor.edit((edit) => {
      edit.replace(config.lineAt(line).range, ' dh group1');
    });
    await untilStates('BRANCH_NIGHT ↔', 'initiator dh mismatch', 'explained differs');
  }, 90);
});
