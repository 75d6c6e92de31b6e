import { buildDevices } from '../model/build';
import type { Device } from '../model/device';
import { rules } from '../rules';
import type { Finding, RuleBase } from '../rules/rule';
import type { Document } from '../syntax/document';
import type { Item } from '../syntax/tree';
import type { Project } from './project';
import type { WorkspaceFile } from './workspace';

/** A finding with the rule that made it. */
export interface RuleFinding extends Finding {
  readonly rule: RuleBase;
}

/** What is known of one file: the device it describes, and what the rules found. */
export interface FileAnalysis {
  /** The device; the first one where a file holds the configurations of several. */
  readonly device: Device;
  readonly devices: readonly Device[];
  readonly findings: readonly RuleFinding[];
}

/** Findings of item rules, kept as long as the item lives: an edit elsewhere leaves them as they are. */
const itemFindings = new WeakMap<Item, RuleFinding[]>();

const analyses = new WeakMap<Document, { readonly project: Project; readonly analysis: FileAnalysis }>();

function checkItem(uri: string, item: Item): RuleFinding[] {
  let findings = itemFindings.get(item);
  if (!findings) {
    findings = rules.flatMap((rule) =>
      'checkItem' in rule ? rule.checkItem({ uri, item }).map((finding) => ({ ...finding, rule })) : [],
    );
    itemFindings.set(item, findings);
  }
  return findings;
}

function build({ document, uri, project }: WorkspaceFile): FileAnalysis {
  const devices = buildDevices(uri, document, project.releases);
  const [device] = devices;
  if (!device) throw new Error('a file describes a device');
  const documents = new Map([[uri, document]]);
  const ofItems = document.items.flatMap((item) => checkItem(uri, item));
  const ofDevice = rules.flatMap((rule) =>
    'checkDevice' in rule
      ? devices.flatMap((each) =>
          rule.checkDevice({ device: each, documents }).map((finding) => ({ ...finding, rule })),
        )
      : [],
  );
  return { device, devices, findings: [...ofItems, ...ofDevice] };
}

/** Analyses a file. The result is kept as long as the document lives and its project file says the same. */
export function analyse(file: WorkspaceFile): FileAnalysis {
  const { document, project } = file;
  const known = analyses.get(document);
  if (known?.project === project) return known.analysis;
  const analysis = build(file);
  analyses.set(document, { project, analysis });
  return analysis;
}
