import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, extensionId, openFile, product } from './editor';
import { isBrowser, root } from './host';
import { hasPage, screenshot, textOf } from './page';
import { afterEach, skip, suite, test } from './runner';

suite('activation', () => {
  afterEach(closeEditors);

  test('the product comes from its .vsix, not from the sources', () => {
    assert.equal(product().extensionPath.startsWith(root), false, product().extensionPath);
    assert.equal(product().id, extensionId);
  });

  test('the product runs where the files are', () => {
    const isRemote = hasPage && !isBrowser;
    assert.equal(
      product().extensionKind,
      isRemote ? vscode.ExtensionKind.Workspace : vscode.ExtensionKind.UI,
    );
    assert.equal(vscode.env.remoteName === undefined, !isRemote);
    assert.equal(vscode.env.uiKind, hasPage ? vscode.UIKind.Web : vscode.UIKind.Desktop);
  });

  test('the product activates', async () => {
    await product().activate();
    assert.equal(product().isActive, true);
  });

  if (hasPage) {
    test('the page shows what the editor holds', async () => {
      await openFile('notes.txt', 'what a person sees');
      await screenshot('activation');
      assert.match((await textOf('.view-lines')).join('\n'), /what\sa\sperson\ssees/);
    });
  } else skip('the page shows what the editor holds');
});
