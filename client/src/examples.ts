import * as vscode from 'vscode';
import { EXAMPLE_CAPTURE, EXAMPLE_FILES } from './exampleFiles';
import { isOurs } from './languages';

/** What the folder of a copy is called. */
const FOLDER = 'huawei-ipsec-example';

/** What the command can be told instead of asking. */
interface ExampleArguments {
  /** The folder that a copy is put into; without it the files are opened unsaved. */
  readonly folder?: vscode.Uri;
}

/** The example that comes with the extension: two firewalls whose tunnel does not come up, and what one of them printed. */
export class Examples {
  constructor(private readonly extension: vscode.Uri) {}

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      vscode.commands.registerCommand('huaweiIpsec.openExample', (given?: ExampleArguments) =>
        this.open(given),
      ),
      vscode.commands.registerCommand('huaweiIpsec.hoverExample', () => this.hover()),
    );
  }

  private async open(given: ExampleArguments | undefined): Promise<void> {
    const chosen = given ?? (await this.ask());
    if (!chosen) return;
    if (chosen.folder) await this.copyInto(chosen.folder);
    else await this.openUnsaved();
  }

  /** Where the example goes: into a folder that a person picks, or nowhere. Undefined where the person gives up. */
  private async ask(): Promise<ExampleArguments | undefined> {
    const items = [
      {
        label: vscode.l10n.t('Open without saving'),
        detail: vscode.l10n.t('Three new documents in this window; nothing is written.'),
        copies: false,
      },
      {
        label: vscode.l10n.t('Copy into a folder…'),
        detail: vscode.l10n.t('A folder {0} of your own to work in.', FOLDER),
        copies: true,
      },
    ];
    const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Open the Example') });
    if (!picked?.copies) return picked && {};
    const [folder] =
      (await vscode.window.showOpenDialog({
        canSelectFolders: true,
        canSelectFiles: false,
        openLabel: vscode.l10n.t('Copy the Example Here'),
      })) ?? [];
    return folder && { folder };
  }

  private async read(name: string): Promise<Uint8Array> {
    return vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.extension, 'examples', name));
  }

  /** Writes a copy, and opens it: as the folder of a window, unless it lies in one that is open. */
  private async copyInto(folder: vscode.Uri): Promise<void> {
    const target = await freeFolder(folder);
    try {
      await vscode.workspace.fs.createDirectory(target);
      for (const name of EXAMPLE_FILES)
        await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(target, name), await this.read(name));
    } catch (error) {
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      return;
    }
    if (vscode.workspace.getWorkspaceFolder(target)) {
      const documents = EXAMPLE_FILES.map((name) =>
        vscode.workspace.openTextDocument(vscode.Uri.joinPath(target, name)),
      );
      await show(await Promise.all(documents));
      return;
    }
    const forceNewWindow = (vscode.workspace.workspaceFolders ?? []).length > 0;
    await vscode.commands.executeCommand('vscode.openFolder', target, { forceNewWindow });
  }

  private async openUnsaved(): Promise<void> {
    const documents: vscode.TextDocument[] = [];
    for (const name of EXAMPLE_FILES) {
      const content = new TextDecoder().decode(await this.read(name));
      const language = name.endsWith('.cfg') ? 'huawei-vrp' : 'huawei-vrp-output';
      documents.push(await vscode.workspace.openTextDocument({ content, language }));
    }
    await show(documents);
  }

  /** Shows what a hover says of a cause that a device printed: in the example where it is open, else in one that is opened for it. */
  private async hover(): Promise<void> {
    const { cause } = EXAMPLE_CAPTURE;
    const isCapture = (document: vscode.TextDocument): boolean =>
      isOurs(document) && document.languageId === 'huawei-vrp-output' && document.getText().includes(cause);
    if (!vscode.workspace.textDocuments.some(isCapture)) await this.openUnsaved();
    const document = vscode.workspace.textDocuments.find(isCapture);
    if (!document) return;
    const at = document.positionAt(document.getText().indexOf(cause) + 1);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at), preview: false });
    await vscode.commands.executeCommand('editor.action.showHover');
  }
}

/** Shows the first two of some documents side by side, the others behind the first. */
async function show(documents: readonly vscode.TextDocument[]): Promise<void> {
  const [first, second, ...others] = documents;
  const shown = (document: vscode.TextDocument | undefined, viewColumn: vscode.ViewColumn) =>
    document && vscode.window.showTextDocument(document, { viewColumn, preview: false });
  for (const document of others) await shown(document, vscode.ViewColumn.One);
  await shown(first, vscode.ViewColumn.One);
  await shown(second, vscode.ViewColumn.Two);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** A folder that is not there yet: nothing of anybody's is written over. */
async function freeFolder(parent: vscode.Uri): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const uri = vscode.Uri.joinPath(parent, number === 1 ? FOLDER : `${FOLDER}-${number}`);
    if (!(await exists(uri))) return uri;
  }
}
