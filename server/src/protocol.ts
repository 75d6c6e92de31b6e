/** Notification from server to client: what cannot be analysed of a file. Beyond the LSP's own methods; other clients ignore it. */
export const FILE_STATUS = 'huaweiIpsec/fileStatus';

export interface FileStatus {
  readonly uri: string;
  /** One sentence for the user; absent where all is well. */
  readonly problem?: string;
}

/** Command of the client: asks for a reason and accepts a problem with it, in the file or in the project file. */
export const ACCEPT_COMMAND = 'huaweiIpsec.accept';

/** What the command takes. */
export interface AcceptArguments {
  readonly uri: string;
  /** The line of the problem, from 0. */
  readonly line: number;
  readonly rule: string;
  /** `line`: a comment above the line; `project`: an entry in the project file. */
  readonly target: 'line' | 'project';
  readonly device?: string;
  readonly tunnel?: string;
}

/** What the client tells the server at the start: whether it has the commands that some code actions run. */
export interface InitializationOptions {
  readonly commands?: boolean;
}
