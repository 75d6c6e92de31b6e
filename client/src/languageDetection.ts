import * as vscode from 'vscode';
import type { LanguageId } from '../../server/src/syntax/classify';
import { detectLanguage } from '../../server/src/syntax/detect';
import { isGeneric, isOurs, OUR_LANGUAGES } from './languages';

/** What a person chose for a file: one of our languages, or none of them. */
type Choice = LanguageId | 'none';

const CHOICES_KEY = 'huaweiIpsec.languageChoices';
const MAX_CHOICES = 500;

/** The beginning of a document that detection looks at, in lines. */
const HEAD_LINES = 200;

/** An unsaved file is looked at again while it is this short, so that pasted text is recognised. */
const MAX_LINES_WHILE_TYPING = 5000;

/** Gives files their language by content, and lets a person overrule it for one file. */
export class LanguageDetection implements vscode.Disposable {
  private readonly disposables: { dispose(): unknown }[] = [];
  private readonly changed = new vscode.EventEmitter<void>();
  /** Files closed in this very moment: reopening with another language at once is what a person's change of language looks like. */
  private readonly justClosed = new Set<string>();
  /** Changes of language that this class made itself. */
  private readonly own = new Set<string>();

  /** Fires when a person's choice for a file changes. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly state: vscode.Memento) {
    this.disposables.push(
      this.changed,
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.closed(document);
      }),
      vscode.workspace.onDidOpenTextDocument((document) => {
        this.opened(document);
      }),
      vscode.workspace.onDidChangeTextDocument((event) => {
        this.edited(event);
      }),
      vscode.commands.registerCommand('huaweiIpsec.chooseLanguage', () => this.choose()),
      vscode.commands.registerCommand('huaweiIpsec.detectLanguage', () => this.detectAgain()),
    );
    vscode.workspace.textDocuments.forEach((document) => {
      this.opened(document);
    });
  }

  dispose(): void {
    this.disposables.forEach((each) => {
      each.dispose();
    });
  }

  /** What a person chose for a file; undefined where detection decides. */
  choiceFor(uri: vscode.Uri): Choice | undefined {
    return this.choices()[uri.toString()];
  }

  private choices(): Record<string, Choice> {
    return this.state.get<Record<string, Choice>>(CHOICES_KEY, {});
  }

  private async remember(uri: vscode.Uri, choice: Choice | undefined): Promise<void> {
    const choices = Object.entries(this.choices()).filter(([key]) => key !== uri.toString());
    if (choice) choices.push([uri.toString(), choice]);
    await this.state.update(CHOICES_KEY, Object.fromEntries(choices.slice(-MAX_CHOICES)));
    this.changed.fire();
  }

  private closed(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    if (!isOurs(document) || this.own.has(key)) return;
    this.justClosed.add(key);
    setTimeout(() => this.justClosed.delete(key), 0);
  }

  private opened(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    if (this.justClosed.delete(key) && !isOurs(document)) {
      void this.remember(document.uri, 'none');
      return;
    }
    this.apply(document);
  }

  private edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const pasted = contentChanges.some((change) => change.text.includes('\n') && change.text.length > 40);
    if (pasted && isGeneric(document) && document.lineCount <= MAX_LINES_WHILE_TYPING) this.apply(document);
  }

  private apply(document: vscode.TextDocument): void {
    if (!isGeneric(document)) return;
    const choice = this.choiceFor(document.uri);
    if (choice === 'none') return;
    const enabled = vscode.workspace
      .getConfiguration('huaweiIpsec', document)
      .get<boolean>('detectLanguage.enabled', true);
    const language = choice ?? (enabled ? detectLanguage(headOf(document)) : undefined);
    if (language) void this.setLanguage(document, language);
  }

  private async setLanguage(document: vscode.TextDocument, language: string): Promise<void> {
    const key = document.uri.toString();
    this.own.add(key);
    try {
      await vscode.languages.setTextDocumentLanguage(document, language);
    } finally {
      this.own.delete(key);
    }
  }

  private async choose(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) return;
    const items: (vscode.QuickPickItem & { choice: Choice | undefined })[] = [
      { label: vscode.l10n.t('Detect from the content'), choice: undefined },
      {
        label: vscode.l10n.t('Huawei configuration'),
        description: OUR_LANGUAGES[0] ?? '',
        choice: 'huawei-vrp',
      },
      {
        label: vscode.l10n.t('Huawei captured output, log or alarms'),
        description: OUR_LANGUAGES[1] ?? '',
        choice: 'huawei-vrp-output',
      },
      { label: vscode.l10n.t('Not Huawei: leave this file alone'), choice: 'none' },
    ];
    const picked = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Language of this file'),
    });
    if (!picked) return;
    await this.remember(document.uri, picked.choice);
    if (picked.choice === undefined) await this.detectAgain();
    else if (picked.choice !== 'none') await this.setLanguage(document, picked.choice);
    else if (isOurs(document)) await this.setLanguage(document, 'plaintext');
  }

  /** Forgets a choice and looks at the content again. */
  private async detectAgain(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) return;
    await this.remember(document.uri, undefined);
    const language = detectLanguage(headOf(document));
    if (language && language !== document.languageId) await this.setLanguage(document, language);
    else if (!language && isOurs(document)) {
      // Our own verdict must not be overturned by the next look at the same content.
      await this.remember(document.uri, 'none');
      await this.setLanguage(document, 'plaintext');
    }
  }
}

function headOf(document: vscode.TextDocument): string {
  return document.getText(new vscode.Range(0, 0, Math.min(document.lineCount, HEAD_LINES), 0));
}
