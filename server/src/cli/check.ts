import * as l10n from '@vscode/l10n';
import type { Range } from 'vscode-languageserver-types';
import { rangeOf, rangeOfEdit } from '../features/positions';
import type { Repair, Severity } from '../rules/rule';
import { labelled, series } from '../l10n';
import type { Device } from '../model/device';
import { analyse, type RuleFinding } from '../workspace/analysis';
import { originalOf } from '../workspace/deviceNames';
import { scriptsOf } from '../workspace/deviceScripts';
import { canBeMade, isConfiguration } from '../workspace/repairs';
import { severityOf, type Settings } from '../workspace/settings';
import { analyseWorkspace, findingsIn } from '../workspace/tunnels';
import type { Snapshot } from '../workspace/workspace';
import { reportTunnels, type ReportedTunnel } from './tunnels';

/** What `check --format json` prints; see the README for the meaning of each field. */
export interface CheckReport {
  readonly version: 1;
  readonly devices: readonly { readonly name: string; readonly files: readonly string[] }[];
  readonly tunnels: readonly ReportedTunnel[];
  readonly diagnostics: readonly ReportedDiagnostic[];
}

export interface ReportedDiagnostic {
  readonly file: string;
  readonly range: Range;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly causes: readonly string[];
  readonly related: readonly { readonly file: string; readonly range: Range; readonly message: string }[];
  readonly repairs: readonly {
    readonly title: string;
    readonly preferred: boolean;
    readonly edits: readonly { readonly file: string; readonly range: Range; readonly newText: string }[];
    /** What must be typed on devices besides the edits, because no configuration file holds it; absent where edits do it all. */
    readonly commands?: readonly {
      readonly device: string;
      /** The whole sequence, from the user view and back to it. */
      readonly lines: readonly string[];
      /** What to know or to do besides, one sentence each. */
      readonly remarks: readonly string[];
    }[];
  }[];
}

type Commands = ReportedDiagnostic['repairs'][number]['commands'];

/** The repairs of a finding that may be printed: what writes a key stays in the files. */
function printable(snapshot: Snapshot, finding: RuleFinding): { repair: Repair; commands?: Commands }[] {
  const causes = finding.causes ?? finding.rule.causes;
  return (finding.repairs?.() ?? []).flatMap((repair) => {
    if (repair.secret) return [];
    if (canBeMade(repair, snapshot, isConfiguration)) return { repair };
    const scripts = scriptsOf(snapshot, [{ repair, causes }], isConfiguration);
    if (!scripts || scripts.length === 0) return [];
    const edits = repair.edits.filter(({ uri }) => {
      const file = snapshot.file(uri);
      return file && isConfiguration(file);
    });
    return {
      repair: { ...repair, edits },
      commands: scripts.map(({ device, lines, before, after }) => ({
        device,
        lines,
        remarks: [...before, ...after],
      })),
    };
  });
}

/** Analyses every file of a snapshot. `pathOf` gives the path to print for a URI. */
export function check(snapshot: Snapshot, settings: Settings, pathOf: (uri: string) => string): CheckReport {
  const devices: { name: string; files: string[] }[] = [];
  const diagnostics: ReportedDiagnostic[] = [];
  const { deviceOf } = analyseWorkspace(snapshot);
  const reported = new Set<Device>();
  const documentOf = (uri: string) => snapshot.file(uri)?.document;
  for (const file of snapshot.all) {
    for (const each of analyse(file).devices) {
      const device = originalOf(deviceOf(each));
      if (reported.has(device)) continue;
      reported.add(device);
      devices.push({ name: device.name, files: device.uris.map(pathOf) });
    }
    for (const finding of findingsIn(snapshot, file.uri)) {
      const severity = severityOf(finding, settings, file.project);
      if (!severity) continue;
      diagnostics.push({
        file: pathOf(finding.place.uri),
        range: rangeOf(finding.place, file.document),
        severity,
        code: finding.rule.id,
        message: finding.message,
        causes: finding.causes ?? finding.rule.causes,
        related: (finding.related ?? []).flatMap(({ place, message }) => {
          const document = documentOf(place.uri);
          return document ? [{ file: pathOf(place.uri), range: rangeOf(place, document), message }] : [];
        }),
        repairs: printable(snapshot, finding).map(({ repair: { title, preferred, edits }, commands }) => ({
          title,
          preferred,
          ...(commands ? { commands } : {}),
          edits: edits.flatMap((edit) => {
            const document = documentOf(edit.uri);
            return document
              ? [{ file: pathOf(edit.uri), range: rangeOfEdit(edit, document), newText: edit.newText }]
              : [];
          }),
        })),
      });
    }
  }
  diagnostics.sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.range.start.line - b.range.start.line ||
      a.range.start.character - b.range.start.character,
  );
  return { version: 1, devices, tunnels: reportTunnels(snapshot, pathOf), diagnostics };
}

/** The report as lines for a terminal: `file:line:column: severity: message [rule]`, lines and columns from 1. */
export function formatText(report: CheckReport): string {
  const lines = report.diagnostics.map(({ file, range, severity, message, code }) => {
    const { line, character } = range.start;
    return `${file}:${line + 1}:${character + 1}: ${labelled(severityName(severity), message)} [${code}]`;
  });
  const count = (severity: Severity): number =>
    report.diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const files = new Set(report.devices.flatMap((device) => device.files)).size;
  const remarks = count('information') + count('hint');
  lines.push(
    labelled(
      series([filesText(files), devicesText(report.devices.length)]),
      series([errorsText(count('error')), warningsText(count('warning')), remarksText(remarks)]),
    ),
  );
  return `${lines.join('\n')}\n`;
}

function severityName(severity: Severity): string {
  switch (severity) {
    case 'error':
      return l10n.t('error');
    case 'warning':
      return l10n.t('warning');
    case 'information':
      return l10n.t('information');
    case 'hint':
      return l10n.t('hint');
  }
}

function filesText(count: number): string {
  return count === 1 ? l10n.t('1 file') : l10n.t('{0} files', count);
}

function devicesText(count: number): string {
  return count === 1 ? l10n.t('1 device') : l10n.t('{0} devices', count);
}

function errorsText(count: number): string {
  return count === 1 ? l10n.t('1 error') : l10n.t('{0} errors', count);
}

function warningsText(count: number): string {
  return count === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', count);
}

function remarksText(count: number): string {
  return count === 1 ? l10n.t('1 remark') : l10n.t('{0} remarks', count);
}
