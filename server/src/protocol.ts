/** Notification from server to client: what cannot be analysed of a file. Beyond the LSP's own methods; other clients ignore it. */
export const FILE_STATUS = 'huaweiIpsec/fileStatus';

export interface FileStatus {
  readonly uri: string;
  /** One sentence for the user; absent where all is well. */
  readonly problem?: string;
}
