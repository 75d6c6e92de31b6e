import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { configuration, type Firewall } from '../../server/workspace/sessions';
import { closeEditors, openFile, until, untilLanguage, workspaceFolder } from './editor';
import { hasPage, press, screenshot, webView } from './page';
import { afterEach, skip, suite, test } from './runner';

/** Two firewalls of their own for each test: a file that was open in the one before may still be known. */
function firewalls(number: number): { hq: Firewall; branch: Firewall } {
  const [own, peer] = [`192.0.2.${70 + 2 * number}`, `192.0.2.${71 + 2 * number}`];
  const [lan, remoteLan] = [`10.7${number}.0.0`, `10.7${number}.1.0`];
  return {
    hq: { name: `HQ_MAP${number}`, own, peer, lan, remoteLan },
    branch: { name: `BRANCH_MAP${number}`, own: peer, peer: own, lan: remoteLan, remoteLan: lan },
  };
}

/** The two on the map. */
interface Shown {
  readonly hq: vscode.TextDocument;
  readonly branch: vscode.TextDocument;
  readonly hqName: string;
  readonly branchName: string;
  /** What finds the box of the first one, and the tunnel. */
  readonly node: string;
  readonly tunnel: string;
}

const DEVICES = 'header label:nth-of-type(1) select';
const CAUSES = 'header label:nth-of-type(2) select';

async function opened(name: string, text: string): Promise<vscode.TextDocument> {
  const { document } = await openFile(name, text);
  return untilLanguage(document.uri, 'huawei-vrp');
}

async function labelsOf(selector: string): Promise<string[]> {
  return webView.attributesOf(selector, 'aria-label').catch(() => []);
}

/** Waits until the cursor stands in a line of a file that begins so. */
async function untilLine(uri: vscode.Uri, begins: string): Promise<void> {
  await until(`the cursor in "${begins}" of ${uri.path}`, () => {
    const editor = vscode.window.activeTextEditor;
    return (
      editor?.document.uri.toString() === uri.toString() &&
      editor.document.lineAt(editor.selection.active.line).text.startsWith(begins)
    );
  });
}

/** Opens the map with two firewalls, of which the second one is weak. */
async function openMap(number: number): Promise<Shown> {
  const both = firewalls(number);
  const [hqName, branchName] = [both.hq.name, both.branch.name];
  const hq = await opened(`hq_map${number}.cfg`, configuration(both.hq));
  const weak = configuration(both.branch).replace('dh group14', 'dh group2');
  const branch = await opened(`branch_map${number}.cfg`, weak);
  await vscode.commands.executeCommand('huaweiIpsec.showTunnelMap');
  const tunnel = `.tunnel[aria-label*="${hqName}"]`;
  await until('the tunnel on the map', async () =>
    (await labelsOf(tunnel)).some((each) => each.includes('fails')),
  );
  return { hq, branch, hqName, branchName, tunnel, node: `.device[aria-label^="${hqName},"]` };
}

/** Leaves on the map what one device has to do with. */
async function showOnly(name: string): Promise<void> {
  await webView.select(DEVICES, name);
  await until(`the map of ${name}`, async () => (await labelsOf('.world .tunnel')).length === 1);
}

/** Lets the map be saved where the dialog proposes, and gives what was written. */
async function saved(button: string, name: string): Promise<Uint8Array> {
  const target = vscode.Uri.joinPath(workspaceFolder(), name);
  await webView.click(`button:has-text("${button}")`);
  // The dialog of this VS Code is a list in its page: Enter takes what it proposes.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await press('Enter');
  const bytes = await until(`${name} to be written`, async () => {
    const written = await Promise.resolve(vscode.workspace.fs.readFile(target)).catch(() => undefined);
    return written && written.length > 0 ? written : undefined;
  });
  await vscode.workspace.fs.delete(target);
  return bytes;
}

const inPage = hasPage ? test : skip;

suite('tunnel map', () => {
  afterEach(closeEditors);

  inPage('draws the tunnels with their verdicts, leads to their ends, and follows an edit', async () => {
    const { hq, branch, tunnel, node, hqName } = await openMap(1);
    const [label] = await labelsOf(tunnel);
    assert.match(label ?? '', /^\w+_MAP1 ↔ \w+_MAP1: fails: phase 1, .*initiator dh mismatch/);
    assert.match((await labelsOf(node))[0] ?? '', /V600R007C00SPC500, tunnels: 1, failing: 1/);
    await screenshot('tunnel-map');

    await webView.click(node);
    await untilLine(hq.uri, `sysname ${hqName}`);
    await webView.click(`${tunnel} .mark`);
    await until('an end of the tunnel', () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.lineAt(editor.selection.active.line).text.startsWith('ipsec policy map1');
    });
    assert.ok((await webView.textOf('.details h2'))[0]?.includes(hqName));
    await screenshot('tunnel-map-beside');

    const edit = new vscode.WorkspaceEdit();
    const line = branch.getText().split('\n').indexOf(' dh group2');
    edit.replace(branch.uri, branch.lineAt(line).range, ' dh group14');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until('the tunnel to come up on the map', async () =>
      (await labelsOf(`${tunnel}.ok`)).some((each) => each.endsWith(': ok')),
    );
  });

  inPage('is filtered by device, cause and verdict', async () => {
    const { hqName, branchName } = await openMap(2);
    await showOnly(hqName);
    const names = (await labelsOf('.world .device')).map((label) => label.split(',')[0]);
    assert.deepEqual(names.sort(), [branchName, hqName]);
    await webView.select(CAUSES, 'initiator dh mismatch');
    assert.deepEqual(await webView.textOf('.summary'), ['Tunnels: 1, devices: 2, failing: 1']);
    await webView.select(DEVICES, '');
    await webView.click('header input');
    assert.ok((await labelsOf('.world .tunnel')).every((label) => label.includes('fails')));
  });

  inPage('is used with the keyboard alone', async () => {
    const { hq, branch, hqName, node, tunnel } = await openMap(3);
    await showOnly(hqName);
    await webView.focus(node);
    await press('Enter');
    await untilLine(hq.uri, 'sysname');
    await vscode.commands.executeCommand('huaweiIpsec.showTunnelMap');
    await webView.focus(node);
    await press('Home');
    await until('the tunnel to be selected', async () => (await labelsOf('.tunnel.selected')).length === 1);
    assert.deepEqual(await webView.attributesOf('.world [tabindex="0"]', 'class'), ['tunnel fails selected']);
    await screenshot('tunnel-map-keyboard');
    const [first, second] = (await labelsOf(tunnel))[0]?.startsWith(hqName) ? [hq, branch] : [branch, hq];
    await press('Enter');
    await untilLine(first.uri, 'ipsec policy');
    await vscode.commands.executeCommand('huaweiIpsec.showTunnelMap');
    await webView.focus(tunnel);
    await press('Shift+Enter');
    await untilLine(second.uri, 'ipsec policy');
  });

  inPage('is saved as a picture that needs nothing else', async () => {
    const { hqName, branchName } = await openMap(4);
    const svg = new TextDecoder().decode(await saved('SVG', 'tunnels.svg'));
    assert.match(svg, /^<\?xml.*<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/s);
    assert.ok(svg.includes(hqName) && svg.includes(branchName) && svg.includes('fails: phase 1'));
    assert.doesNotMatch(svg, /var\(|class=|<style|NaN|undefined/);
    assert.match(svg, /stroke="rgb\(/);
    const png = await saved('PNG', 'tunnels.png');
    assert.deepEqual([...png.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    assert.ok(png.length > 2000);
  });
});
