import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, extensionId, openFile, product, root } from './editor';
import { hasPage, screenshot, textOf } from './page';
import { afterEach, skip, suite, test } from './runner';

suite('activation', () => {
  afterEach(closeEditors);

  test('the product comes from its .vsix, not from the sources', () => {
    assert.equal(product().extensionPath.startsWith(root), false, product().extensionPath);
    assert.equal(product().id, extensionId);
  });

  test('the product runs in the Node extension host', () => {
    assert.equal(product().extensionKind, hasPage ? vscode.ExtensionKind.Workspace : vscode.ExtensionKind.UI);
    assert.equal(vscode.env.appHost, hasPage ? 'server-distro' : 'desktop');
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
