import type { Location, WorkspaceEdit } from 'vscode-languageserver-types';

/** Notification from server to client: what cannot be analysed of a file. Beyond the LSP's own methods; other clients ignore it. */
export const FILE_STATUS = 'huaweiIpsec/fileStatus';

export interface FileStatus {
  readonly uri: string;
  /** One sentence for the user; absent where all is well. */
  readonly problem?: string;
}

/** Request: the devices that a file describes. Takes `{ uri }`, gives `FileDevice[]`. */
export const FILE_DEVICES = 'huaweiIpsec/fileDevices';

export interface FileDevice {
  readonly name: string;
  /** Product and release, as far as the files say them. */
  readonly release?: string;
}

/** Request from server to client: what lies in a folder that only the client can read. */
export const READ_FOLDER = 'huaweiIpsec/readFolder';

export interface FolderEntry {
  readonly uri: string;
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** Request from server to client: the bytes of a file that only the client can read; null where it cannot. */
export const READ_FILE = 'huaweiIpsec/readFile';

export interface ReadFileParams {
  readonly uri: string;
  /** How many bytes from the beginning are wanted; all without it. */
  readonly limit?: number;
  /** A file of more bytes than this is not wanted at all. */
  readonly most: number;
}

export interface FileContent {
  readonly base64: string;
  /** When the file was last changed, in milliseconds since 1970. */
  readonly modified: number;
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

/**
 * Command of the client: copies what is to be typed on devices. Takes `DeviceScriptInfo[]`. A client that has not said to have our commands
 * can execute it on the server, which shows the scripts in a message and gives them back.
 */
export const COPY_SCRIPT_COMMAND = 'huaweiIpsec.copyDeviceScript';

/** Command of the client: opens what is to be typed on a device as a new document. Takes a `DeviceScriptInfo`. */
export const OPEN_SCRIPT_COMMAND = 'huaweiIpsec.openDeviceScript';

/** What is to be typed on one device. */
export interface DeviceScriptInfo {
  readonly device: string;
  /** What it does, in a few words. */
  readonly summary: string;
  /** The whole sequence, from the user view and back to it. */
  readonly lines: readonly string[];
  /** What to know or to do besides, one sentence each. */
  readonly remarks: readonly string[];
  /** All of it to be pasted: whose it is and the remarks stand around the lines, as lines that devices drop. */
  readonly text: string;
}

/** What the client tells the server at the start: whether it has the commands that some code actions run. */
export interface InitializationOptions {
  readonly commands?: boolean;
}

/** Commands of the client that work on the tunnels of an end; each takes `TunnelArguments`, or the view at the cursor without any. */
export const GO_TO_OTHER_END_COMMAND = 'huaweiIpsec.goToOtherEnd';
export const COMPARE_ENDS_COMMAND = 'huaweiIpsec.compareEnds';
export const REPAIR_TUNNEL_COMMAND = 'huaweiIpsec.repairTunnel';

export interface TunnelArguments {
  /** The file that asks. */
  readonly uri: string;
  /** The names of the tunnels that can be meant. */
  readonly ids: readonly string[];
}

/** Request: the tunnels that the view at a position is a part of. Takes `TextDocumentPositionParams`, gives `TunnelInfo[]`. */
export const TUNNELS_AT = 'huaweiIpsec/tunnelsAt';

/** Request: the tunnels of these names. Takes `TunnelArguments`, gives `TunnelInfo[]`. */
export const TUNNELS_NAMED = 'huaweiIpsec/tunnelsNamed';

/** Request: both ends of a tunnel laid out field by field. Takes `{ id }`, gives `ComparedEnds` or null. */
export const COMPARE_ENDS = 'huaweiIpsec/compareEnds';

/** Request: what brings a tunnel up. Takes `RepairTunnelParams`, gives a `TunnelRepair` or null. */
export const REPAIR_TUNNEL = 'huaweiIpsec/repairTunnel';

export interface TunnelInfo {
  readonly id: string;
  /** `FW_A ↔ FW_B: fails: phase 1 (2 problems)`. */
  readonly title: string;
  /** The end that is not in the file that asks; the second where both are. */
  readonly otherEnd: Location;
}

export interface RepairTunnelParams {
  readonly id: string;
  /** The titles of the repairs to carry out; all where nothing is said. */
  readonly only?: readonly string[];
}

export interface TunnelRepair {
  /** The titles of the repairs, in the order of the negotiation. */
  readonly steps: readonly string[];
  /** All of them as one edit. */
  readonly edit: WorkspaceEdit;
  /** What must be typed besides, on devices whose configuration is in no file that can be changed. */
  readonly scripts: readonly DeviceScriptInfo[];
  /** What still stops the tunnel and has no repair that is sure, one sentence each. */
  readonly open: readonly string[];
}

/** Request: everything that is wrong in the workspace. Takes nothing, gives `ProblemNode[]` without children. */
export const PROBLEMS = 'huaweiIpsec/problems';

/** Request: what stands below a problem. Takes `{ id }`, gives `ProblemNode[]` with their children. */
export const PROBLEM_DETAILS = 'huaweiIpsec/problemDetails';

/** Request: what is still to be captured. Takes `EvidenceParams`, gives an `EvidenceScript` for each device. */
export const EVIDENCE = 'huaweiIpsec/evidence';

/** Request: everything a report can be made of. Takes nothing, gives `Reportable[]`. */
export const REPORTABLE = 'huaweiIpsec/reportable';

/** Request: a report as Markdown. Takes `{ id }`, gives a string or null. */
export const REPORT = 'huaweiIpsec/report';

/** Notification from server to client, once it has asked for problems or for the tunnels: they may be others now. */
export const PROBLEMS_CHANGED = 'huaweiIpsec/problemsChanged';

/** Request: all devices and tunnels of the workspace. Takes nothing, gives a `TunnelOverview`. */
export const TUNNEL_OVERVIEW = 'huaweiIpsec/tunnelOverview';

export interface TunnelOverview {
  /** Those that have an end of a tunnel. */
  readonly devices: readonly OverviewDevice[];
  readonly tunnels: readonly OverviewTunnel[];
}

export interface OverviewDevice {
  /** What tells it from all others of the workspace. */
  readonly name: string;
  /** Product and release, as far as its files say them. */
  readonly release?: string;
  /** Where its files begin to speak of it. */
  readonly location?: Location;
}

/** A tunnel, or an end whose partner is in none of the files. */
export interface OverviewTunnel {
  /** The same over edits, for what stays the same. */
  readonly id: string;
  readonly verdict: 'ok' | 'fails' | 'fails-at-rekey' | 'unknown';
  /** The verdict in words: `fails: phase 1`. */
  readonly says: string;
  /** How many differences have an effect. */
  readonly problems: number;
  /** What devices print of it, as they print it. */
  readonly causes: readonly string[];
  /** Whatever stops it is accepted or turned off. */
  readonly accepted?: true;
  readonly ends: readonly [OverviewEnd, OverviewEnd];
}

export interface OverviewEnd {
  /** The name of its device; absent where that is in none of the files. */
  readonly device?: string;
  /** `IPsec policy map1 10`; of an end in none of the files the address, where one is known. */
  readonly label: string;
  /** The address it negotiates from, where it is known. */
  readonly address?: string;
  readonly location?: Location;
}

/** A node of the view "Troubleshooting". */
export interface ProblemNode {
  /** The same over edits, for what stays the same. */
  readonly id: string;
  readonly kind: 'problem' | 'cause' | 'step' | 'finding' | 'value' | 'command';
  /** The verdict of a tunnel, what the files say of a cause, or how far a step is. */
  readonly state?:
    | 'ok'
    | 'fails'
    | 'fails-at-rekey'
    | 'unknown'
    | 'explained'
    | 'contradicted'
    | 'open'
    | 'normal'
    | 'predicted'
    | 'done'
    | 'agrees'
    | 'differs';
  readonly label: string;
  readonly description?: string;
  /** Markdown. */
  readonly tooltip: string;
  /** The line it is about. */
  readonly location?: Location;
  /** What to run on a device. */
  readonly command?: string;
  /** The name of the tunnel that a problem is about. */
  readonly tunnel?: string;
  readonly children?: readonly ProblemNode[];
}

export interface EvidenceParams {
  /** The problem whose evidence is wanted; all where nothing is said. */
  readonly problem?: string;
}

export interface EvidenceScript {
  /** `FW_B`, or `the device at 203.0.113.2`. */
  readonly title: string;
  /** How many commands it has. */
  readonly count: number;
  readonly text: string;
}

export interface Reportable {
  readonly id: string;
  readonly title: string;
}

/** Request: the text of a file with every secret masked. Takes `{ uri }`, gives a string, or null for a file that is not known. */
export const REDACTED = 'huaweiIpsec/redacted';

/** Request: the products that a new pair can be written for. Takes nothing, gives `NewPairProduct[]`. */
export const NEW_PAIR_PRODUCTS = 'huaweiIpsec/newPairProducts';

/** Request: what is wrong with an answer. Takes a `NewPairCheck`, gives a sentence or null. */
export const CHECK_NEW_PAIR = 'huaweiIpsec/checkNewPair';

/** Request: the configurations of two devices with a tunnel between them. Takes `NewPairParams`, gives a `NewPairFile` for each, or none. */
export const NEW_PAIR = 'huaweiIpsec/newPair';

export interface NewPairProduct {
  readonly id: string;
  readonly title: string;
  /** The interface that such a device usually has its tunnels on. */
  readonly interface: string;
}

/** One end of a new tunnel, as a person answers. */
export interface NewPairEnd {
  readonly name: string;
  /** The id of a `NewPairProduct`. */
  readonly product: string;
  readonly interface: string;
  /** Address and length of the mask: `203.0.113.1/24`. */
  readonly address: string;
  /** What is protected: `10.1.1.0/24`. */
  readonly network: string;
}

export interface NewPairCheck {
  readonly field: 'name' | 'interface' | 'address' | 'network';
  readonly value: string;
  /** The same of the other end, where it has been answered. */
  readonly other?: string;
}

export interface NewPairParams {
  readonly ends: readonly [NewPairEnd, NewPairEnd];
}

export interface NewPairFile {
  /** What the file can be called. */
  readonly name: string;
  readonly text: string;
}
