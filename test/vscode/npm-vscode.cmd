@node "%~dp0npm-vscode.mjs" %*
