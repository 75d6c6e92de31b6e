/** The extension's entry in VS Code. */
export function activate(): void {
  // Nothing to start yet.
}
