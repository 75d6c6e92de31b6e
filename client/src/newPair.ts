import * as vscode from 'vscode';
import {
  CHECK_NEW_PAIR,
  NEW_PAIR,
  NEW_PAIR_PRODUCTS,
  type NewPairCheck,
  type NewPairEnd,
  type NewPairFile,
  type NewPairParams,
  type NewPairProduct,
} from '../../server/src/protocol';
import type { LanguageId } from '../../server/src/syntax/classify';
import type { ServerConnection } from './connection';

const CONFIGURATION: LanguageId = 'huawei-vrp';

/** A place in the row of questions, for the title of each: `New site-to-site pair (3/10)`. */
const QUESTIONS = 5;

/** Asks a person for the two ends of a new tunnel, one question after the other; whoever gives up one gives up all. */
class Questions {
  constructor(
    private readonly connection: ServerConnection,
    private readonly products: readonly NewPairProduct[],
  ) {}

  async ends(): Promise<NewPairParams['ends'] | undefined> {
    const first = await this.end(0, undefined);
    const second = first && (await this.end(1, first));
    return second && [first, second];
  }

  private async end(at: 0 | 1, other: NewPairEnd | undefined): Promise<NewPairEnd | undefined> {
    const number = at * QUESTIONS;
    const name = await this.text(number + 1, 'name', other, {
      prompt:
        at === 0 ? vscode.l10n.t('Name of the first device') : vscode.l10n.t('Name of the second device'),
      placeHolder: at === 0 ? 'FW_A' : 'FW_B',
    });
    if (name === undefined) return undefined;
    const product = await this.product(number + 2, name);
    if (!product) return undefined;
    const face = await this.text(number + 3, 'interface', undefined, {
      prompt: vscode.l10n.t('Interface of {0} that the tunnel leaves by', name),
      value: product.interface,
    });
    if (face === undefined) return undefined;
    const address = await this.text(number + 4, 'address', other, {
      prompt: vscode.l10n.t('Its address and the length of its mask'),
      placeHolder: at === 0 ? '203.0.113.1/24' : '203.0.113.2/24',
    });
    if (address === undefined) return undefined;
    const network = await this.text(number + 5, 'network', other, {
      prompt: vscode.l10n.t('Network behind {0} whose traffic the tunnel protects', name),
      placeHolder: at === 0 ? '10.1.1.0/24' : '10.1.2.0/24',
    });
    if (network === undefined) return undefined;
    return { name, product: product.id, interface: face, address, network };
  }

  private title(number: number): string {
    return vscode.l10n.t('New site-to-site pair ({0}/{1})', number, 2 * QUESTIONS);
  }

  private text(
    number: number,
    field: NewPairCheck['field'],
    other: NewPairEnd | undefined,
    options: vscode.InputBoxOptions,
  ): Thenable<string | undefined> {
    return vscode.window.showInputBox({
      ...options,
      title: this.title(number),
      ignoreFocusOut: true,
      validateInput: async (value) => {
        const check: NewPairCheck = { field, value, ...(other ? { other: other[field] } : {}) };
        return await this.connection.request<string | null>(CHECK_NEW_PAIR, check);
      },
    });
  }

  private async product(number: number, name: string): Promise<NewPairProduct | undefined> {
    const items = this.products.map((product) => ({ label: product.title, product }));
    const picked = await vscode.window.showQuickPick(items, {
      title: this.title(number),
      placeHolder: vscode.l10n.t('Product and release of {0}', name),
      ignoreFocusOut: true,
    });
    return picked?.product;
  }
}

/** Opens the configurations of a new pair side by side, as documents that are not saved yet. */
async function open(files: readonly NewPairFile[]): Promise<void> {
  for (const [at, { text }] of files.entries()) {
    const document = await vscode.workspace.openTextDocument({ content: text, language: CONFIGURATION });
    const viewColumn = at === 0 ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
    await vscode.window.showTextDocument(document, { viewColumn, preview: false });
  }
}

/** The command that asks for two ends and writes the configurations of both, with strong settings and without a key. */
export function registerNewPair(connection: ServerConnection): vscode.Disposable {
  return vscode.commands.registerCommand('huaweiIpsec.newPair', async (given?: NewPairParams['ends']) => {
    connection.start();
    const products = (await connection.request<NewPairProduct[]>(NEW_PAIR_PRODUCTS, {})) ?? [];
    const ends = given ?? (await new Questions(connection, products).ends());
    if (!ends) return;
    await open((await connection.request<NewPairFile[]>(NEW_PAIR, { ends } satisfies NewPairParams)) ?? []);
  });
}
