import assert from 'node:assert/strict';
import { defaultSettings, languageService, Workspace } from '../../../../server/src/languageService';
import { healthyPair, type EndStyle, type PairTexts, type Version } from '../../tunnels/pairs';

/** Texts of files by their names: `.cfg` are configurations, everything else are captures. */
export type Files = Readonly<Record<string, string>>;

/** A table of failures as `display ike error-info` or `display ike offline-info` of a device prints it. */
export function table(
  device: string,
  cause: string,
  { peer = '198.51.100.2', time = '2026-11-25 20:01:02', offline = false } = {},
): string {
  const kind = offline ? 'offline' : 'error';
  return `<${device}>display ike ${kind}-info
  current info Num :1
Ike ${kind === 'error' ? 'error' : 'offline'} information:
peer                    port   ${kind}-reason                   version       ${kind}-time
----------------------------------------------------------------------------------------------
${peer}   500   ${cause}   v2   ${time}
----------------------------------------------------------------------------------------------
<${device}>
`;
}

/** A pair whose ends prove who they are by certificates of the realm `vpn`. */
export function certificatePair(version: Version = 'IKEv2'): PairTexts {
  const change = (text: string): string =>
    text
      .replace('authentication-method pre-share', 'authentication-method rsa-signature')
      .replace(' pre-shared-key Example-Key-1', ' pki realm vpn');
  const { a, b } = healthyPair('policy', version);
  return { a: change(a), b: change(b) };
}

export function pair(style: EndStyle = 'policy', version: Version = 'IKEv2'): Files {
  const { a, b } = healthyPair(style, version);
  return { 'a.cfg': a, 'b.cfg': b };
}

/** What is said of the failures in a file. */
export interface Verdict {
  readonly code: string;
  readonly message: string;
  /** `b.txt:12`, lines from 1. */
  readonly related: readonly string[];
}

/** The verdicts on the failures of one file, as an editor shows them. */
export function verdicts(files: Files, name: string): Verdict[] {
  const workspace = new Workspace();
  for (const [file, text] of Object.entries(files))
    workspace.set(`file:///${file}`, text, file.endsWith('.cfg') ? 'huawei-vrp' : 'huawei-vrp-output', 1);
  return languageService
    .diagnostics(workspace.snapshot, `file:///${name}`, defaultSettings)
    .filter(({ code }) => String(code).startsWith('cause-'))
    .map(({ code, message, relatedInformation }) => ({
      code: String(code),
      message: typeof message === 'string' ? message : message.value,
      related: (relatedInformation ?? []).map(
        ({ location: { uri, range } }) => `${uri.slice('file:///'.length)}:${range.start.line + 1}`,
      ),
    }));
}

/** The one verdict on the failure that stands in `cap.txt`. */
export function verdict(files: Files): Verdict | undefined {
  const [only, another] = verdicts(files, 'cap.txt');
  assert.equal(another, undefined);
  return only;
}

/** Holds a failure to be explained, by a sentence and by lines. */
export function explains(files: Files, message: RegExp, ...related: string[]): void {
  const found = verdict(files);
  assert.equal(found?.code, 'cause-explained', found?.message);
  assert.match(found.message, message);
  for (const each of related)
    assert.ok(found.related.includes(each), `${each} is none of ${found.related.join(' ')}`);
}

/** Holds a failure not to be explained, with a fact that is told. */
export function tells(files: Files, message: RegExp): void {
  const found = verdict(files);
  assert.notEqual(found?.code, 'cause-explained', found?.message);
  assert.match(found?.message ?? '', message);
}

/** Holds a failure not to be explained, and something not to be said of it. */
export function isSilent(files: Files, about: RegExp): void {
  const found = verdict(files);
  assert.notEqual(found?.code, 'cause-explained', found?.message);
  assert.doesNotMatch(found?.message ?? '', about);
}
