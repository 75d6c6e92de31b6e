import * as vscode from 'vscode';
import { COPY_SCRIPT_COMMAND, OPEN_SCRIPT_COMMAND, type DeviceScriptInfo } from '../../server/src/protocol';
import type { LanguageId } from '../../server/src/syntax/classify';

/** The script that is meant: of several devices the one a person picks. */
async function pick(scripts: readonly DeviceScriptInfo[]): Promise<DeviceScriptInfo | undefined> {
  if (scripts.length < 2) return scripts[0];
  const items = scripts.map((script) => ({ label: script.device, description: script.summary, script }));
  const title = vscode.l10n.t('Copy the commands for which device?');
  return (await vscode.window.showQuickPick(items, { title }))?.script;
}

/** Copies what is to be typed on a device, says what to know besides, and goes on to the next device where there are several. */
export async function copyScripts(scripts: readonly DeviceScriptInfo[]): Promise<void> {
  const script = await pick(scripts);
  if (!script) return;
  await vscode.env.clipboard.writeText(script.text);
  const others = scripts.filter((each) => each !== script);
  const open = vscode.l10n.t('Open as Script');
  const next = vscode.l10n.t('Next Device');
  const said = [vscode.l10n.t('Copied the commands for {0}.', script.device), ...script.remarks];
  const buttons = [open, ...(others.length > 0 ? [next] : [])];
  void vscode.window.showInformationMessage(said.join(' '), ...buttons).then(async (chosen) => {
    if (chosen === open) await openScript(script);
    if (chosen === next) await copyScripts(others);
  });
}

const CONFIGURATION: LanguageId = 'huawei-vrp';

async function openScript({ text }: DeviceScriptInfo): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: CONFIGURATION, content: text });
  await vscode.window.showTextDocument(document);
}

/** The commands about what is to be typed on devices. */
export function registerDeviceScripts(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(COPY_SCRIPT_COMMAND, copyScripts),
    vscode.commands.registerCommand(OPEN_SCRIPT_COMMAND, openScript),
  );
}
