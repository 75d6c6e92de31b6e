import * as vscode from 'vscode';
import { isLanguageId, type LanguageId } from '../../server/src/syntax/classify';
import { detectLanguage, HEAD_CHARACTERS } from '../../server/src/syntax/detect';
import { isCandidate, isOurs, OUR_LANGUAGES } from './languages';

/** What a person chose for a file: one of our languages, or none of them. */
type Choice = LanguageId | 'none';

const CHOICES_KEY = 'huaweiIpsec.languageChoices';
const MAX_CHOICES = 500;

/** A change of more characters than this at once is pasted or loaded, not typed. */
const PASTED_CHARACTERS = 40;

/** Gives files their language by content, and lets a person overrule it for one file. */
export class LanguageDetection implements vscode.Disposable {
  private readonly disposables: { dispose(): unknown }[] = [];
  private readonly changed = new vscode.EventEmitter<void>();
  /** Files closed in this very moment: reopening with another language at once is what a person's change of language looks like. */
  private readonly justClosed = new Map<string, string>();
  /** Changes of language that this class made itself. */
  private readonly own = new Set<string>();
  /** The languages that files had before this class gave them one of ours. */
  private readonly before = new Map<string, string>();

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
      vscode.workspace.onDidRenameFiles(({ files }) => {
        void this.renamed(files);
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
    if (this.own.has(key) || !(isOurs(document) || isCandidate(document))) return;
    this.justClosed.set(key, document.languageId);
    setTimeout(() => this.justClosed.delete(key), 0);
  }

  private opened(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const last = this.justClosed.get(key) ?? document.languageId;
    this.justClosed.delete(key);
    const now = document.languageId;
    if (last !== now && (isLanguageId(last) || isLanguageId(now)))
      void this.remember(document.uri, isLanguageId(now) ? now : 'none');
    else this.apply(document);
  }

  private edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (isCandidate(document) && contentChanges.some(({ text }) => text.length > PASTED_CHARACTERS))
      this.apply(document);
  }

  /** What was chosen for a file holds under its new name, and so it does for what lies in a folder. */
  private async renamed(files: readonly { oldUri: vscode.Uri; newUri: vscode.Uri }[]): Promise<void> {
    const choices = Object.entries(this.choices());
    const moved = choices.map(([key, choice]): [string, Choice] => {
      for (const { oldUri, newUri } of files) {
        const old = oldUri.toString();
        if (key === old || key.startsWith(`${old}/`))
          return [newUri.toString() + key.slice(old.length), choice];
      }
      return [key, choice];
    });
    if (moved.every(([key], index) => key === choices[index]?.[0])) return;
    await this.state.update(CHOICES_KEY, Object.fromEntries(moved));
    this.changed.fire();
  }

  private apply(document: vscode.TextDocument): void {
    if (!isCandidate(document)) return;
    const choice = this.choiceFor(document.uri);
    if (choice === 'none') return;
    const enabled = vscode.workspace
      .getConfiguration('huaweiIpsec', document)
      .get<boolean>('detectLanguage.enabled', true);
    const language = choice ?? (enabled ? detectLanguage(headOf(document)) : undefined);
    if (language) void this.setLanguage(document, language);
  }

  /** Gives a file back the language that it had before it got one of ours. */
  private async takeBack(document: vscode.TextDocument): Promise<void> {
    await this.setLanguage(document, this.before.get(document.uri.toString()) ?? 'plaintext');
  }

  private async setLanguage(document: vscode.TextDocument, language: string): Promise<void> {
    const key = document.uri.toString();
    if (!isOurs(document)) this.before.set(key, document.languageId);
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
    else if (isOurs(document)) await this.takeBack(document);
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
      await this.takeBack(document);
    }
  }
}

/** The beginning of a document, as much as detection looks at. */
function headOf(document: vscode.TextDocument): string {
  let lines = 0;
  for (let size = 0; lines < document.lineCount && size < HEAD_CHARACTERS; lines++)
    size += document.lineAt(lines).text.length + 1;
  return document.getText(new vscode.Range(0, 0, lines, 0)).slice(0, HEAD_CHARACTERS);
}
