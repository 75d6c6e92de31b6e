import { InlayHintKind, type InlayHint, type Range } from 'vscode-languageserver-types';
import type { Place } from '../../model/value';
import { analyse } from '../../workspace/analysis';
import { defaultSettings, type Settings } from '../../workspace/settings';
import { analyseWorkspace } from '../../workspace/tunnels';
import type { Snapshot } from '../../workspace/workspace';
import { rangeOf, rangeOfEdit } from '../positions';
import { addressHints } from './addresses';
import { defaultHints } from './defaults';
import { dhGroupHints } from './dhGroups';
import type { Hint, HintContext, HintSource } from './hint';
import { otherEndHints } from './otherEnd';

/** In the order in which they stand behind one line. */
const SOURCES: readonly HintSource[] = [
  dhGroupHints,
  defaultHints,
  addressHints,
  (context) => (context.settings.otherEnd ? otherEndHints(context) : []),
];

/** Longer values are cut: the hint stands behind the line and must not push it off the screen. */
const MAX_LENGTH = 60;

function short(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}

/** What a hint left open says of itself. */
interface Deferred {
  readonly uri: string;
  readonly text: string;
}

function isDeferred(data: unknown): data is Deferred {
  if (typeof data !== 'object' || data === null) return false;
  const { uri, text } = data as Record<string, unknown>;
  return typeof uri === 'string' && typeof text === 'string';
}

function toInlayHint({ snapshot, file }: HintContext, hint: Hint): InlayHint[] {
  const { place, text, tooltip, target, edit } = hint;
  const { line } = rangeOf(place, file.document).start;
  const character = file.document.lineAt(line)?.line.text.length ?? 0;
  const other = target && snapshot.file(target.uri)?.document;
  if (target && !other) return [];
  const location = target && other ? { uri: target.uri, range: rangeOf(target, other) } : undefined;
  const written = edit?.uri === file.uri ? edit : undefined;
  return [
    {
      position: { line, character },
      label: [{ value: short(text), tooltip, ...(location ? { location } : {}) }],
      kind: InlayHintKind.Type,
      paddingLeft: true,
      ...(written
        ? { textEdits: [{ range: rangeOfEdit(written, file.document), newText: written.newText }] }
        : {}),
    },
  ];
}

/**
 * What the lines of a file do not say themselves: values in force, addresses, sizes, and the other end's value. `lazy`: the tooltips are
 * left open until somebody looks at one.
 */
export function inlayHints(
  snapshot: Snapshot,
  uri: string,
  range: Range,
  { inlayHints: settings }: Settings = defaultSettings,
  lazy = false,
): InlayHint[] {
  const file = snapshot.file(uri);
  if (!file) return [];
  const { deviceOf } = analyseWorkspace(snapshot);
  const devices = [...new Set(analyse(file).devices.map(deviceOf))];
  const isAsked = (place: Place): boolean => {
    if (place.uri !== uri) return false;
    const { line } = rangeOf(place, file.document).start;
    return line >= range.start.line && line <= range.end.line;
  };
  const context: HintContext = { snapshot, file, devices, settings, isAsked };
  const seen = new Set<string>();
  return SOURCES.flatMap((source) => source(context)).flatMap((hint) =>
    toInlayHint(context, hint).flatMap((each) => {
      const key = `${each.position.line} ${hint.text}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return lazy ? [withoutTooltip(each, { uri, text: hint.text })] : [each];
    }),
  );
}

function withoutTooltip(hint: InlayHint, data: Deferred): InlayHint {
  const label = Array.isArray(hint.label)
    ? hint.label.map(({ value, location }) => ({ value, ...(location ? { location } : {}) }))
    : hint.label;
  return { ...hint, label, data };
}

/** A hint with its tooltip; one whose line has changed since stays as it is. */
export function resolveInlayHint(snapshot: Snapshot, open: InlayHint, settings: Settings): InlayHint {
  const data: unknown = open.data;
  if (!isDeferred(data)) return open;
  const { position } = open;
  const all = inlayHints(snapshot, data.uri, { start: position, end: position }, settings);
  const value = short(data.text);
  return all.find(({ label }) => Array.isArray(label) && label[0]?.value === value) ?? open;
}
