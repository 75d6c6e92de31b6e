import { isAbsolute, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rules } from '../rules';
import type { Severity } from '../rules/rule';
import { version } from '../version';
import type { CheckReport, ReportedDiagnostic } from './check';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** The report in SARIF 2.1.0. Files below `root` are named relative to it. */
export function formatSarif(report: CheckReport, root: string): string {
  const artifact = (file: string): object => {
    const path = relative(root, file);
    const outside = path === '' || path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
    if (outside) return { uri: pathToFileURL(file).href };
    return { uri: path.split(sep).map(encodeURIComponent).join('/'), uriBaseId: 'ROOT' };
  };
  const region = ({ start, end }: ReportedDiagnostic['range']): object => ({
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  });
  const location = (file: string, range: ReportedDiagnostic['range']): object => ({
    physicalLocation: { artifactLocation: artifact(file), region: region(range) },
  });
  const results = report.diagnostics.map((diagnostic) => ({
    ruleId: diagnostic.code,
    ruleIndex: rules.findIndex((rule) => rule.id === diagnostic.code),
    level: LEVELS[diagnostic.severity],
    message: { text: diagnostic.message },
    locations: [location(diagnostic.file, diagnostic.range)],
    relatedLocations: diagnostic.related.map(({ file, range, message }, id) => ({
      id,
      ...location(file, range),
      message: { text: message },
    })),
    properties: { causes: diagnostic.causes },
  }));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'huawei-ipsec',
            version,
            rules: rules.map((rule) => ({
              id: rule.id,
              shortDescription: { text: rule.documentation.title.en },
              fullDescription: { text: rule.documentation.checks.en },
              defaultConfiguration: { level: LEVELS[rule.severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { uri: pathToFileURL(root + sep).href } },
        results,
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}
