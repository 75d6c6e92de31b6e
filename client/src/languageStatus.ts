import * as vscode from 'vscode';
import type { ServerConnection } from './connection';
import type { LanguageDetection } from './languageDetection';
import { CANDIDATES, isOurs, OUR_LANGUAGES } from './languages';

/** The entries of VS Code's language status: which language the file has and why, and what the server could not read. */
export class LanguageStatus implements vscode.Disposable {
  private readonly language: vscode.LanguageStatusItem;
  private readonly file: vscode.LanguageStatusItem;
  private readonly disposables: { dispose(): unknown }[];

  constructor(
    private readonly detection: LanguageDetection,
    private readonly connection: ServerConnection,
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
    this.file = vscode.languages.createLanguageStatusItem('huaweiIpsec.file', selector);
    this.file.name = vscode.l10n.t('Huawei IPsec analysis');
    this.disposables = [
      this.language,
      this.file,
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.update();
      }),
      vscode.workspace.onDidOpenTextDocument(() => {
        this.update();
      }),
      detection.onDidChange(() => {
        this.update();
      }),
      connection.onDidChangeStatus(() => {
        this.update();
      }),
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
    const chosen = this.detection.choiceFor(document.uri);
    this.language.text =
      document.languageId === 'huawei-vrp'
        ? vscode.l10n.t('Huawei configuration')
        : isOurs(document)
          ? vscode.l10n.t('Huawei capture')
          : vscode.l10n.t('Not a Huawei file');
    this.language.detail = chosen
      ? vscode.l10n.t('chosen for this file')
      : isOurs(document)
        ? vscode.l10n.t('recognised by its content')
        : vscode.l10n.t('by its content');
    const status = this.connection.statusOf(document.uri);
    this.file.severity = status.problem
      ? vscode.LanguageStatusSeverity.Warning
      : vscode.LanguageStatusSeverity.Information;
    this.file.busy = status.busy;
    this.file.text = status.problem ?? vscode.l10n.t('IPsec analysis is on');
  }
}
