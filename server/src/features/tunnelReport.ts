import * as l10n from '@vscode/l10n';
import { aside, labelled, localize, series } from '../l10n';
import type { Device } from '../model/device';
import type { Place } from '../model/value';
import { occasionsText, timeText } from '../rules/failures/wording';
import type { Judgement } from '../rules/judge';
import type { Repair } from '../rules/rule';
import { endLabel } from '../rules/tunnel/labels';
import { evidenceScripts } from '../troubleshooting/evidence';
import { problemsIn, type Problem, type ProblemCause } from '../troubleshooting/problems';
import type { AnsweredStep } from '../troubleshooting/steps';
import type { End } from '../tunnels/end';
import { originalOf } from '../workspace/deviceNames';
import { tunnelNamed } from '../workspace/repairs';
import { defaultSettings, type Settings } from '../workspace/settings';
import { analyseWorkspace } from '../workspace/tunnels';
import type { Snapshot } from '../workspace/workspace';
import { endsTable } from './compareEnds';
import { code, codeBlock, list } from './hover/markdown';
import { rangeOf } from './positions';
import { secretsOf, withoutSecrets } from './redact';
import { causeStateText, plain, problemTitle, stepStateText, whereText } from './troubleshooting';
import { verdictText } from './verdicts';

/** No more rows of captured times are listed for one device. */
const MAX_FILES = 50;

/** What a report calls files, and what it knows of them. */
class Report {
  private readonly devices = new Set<Device>();
  private readonly parts: string[] = [];

  constructor(
    private readonly snapshot: Snapshot,
    private readonly settings: Settings,
    private readonly folders: readonly string[],
  ) {}

  /** A file by its path in the workspace, or by its name: where it lies on this machine is nobody's business. */
  private file(uri: string): string {
    const folder = this.folders
      .map((each) => (each.endsWith('/') ? each : `${each}/`))
      .filter((each) => uri.startsWith(each))
      .sort((a, b) => b.length - a.length)[0];
    const path = folder === undefined ? (uri.split('/').at(-1) ?? uri) : uri.slice(folder.length);
    try {
      return decodeURIComponent(path);
    } catch {
      return path;
    }
  }

  private where(place: Place): string {
    const document = this.snapshot.file(place.uri)?.document;
    if (!document) return '';
    return code(`${this.file(place.uri)}:${rangeOf(place, document).start.line + 1}`);
  }

  private section(title: string, ...texts: readonly string[]): void {
    const body = texts.filter((text) => text !== '');
    if (body.length > 0) this.parts.push(`## ${title}`, ...body);
  }

  private take(device: Device): void {
    this.devices.add(device);
  }

  private end(end: End): string {
    const { device, place, interfaces, localAddresses } = end;
    this.take(device);
    const addresses = series(localAddresses.map(({ text }) => text));
    const where = series(interfaces.map(({ name }) => name));
    const details = series([addresses, where].filter((each) => each !== ''));
    const label = plain(endLabel(end));
    const said = details === '' ? label : aside(label, plain(details));
    return labelled(`**${plain(device.name)}**`, series([said, this.where(place)]));
  }

  private verdict({ verdict, phase, causes, unverified, differences }: Judgement): string[] {
    return [
      l10n.t('Verdict: **{0}**', verdictText(verdict, phase)),
      list([
        ...(causes.length > 0
          ? [l10n.t('The devices print: {0}', series(causes.map((each) => code(each))))]
          : []),
        ...(unverified.length > 0 ? [l10n.t('Not compared: {0}', series(unverified))] : []),
      ]),
      list(
        differences.map(({ sides: [a, b], effect }) => {
          const what = effect === 'none' ? l10n.t(' (does not stop the tunnel)') : '';
          return `${plain(a.value)} ${this.where(a.place)} ↔ ${plain(b.value)} ${this.where(b.place)}${what}`;
        }),
      ),
    ];
  }

  /** The files with what is known of the devices, and until when each tells something. */
  private evidence(): string {
    const { failures } = analyseWorkspace(this.snapshot);
    const uris = new Set([...this.devices].flatMap((device) => [...device.uris]));
    const times = new Map<string, number[]>();
    const counts = new Map<string, number>();
    for (const { device, occasions, last } of failures.all) {
      if (!this.devices.has(device)) continue;
      for (const { place } of last) uris.add(place.uri);
      for (const {
        record: { place },
        moment,
      } of occasions) {
        counts.set(place.uri, (counts.get(place.uri) ?? 0) + 1);
        if (moment && !moment.lacksYear) {
          const known = times.get(place.uri);
          if (known) known.push(moment.milliseconds);
          else times.set(place.uri, [moment.milliseconds]);
        }
      }
    }
    const rows = [...uris].slice(0, MAX_FILES).flatMap((uri) => {
      const file = this.snapshot.file(uri);
      if (!file) return [];
      const kind =
        file.document.language === 'huawei-vrp' ? l10n.t('configuration') : l10n.t('captured output');
      const count = counts.get(uri);
      const known = times.get(uri);
      const latest = known?.reduce((a, b) => Math.max(a, b));
      const details = [
        kind,
        count === undefined ? '' : count === 1 ? l10n.t('1 failure') : l10n.t('{0} failures', count),
        latest === undefined ? '' : l10n.t('the latest at {0}', timeText({ milliseconds: latest })),
        file.modified === undefined
          ? ''
          : l10n.t('saved {0} UTC', new Date(file.modified).toISOString().slice(0, 19).replace('T', ' ')),
      ].filter((each) => each !== '');
      return [labelled(code(this.file(uri)), series(details))];
    });
    return list(rows);
  }

