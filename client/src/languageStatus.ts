import * as vscode from 'vscode';
import { FILE_DEVICES, type FileDevice } from '../../server/src/protocol';
import type { ServerConnection } from './connection';
import type { LanguageDetection } from './languageDetection';
import { CANDIDATES, isOurs, OUR_LANGUAGES } from './languages';
import type { TunnelOverviewModel } from './tunnelOverview';
import { countText } from './tunnelsView';

/** How the language of a file came about. */
function detectionText(isChosen: boolean, isHuawei: boolean): string {
  if (isChosen) return vscode.l10n.t('chosen for this file');
  return isHuawei ? vscode.l10n.t('recognised by its content') : vscode.l10n.t('by its content');
}

/**
 * The entries of VS Code's language status: which language the file has and why, which devices it is about, and what the server is doing
 * or could not read.
 */
export class LanguageStatus implements vscode.Disposable {
  private readonly language: vscode.LanguageStatusItem;
  private readonly device: vscode.LanguageStatusItem;
  private readonly file: vscode.LanguageStatusItem;
  private readonly disposables: { dispose(): unknown }[];
  /** How often the devices of a file have been asked for: only the last answer counts. */
  private asked = 0;

  constructor(
    private readonly detection: LanguageDetection,
    private readonly connection: ServerConnection,
    private readonly overview: TunnelOverviewModel,
  ) {
    const selector = OUR_LANGUAGES.map((language) => ({ language }));
    // The way back to one of our languages as well: a file that was not recognised shows what may be changed.
    this.language = vscode.languages.createLanguageStatusItem(
      'huaweiIpsec.language',
      [...OUR_LANGUAGES, ...CANDIDATES].map((language) => ({ language })),
    );
    this.language.name = vscode.l10n.t('Huawei language detection');
    this.language.command = {
      title: vscode.l10n.t('Change'),
      command: 'huaweiIpsec.chooseLanguage',
    };
    this.device = vscode.languages.createLanguageStatusItem('huaweiIpsec.device', selector);
    this.device.name = vscode.l10n.t('Huawei device');
    this.device.command = { title: vscode.l10n.t('Tunnels'), command: 'huaweiIpsec.tunnels.focus' };
    this.file = vscode.languages.createLanguageStatusItem('huaweiIpsec.file', selector);
    this.file.name = vscode.l10n.t('Huawei IPsec analysis');
    const update = (): void => {
      this.update();
    };
    this.disposables = [
      this.language,
      this.device,
      this.file,
      vscode.window.onDidChangeActiveTextEditor(update),
      vscode.workspace.onDidOpenTextDocument(update),
      detection.onDidChange(update),
      connection.onDidChangeStatus(update),
      connection.onDidChangeProblems(update),
      overview.onDidChange(update),
      vscode.commands.registerCommand('huaweiIpsec.stopReading', () => connection.stopReading()),
    ];
    this.update();
  }

  dispose(): void {
    this.disposables.forEach((each) => {
      each.dispose();
    });
  }

  private update(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) return;
    this.tellLanguage(document);
    this.tellFile(document);
    if (isOurs(document)) void this.tellDevice(document);
  }

  private tellLanguage(document: vscode.TextDocument): void {
    this.language.text =
      document.languageId === 'huawei-vrp'
        ? vscode.l10n.t('Huawei configuration')
        : isOurs(document)
          ? vscode.l10n.t('Huawei capture')
          : vscode.l10n.t('Not a Huawei file');
    const isChosen = this.detection.choiceFor(document.uri) !== undefined;
    this.language.detail = detectionText(isChosen, isOurs(document));
  }

  private tellFile(document: vscode.TextDocument): void {
    const { file } = this;
    const { problem, busy } = this.connection.statusOf(document.uri);
    const reading = this.connection.folderReading;
    file.severity =
      problem !== undefined || reading?.state === 'stopped'
        ? vscode.LanguageStatusSeverity.Warning
        : vscode.LanguageStatusSeverity.Information;
    file.busy = busy || reading?.state === 'reading';
    file.text = problem ?? vscode.l10n.t('IPsec analysis is on');
    file.detail = '';
    file.command = undefined;
    if (reading?.state === 'reading') {
      file.detail = vscode.l10n.t('reading the workspace: {0}', reading.text);
      file.command = { title: vscode.l10n.t('Stop'), command: 'huaweiIpsec.stopReading' };
    } else if (reading?.state === 'stopped') {
      file.detail = vscode.l10n.t('the workspace is read in part');
      file.command = { title: vscode.l10n.t('Read Again'), command: 'huaweiIpsec.restartServer' };
    }
  }

  /** What is said of the devices hangs on all files: it is asked for once edits rest, and typing does not wait for it. */
  private async tellDevice({ uri }: vscode.TextDocument): Promise<void> {
    const number = ++this.asked;
    const devices = await this.connection
      .request<FileDevice[]>(FILE_DEVICES, { uri: uri.toString() })
      .catch(() => undefined);
    if (number !== this.asked) return;
    const [only, ...others] = devices ?? [];
    if (!only) {
      this.device.text = vscode.l10n.t('No device');
      this.device.detail = '';
    } else if (others.length === 0) {
      const own = this.overview.current.tunnels.filter(({ ends }) =>
        ends.some(({ device }) => device === only.name),
      );
      this.device.text = only.name;
      this.device.detail = [only.release ?? vscode.l10n.t('release not known'), countText(own)].join(' · ');
    } else {
      this.device.text = vscode.l10n.t('{0} devices', others.length + 1);
      this.device.detail = [only, ...others].map(({ name }) => name).join(', ');
    }
  }
}