  private step(answered: AnsweredStep): string {
    const { step, number, findings, facts, note, commands } = answered;
    const below = [
      ...findings.flatMap(({ message, values }) => [
        plain(message),
        ...values.map(({ place, message: value }) => `${plain(value)} ${this.where(place)}`),
      ]),
      ...facts.map(({ place, message }) => `${plain(message)} ${this.where(place)}`),
      ...(note === undefined ? [] : [plain(note)]),
      ...commands.map((each) => l10n.t('run on {0}: {1}', plain(whereText(each)), code(each.command))),
    ];
    return [
      `${number}. **${stepStateText(answered)}** ${localize(step.check)}`,
      ...[...new Set(below)].map((line) => `   - ${line}`),
    ].join('\n');
  }

  private cause(cause: ProblemCause): string[] {
    const { cause: definition, failure, steps, reasons, state } = cause;
    this.take(failure.device);
    const said = [
      failure.deviceName,
      state === 'predicted' ? '' : occasionsText(failure.occasions),
      causeStateText(cause),
    ].flatMap((each) => (each === undefined || each === '' ? [] : each));
    return [
      `### ${code(definition.name)}`,
      plain(series(said)),
      list(
        reasons.map(({ message, related }) =>
          [plain(message), ...related.map(({ place }) => this.where(place))].join(' '),
        ),
      ),
      steps.map((each) => this.step(each)).join('\n'),
    ].filter((each) => each !== '');
  }

  /** What can be done, each repair once; the text that it writes, but for keys. */
  private repairs(judgement: Judgement | undefined, causes: readonly ProblemCause[]): string {
    const documents = (uri: string) => this.snapshot.file(uri)?.document;
    const all: readonly Repair[] = [
      ...(judgement?.differences ?? []).flatMap(({ repairs }) => repairs?.(documents) ?? []),
      ...causes.flatMap(({ steps, reasons }) => [
        ...reasons.flatMap(({ repairs }) => repairs?.() ?? []),
        ...steps.flatMap(({ findings }) => findings.flatMap(({ repairs }) => repairs?.() ?? [])),
      ]),
    ];
    const seen = new Set<string>();
    const secrets = this.secrets();
    const isTold = (text: string): boolean => !text.split(/\s+/).some((word) => secrets.has(word));
    const lines = all.flatMap(({ title, preferred, secret, edits }) => {
      if (seen.has(title)) return [];
      seen.add(title);
      const texts = secret
        ? []
        : edits.flatMap(({ uri, newText }) => {
            const text = newText.trim();
            return text === '' || !isTold(text) ? [] : [`   - ${code(this.file(uri))}: ${code(text)}`];
          });
      const what = preferred ? l10n.t('{0} (preferred)', plain(title)) : plain(title);
      return [[`- ${what}`, ...texts].join('\n')];
    });
    return lines.join('\n');
  }

  make(id: string): string | undefined {
    const problem: Problem | undefined = problemsIn(this.snapshot, this.settings).find(
      (each) => each.id === id,
    );
    const judgement = problem?.judgement ?? tunnelNamed(this.snapshot, id);
    if (!problem && !judgement) return undefined;
    const causes = problem?.causes ?? [];
    if (judgement) {
      const { ends } = judgement.tunnel;
      this.section(l10n.t('Ends'), list(ends.map((end) => this.end(end))), endsTable(judgement));
      this.section(l10n.t('Verdict'), ...this.verdict(judgement));
    }
    const printed = causes.map((cause) => this.cause(cause));
    this.section(l10n.t('Evidence'), this.evidence());
    if (printed.length > 0) this.section(l10n.t('Causes'), ...printed.flat());
    this.section(l10n.t('Repairs'), this.repairs(judgement, causes));
    const scripts = evidenceScripts(this.snapshot, this.settings, id);
    this.section(
      l10n.t('Still to run'),
      ...scripts.flatMap((script) => [
        l10n.t('On {0}:', plain(whereText(scriptPlace(script)))),
        codeBlock(script.text.trimEnd()),
      ]),
    );
    const title = problem
      ? problemTitle(problem)
      : judgement
        ? labelled(id, verdictText(judgement.verdict, judgement.phase))
        : id;
    return [`# ${plain(title)}`, ...this.parts, ''].join('\n\n').trimEnd().concat('\n');
  }

  /** The secrets in the files of the devices that the report speaks of. */
  secrets(): ReadonlySet<string> {
    const uris = new Set([...this.devices].flatMap((device) => [...originalOf(device).uris, ...device.uris]));
    return new Set(
      [...uris].flatMap((uri) => {
        const document = this.snapshot.file(uri)?.document;
        return document ? [...secretsOf(document)] : [];
      }),
    );
  }
}

function scriptPlace({
  device,
  address,
}: {
  readonly device: string | undefined;
  readonly address: string | undefined;
}) {
  return { device, ...(address === undefined ? {} : { address }) };
}

/**
 * A report of a tunnel, or of a problem without one, as Markdown: what it is, how it stands and why, what was looked at, what repairs it and
 * what is still to be captured. Keys are in none of its parts; should a remark or a name repeat one, it is masked there as well. Undefined
 * where nothing has that name. `folders`: those of the workspace, from which paths are told.
 */
export function tunnelReport(
  snapshot: Snapshot,
  id: string,
  settings: Settings = defaultSettings,
  folders: readonly string[] = [],
): string | undefined {
  const report = new Report(snapshot, settings, folders);
  const text = report.make(id);
  return text === undefined ? undefined : withoutSecrets(text, report.secrets());
}
